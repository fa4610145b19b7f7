-- The days asked for, in each park's own zone: one row per active park of the filter, with today, from_day … to_day,
-- and previous_from_day, the comparator's first day; its last is the day before from_day.
-- A comparator has as many days as its window, last_month's is the calendar month before.
-- Binds :now timestamptz, :period, :filter text, :day_starts_at time.
select
  t.*,
  case cast(:period as text)
    when 'yesterday' then t.today - 1
    when '7days' then t.today - 6
    when '30days' then t.today - 29
    when 'last_week' then t.sunday - 7
    when 'last_month' then cast(t.month - interval '1 month' as date)
    else t.today
  end as from_day,
  case cast(:period as text)
    when 'yesterday' then t.today - 1
    when 'last_week' then t.sunday - 1
    when 'last_month' then t.month - 1
    else t.today
  end as to_day,
  case cast(:period as text)
    when 'yesterday' then t.today - 2
    when '7days' then t.today - 13
    when '30days' then t.today - 59
    when 'last_week' then t.sunday - 14
    when 'last_month' then cast(t.month - interval '2 months' as date)
    else t.today - 1
  end as previous_from_day
from (
  select d.*, d.today - cast(extract(dow from d.today) as integer) as sunday, cast(date_trunc('month', d.today) as date) as month
  from (
    select p.park_id, p.timezone, p.down_rule,
      -- include: parks/operating_day.sql
      as today
    from park p
    cross join (select cast(:now as timestamptz) as cycle_start) c
    where p.is_active and (cast(:filter as text) is distinct from 'disney-universal' or p.is_disney or p.is_universal)
  ) d
) t
