-- How likely an addition is, in per cent, of a score t.total_score as shown. Monotone.
round(
  case
    when t.total_score >= 90 then 95 + 0.5 * (t.total_score - 90)
    when t.total_score >= 80 then 85 + (t.total_score - 80)
    when t.total_score >= 70 then 70 + 1.5 * (t.total_score - 70)
    when t.total_score >= 60 then 55 + 1.5 * (t.total_score - 60)
    when t.total_score >= 50 then 40 + 1.5 * (t.total_score - 50)
    when t.total_score >= 40 then 30 + (t.total_score - 40)
    when t.total_score >= 30 then 20 + (t.total_score - 30)
    else t.total_score * 2 / 3
  end, 1)
