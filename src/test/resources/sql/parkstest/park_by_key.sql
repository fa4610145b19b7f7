-- The park of a key.
select park_id from park where source_key = :source_key
