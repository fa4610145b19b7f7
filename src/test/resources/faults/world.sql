-- A club and four parks to be looked at while everything breaks; and a note of every publish, made by the publish itself.
insert into park (park_id, name, timezone, down_rule)
select n, 'Park ' || n, 'Europe/Paris', 'DOWN_ONLY' from generate_series(1, 4) n;
insert into ride (ride_id, park_id, name, tier)
select n, 1 + n % 4, 'Ride ' || n, 1 + n % 3 from generate_series(1, 40) n;

insert into member (name, password_hash, role, created_at)
select 'Member ' || n, '$2a$12$dsNI/5Zo94i14RqX3yPoP.xIu6DrQsLUXhL.RfGiZkDnIy2OKucEO', 'member', clock_timestamp()
from generate_series(1, 12) n;
insert into api_token (name, role, token_hash, member_id)
select 'faults', 'member', encode(sha256(convert_to('token of ' || name, 'UTF8')), 'hex'), member_id from member;
insert into api_token (name, role, token_hash)
values ('faults', 'ingest', encode(sha256(convert_to('token of the collector', 'UTF8')), 'hex'));
insert into proposal (title, year, member_id, created_at)
select 'Film ' || n, 1950 + n % 70, (select min(member_id) from member), clock_timestamp()
from generate_series(1, 400) n;

create table noted_publish (
  cache_key text,
  generation bigint,
  transaction xid8 not null,
  noted_at timestamptz not null,
  primary key (cache_key, generation)
);
create function note_publish() returns trigger language plpgsql as $$
begin
  insert into noted_publish values (new.cache_key, new.generation, pg_current_xact_id(), clock_timestamp());
  return null;
end
$$;
create trigger note_publish after insert or update on cached_api_views for each row execute function note_publish();
