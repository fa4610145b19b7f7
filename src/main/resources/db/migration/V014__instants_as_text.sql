-- Documents tell instants in one way, whatever the session's time zone.

create function utc_text(at timestamptz) returns text language sql stable parallel safe
return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"');
comment on function utc_text is 'An instant as documents show it: ISO-8601, UTC, whole seconds.';
