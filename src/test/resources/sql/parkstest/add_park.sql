-- One park with only what a test says.
insert into park (park_id, source_key, queue_times_id, themeparks_wiki_id, name, city, state_province, timezone, is_disney, is_universal, down_rule)
values (:park_id, :source_key, :queue_times_id, :themeparks_wiki_id, :name, :city, :state_province, :timezone, :is_disney, :is_universal, :down_rule)
