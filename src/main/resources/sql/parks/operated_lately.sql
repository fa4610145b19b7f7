-- Whether c (a ride, or its newest snapshot) operated lately enough to be looked at live, boundary included.
-- Binds :now timestamptz, :eligible_within text (ISO-8601).
c.last_operated_at >= cast(:now as timestamptz) - cast(cast(:eligible_within as text) as interval)
