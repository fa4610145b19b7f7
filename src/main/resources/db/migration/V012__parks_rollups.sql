-- Pre-aggregated facts, maintained in the transaction that changes the snapshots; a pure function of them.

create table ride_hour (
  ride_id bigint not null,
  hour_start timestamptz not null,
  operating_day date not null,
  first_operating_at timestamptz,
  last_operating_at timestamptz,
  samples smallint not null,
  operating_minutes smallint not null,
  stated_down_minutes smallint not null,
  refurbishment_minutes smallint not null,
  closed_minutes smallint not null,
  closed_before_minutes smallint not null,
  closed_between_minutes smallint not null,
  closed_after_minutes smallint not null,
  wait_sum integer not null,
  wait_samples smallint not null,
  wait_max integer,
  down_minutes smallint not null,
  trailing_minutes smallint not null default 0,
  primary key (ride_id, hour_start),
  constraint at_most_one_hour check (
    operating_minutes + stated_down_minutes + refurbishment_minutes + closed_minutes
      + closed_before_minutes + closed_between_minutes + closed_after_minutes <= 60)
) with (fillfactor = 80);
comment on table ride_hour is 'One row per ride and park-local hour in which its park was open or it operated. Samples, minutes and waits count only while the park is open.';
comment on column ride_hour.closed_minutes is 'Closed, and never an outage by the park''s down_rule.';
comment on column ride_hour.closed_before_minutes is 'Closed, an outage if the ride operated before it and after it that day: before the hour''s first operating cycle, or all of an hour without one.';
comment on column ride_hour.closed_after_minutes is 'The same after the hour''s last operating cycle; closed_between_minutes lies between the two.';
comment on column ride_hour.first_operating_at is 'Start of the hour''s first operating cycle, whether or not the park was open.';
comment on column ride_hour.down_minutes is 'stated_down_minutes and what the whole day shows to be an outage.';
comment on column ride_hour.trailing_minutes is 'Closed after the day''s last operating cycle: down while that day lasts, closing time once it is over.';

create table ride_day (
  ride_id bigint not null,
  operating_day date not null,
  park_id bigint not null,
  first_operating_at timestamptz,
  last_operating_at timestamptz,
  samples integer not null,
  open_minutes integer not null,
  operating_minutes integer not null,
  down_minutes integer not null,
  trailing_minutes integer not null,
  wait_sum integer not null,
  wait_samples integer not null,
  wait_max integer,
  primary key (park_id, operating_day, ride_id)
) with (fillfactor = 80);
comment on table ride_day is 'One row per ride and operating day: the sum of its ride_hour rows. open_minutes is all of them: operating, down, refurbishment, closed.';

create index ride_park on ride (park_id);
