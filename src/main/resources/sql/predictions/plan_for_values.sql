-- A batch may have three lines or five thousand: plan for the arrays at hand. Returns nothing.
set local plan_cache_mode = force_custom_plan
