-- One number times the weight of a profile.   Binds :weight (int).
select cast(json_build_object('value', 7 * cast(:weight as integer)) as text) as document
