-- Says what the scores were made with.   No binds.
insert into scoring_state (scoring_version, target_list) values (1, '1001_movies')
