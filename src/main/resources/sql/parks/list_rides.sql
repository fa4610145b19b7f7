-- Every ride with what a line may name it by.
select ride_id, park_id, source_key from ride
