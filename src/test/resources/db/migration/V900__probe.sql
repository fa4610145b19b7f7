-- What the probe feature ranks, and how its statements are made to go wrong. For tests only.
create table probe_fact (id int primary key, name text not null, score numeric, wait int, big boolean not null);
create table probe_trouble (period text not null, kind text not null, seconds double precision);
comment on table probe_fact is 'What the tests rank.';
comment on table probe_trouble is 'How the tests make a build go wrong.';
insert into source_version (source, version, as_of) values ('probe', 1, '2026-08-22T11:50:00Z');
insert into probe_fact
select i, 'fact ' || i, case when i % 10 <> 0 then 10 - i / 10.0 end, (i * 37) % 50, i % 2 = 0 from generate_series(1, 60) i;
