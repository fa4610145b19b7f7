-- A park that an import brought.
insert into park (name, timezone, down_rule, queue_times_id) values ('Ours', 'Europe/Paris', 'DOWN_AND_CLOSED', 9)
returning park_id
