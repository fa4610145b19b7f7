-- One ride with only what a test says.
insert into ride (ride_id, park_id, source_key, queue_times_id, themeparks_wiki_id, name, category, tier, is_active)
values (:ride_id, :park_id, :source_key, :queue_times_id, :themeparks_wiki_id, :name, :category, :tier, :is_active)
