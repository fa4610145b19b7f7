-- Deletes posters fetched before :before, and what is known of those that never came and nobody wanted since.
-- Binds :before (timestamptz).
delete from poster
where coalesce(fetched_at, next_attempt_at) < :before
