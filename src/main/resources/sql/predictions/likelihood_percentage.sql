-- How likely a film of this total_score (as shown) joins the list: 0 to 100, 1 decimal. Monotone; a convention, not a fit.
round(case
  when total_score >= 90 then 95 + 0.5 * (total_score - 90)
  when total_score >= 80 then 85 + (total_score - 80)
  when total_score >= 70 then 70 + 1.5 * (total_score - 70)
  when total_score >= 60 then 55 + 1.5 * (total_score - 60)
  when total_score >= 50 then 40 + 1.5 * (total_score - 50)
  when total_score >= 40 then 30 + (total_score - 40)
  when total_score >= 30 then 20 + (total_score - 30)
  else total_score * 2 / 3
end, 1)
