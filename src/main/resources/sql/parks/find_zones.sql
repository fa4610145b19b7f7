-- The time zones of the active parks, each once, by name.
select distinct timezone from park where is_active order by timezone
