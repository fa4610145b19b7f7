-- The greatest component of a movie_score s: no weights give it a greater score. Written as in the index movie_score_contenders.
greatest(s.popular_opinion, s.industry_recognition, s.cultural_impact, s.people_quality, s.financial_success)
