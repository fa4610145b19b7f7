-- Component cultural_impact of a film's inputs f: lists but the target list, and popularity on a logarithmic scale.
least(1, 0.1 * f.other_lists
  + case when f.popularity > 0 then ln(f.popularity + 1) / ln(cast(1001 as double precision)) else 0 end)
