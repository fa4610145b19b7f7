-- A batch may have three elements or twenty thousand: plan for the arrays at hand.
set local plan_cache_mode = force_custom_plan
