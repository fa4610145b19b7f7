-- What orders films: the weighted sum of the components of a movie_score s under the weights w, exact. Not divided by the
-- sum of the weights, which is the same for all films of a profile.
w.popular_opinion * s.popular_opinion
+ w.awards * s.industry_recognition
+ w.cultural * s.cultural_impact
+ w.people * s.people_quality
+ w.financial * s.financial_success
