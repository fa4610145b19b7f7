-- The parks of a provider whose opening hours were taken in after :since.   Binds :provider (text), :since (timestamptz).
select park_ref from collection_schedule where provider = :provider and refreshed_at > :since order by park_ref
