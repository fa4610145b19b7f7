-- Whether the film of a movie_score s is on the target list already.
case when s.on_target then 'already_added' else 'future_prediction' end
