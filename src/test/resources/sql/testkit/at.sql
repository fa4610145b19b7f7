-- An instant as it came. Binds :at (timestamptz).
select cast(:at as timestamptz) as at
