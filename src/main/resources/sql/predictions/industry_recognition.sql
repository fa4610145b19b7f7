-- Component industry_recognition of a film's inputs f; nominations count wins too.
least(1, 0.2 * f.wins + 0.05 * f.nominations)
