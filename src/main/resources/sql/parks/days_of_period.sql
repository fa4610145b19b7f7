-- The days of asked.period, seen from t (today, sunday, month): from_day … to_day, and previous_from_day, the
-- comparator's first day; its last is the day before from_day.
-- A comparator has as many days as its window, last_month's is the calendar month before.
case asked.period
  when 'yesterday' then t.today - 1
  when '7days' then t.today - 6
  when '30days' then t.today - 29
  when 'last_week' then t.sunday - 7
  when 'last_month' then cast(t.month - interval '1 month' as date)
  else t.today
end as from_day,
case asked.period
  when 'yesterday' then t.today - 1
  when 'last_week' then t.sunday - 1
  when 'last_month' then t.month - 1
  else t.today
end as to_day,
case asked.period
  when 'yesterday' then t.today - 2
  when '7days' then t.today - 13
  when '30days' then t.today - 59
  when 'last_week' then t.sunday - 14
  when 'last_month' then cast(t.month - interval '2 months' as date)
  else t.today - 1
end as previous_from_day
