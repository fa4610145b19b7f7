-- Who can be among the first of a decade, whatever the weights: a weighted mean is no greater than its greatest component.
create index movie_score_contenders on movie_score (
  decade, greatest(popular_opinion, industry_recognition, cultural_impact, people_quality, financial_success)) where eligible;
create index movie_score_members on movie_score (decade) where eligible and on_target;
