-- What the weights w of a profile sum up to; never 0.
(w.popular_opinion + w.awards + w.cultural + w.people + w.financial)
