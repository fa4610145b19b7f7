-- A migrated database; file_copy because the template is small and fsync is off.
create database {name} template template_marquee strategy file_copy;
