-- Deletes a profile of somebody's own.   No row if there is none of this slug, or if it is shipped.   Bind :slug text.
delete from weight_profile where slug = :slug and not is_system
returning profile_id
