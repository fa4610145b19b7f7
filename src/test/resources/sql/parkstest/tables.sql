-- Everything derived, in one text, so that two histories can be compared.
select concat_ws(chr(10),
  (select string_agg(cast(s as text), chr(10) order by s.ride_id, s.recorded_at) from ride_status_snapshots s),
  (select string_agg(cast(h as text), chr(10) order by h.ride_id, h.hour_start) from ride_hour h),
  (select string_agg(cast(d as text), chr(10) order by d.park_id, d.operating_day, d.ride_id) from ride_day d),
  (select string_agg(cast(c as text), chr(10) order by c.ride_id, c.changed_at) from ride_status_change c),
  (select string_agg(r.ride_id || ' ' || r.last_operated_at, chr(10) order by r.ride_id) from ride r)) as tables
