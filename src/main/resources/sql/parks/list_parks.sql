-- Every park with what a line may name it by.
select park_id, source_key, timezone from park
