-- One source of no feature.
insert into source_version (source, version) values ('testkit', 1)
