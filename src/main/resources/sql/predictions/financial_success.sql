-- Component financial_success of a film's inputs f: revenue on a logarithmic scale, and how much of it came back.
case
  when f.revenue > 0 then
    0.6 * least(1, ln(f.revenue + 1) / ln(cast(1e9 as double precision)))
      + case when f.budget > 0 then 0.4 * least(1, f.revenue / f.budget) else 0 end
  else 0
end
