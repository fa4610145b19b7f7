-- Component people_quality of a film's inputs f: the average quality of its people.
coalesce(f.average_quality, 0) / 100
