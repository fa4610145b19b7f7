-- Whoever changes a fact marks the films it touches, in one statement per changed statement.

create function mark_new_movies() returns trigger language plpgsql as $$
begin
  insert into movie_score_dirty (movie_id, cause) select distinct movie_id, tg_argv[0] from new_rows;
  return null;
end
$$;
comment on function mark_new_movies is 'Marks the films of inserted rows; its argument is the cause.';

create function mark_old_movies() returns trigger language plpgsql as $$
begin
  insert into movie_score_dirty (movie_id, cause) select distinct movie_id, tg_argv[0] from old_rows;
  return null;
end
$$;
comment on function mark_old_movies is 'Marks the films of deleted rows; its argument is the cause.';

create function mark_updated_movies() returns trigger language plpgsql as $$
begin
  insert into movie_score_dirty (movie_id, cause)
  select n.movie_id, 'movie'
  from new_rows n join old_rows o on o.movie_id = n.movie_id
  where (n.release_date, n.release_year_only, n.import_status, n.title, n.imdb_id, n.tmdb_id)
    is distinct from (o.release_date, o.release_year_only, o.import_status, o.title, o.imdb_id, o.tmdb_id);
  return null;
end
$$;
comment on function mark_updated_movies is 'Marks films whose candidacy changed, or what rankings show of them: a mark also says which decades changed.';

create function mark_measured_movies() returns trigger language plpgsql as $$
begin
  insert into movie_score_dirty (movie_id, cause)
  select distinct movie_id, 'metric'
  from (
    (select movie_id, source, metric_type, value from old_rows except select movie_id, source, metric_type, value from new_rows)
    union all
    (select movie_id, source, metric_type, value from new_rows except select movie_id, source, metric_type, value from old_rows)
  ) changed;
  return null;
end
$$;
comment on function mark_measured_movies is 'Marks films with a changed value; a later fetched_at alone changes no score.';

create function mark_updated_credits() returns trigger language plpgsql as $$
begin
  with changed as (
    (select movie_id, person_id from old_rows except select movie_id, person_id from new_rows)
    union all
    (select movie_id, person_id from new_rows except select movie_id, person_id from old_rows)
  ),
  people as (insert into person_quality_dirty (person_id) select distinct person_id from changed)
  insert into movie_score_dirty (movie_id, cause) select distinct movie_id, 'person' from changed;
  return null;
end
$$;
comment on function mark_updated_credits is 'Marks films and people of credits that went from one to another.';

create function mark_old_credits() returns trigger language plpgsql as $$
begin
  insert into person_quality_dirty (person_id) select distinct person_id from old_rows;
  insert into movie_score_dirty (movie_id, cause) select distinct movie_id, 'person' from old_rows;
  return null;
end
$$;
comment on function mark_old_credits is 'Marks films and people of deleted credits.';

create function mark_new_nominations() returns trigger language plpgsql as $$
begin
  insert into person_quality_dirty (person_id) select distinct person_id from new_rows where person_id is not null;
  insert into movie_score_dirty (movie_id, cause) select distinct movie_id, 'festival' from new_rows;
  return null;
end
$$;
comment on function mark_new_nominations is 'Marks films and named people of inserted nominations.';

create function mark_old_nominations() returns trigger language plpgsql as $$
begin
  insert into person_quality_dirty (person_id) select distinct person_id from old_rows where person_id is not null;
  insert into movie_score_dirty (movie_id, cause) select distinct movie_id, 'festival' from old_rows;
  return null;
end
$$;
comment on function mark_old_nominations is 'Marks films and named people of deleted nominations.';

create function mark_updated_nominations() returns trigger language plpgsql as $$
begin
  with changed as (
    (select nomination_id, movie_id, person_id, won from old_rows except select nomination_id, movie_id, person_id, won from new_rows)
    union all
    (select nomination_id, movie_id, person_id, won from new_rows except select nomination_id, movie_id, person_id, won from old_rows)
  ),
  people as (insert into person_quality_dirty (person_id) select distinct person_id from changed where person_id is not null)
  insert into movie_score_dirty (movie_id, cause) select distinct movie_id, 'festival' from changed;
  return null;
end
$$;
comment on function mark_updated_nominations is 'Marks films and named people of nominations that were won, or went from one to another.';

create function mark_updated_entries() returns trigger language plpgsql as $$
begin
  insert into movie_score_dirty (movie_id, cause)
  select distinct movie_id, 'list'
  from (
    (select movie_id, list_key from old_rows except select movie_id, list_key from new_rows)
    union all
    (select movie_id, list_key from new_rows except select movie_id, list_key from old_rows)
  ) changed;
  return null;
end
$$;
comment on function mark_updated_entries is 'Marks films that went from one list to another; an edition or position changes no score.';

create function forget_scores() returns trigger language plpgsql as $$
begin
  delete from movie_score where movie_id in (select movie_id from old_rows);
  delete from movie_score_before where movie_id in (select movie_id from old_rows);
  return null;
end
$$;
comment on function forget_scores is 'Takes the scores of deleted films away. One that a scoring is writing meanwhile goes by the mark of the deletion.';

create function forget_qualities() returns trigger language plpgsql as $$
begin
  delete from person_quality where person_id in (select person_id from old_rows);
  return null;
end
$$;
comment on function forget_qualities is 'Takes the quality of deleted people away.';

create trigger movie_inserted after insert on movie
  referencing new table as new_rows for each statement execute function mark_new_movies('movie');
create trigger movie_updated after update on movie
  referencing old table as old_rows new table as new_rows for each statement execute function mark_updated_movies();

create trigger movie_deleted after delete on movie
  referencing old table as old_rows for each statement execute function mark_old_movies('movie');

create trigger movie_forgotten after delete on movie
  referencing old table as old_rows for each statement execute function forget_scores();
create trigger person_forgotten after delete on person
  referencing old table as old_rows for each statement execute function forget_qualities();

create trigger metric_inserted after insert on external_metric
  referencing new table as new_rows for each statement execute function mark_new_movies('metric');
create trigger metric_updated after update on external_metric
  referencing old table as old_rows new table as new_rows for each statement execute function mark_measured_movies();
create trigger metric_deleted after delete on external_metric
  referencing old table as old_rows for each statement execute function mark_old_movies('metric');

create trigger credit_inserted after insert on movie_credit
  referencing new table as new_rows for each statement execute function mark_new_movies('person');
create trigger credit_updated after update on movie_credit
  referencing old table as old_rows new table as new_rows for each statement execute function mark_updated_credits();
create trigger credit_deleted after delete on movie_credit
  referencing old table as old_rows for each statement execute function mark_old_credits();

create trigger nomination_inserted after insert on festival_nomination
  referencing new table as new_rows for each statement execute function mark_new_nominations();
create trigger nomination_updated after update on festival_nomination
  referencing old table as old_rows new table as new_rows for each statement execute function mark_updated_nominations();
create trigger nomination_deleted after delete on festival_nomination
  referencing old table as old_rows for each statement execute function mark_old_nominations();

create trigger entry_inserted after insert on movie_list_entry
  referencing new table as new_rows for each statement execute function mark_new_movies('list');
create trigger entry_updated after update on movie_list_entry
  referencing old table as old_rows new table as new_rows for each statement execute function mark_updated_entries();
create trigger entry_deleted after delete on movie_list_entry
  referencing old table as old_rows for each statement execute function mark_old_movies('list');
