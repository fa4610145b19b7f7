-- What an earlier run left behind, its template included: migrations may have changed since.
select datname from pg_database where datname like 'test!_%' escape '!' or datname = 'template_marquee'
