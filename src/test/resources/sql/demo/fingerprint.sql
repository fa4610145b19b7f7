-- Every fact and every rolled-up row of the demo parks, ids left out, as one digest; and how many snapshots there are.
select
  (select count(*) from ride_status_snapshots) as snapshots,
  (select count(*) from park_schedule) as schedules,
  (select max(recorded_at) from ride_status_snapshots) as newest,
  (select version from source_version where source = 'parks') as version,
  md5(
    (select string_agg(concat_ws('|', p.source_key, p.name, p.operator, p.down_rule), ';' order by p.source_key) from park p)
    || (select string_agg(concat_ws('|', p.source_key, s.date, s.opening_time, s.closing_time), ';' order by p.source_key, s.date)
        from park_schedule s join park p on p.park_id = s.park_id)
    || (select string_agg(
          concat_ws('|', p.source_key, r.source_key, s.recorded_at, s.status, s.is_open, s.park_open, s.wait_time), ';'
          order by p.source_key, r.source_key, s.recorded_at)
        from ride_status_snapshots s join ride r on r.ride_id = s.ride_id join park p on p.park_id = r.park_id)
    || (select string_agg(
          concat_ws('|', p.source_key, r.source_key, h.hour_start, h.operating_minutes, h.down_minutes, h.wait_sum), ';'
          order by p.source_key, r.source_key, h.hour_start)
        from ride_hour h join ride r on r.ride_id = h.ride_id join park p on p.park_id = r.park_id)
  ) as digest
