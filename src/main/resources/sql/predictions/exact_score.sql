-- A film's score by which films rank: the components of its row s weighed by w, exact, in 0 to the weights' sum.
(w.popular_opinion * s.popular_opinion + w.awards * s.industry_recognition + w.cultural * s.cultural_impact
  + w.people * s.people_quality + w.financial * s.financial_success)
