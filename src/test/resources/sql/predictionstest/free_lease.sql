-- Lets go of a scope.   Bind :scope.
update refresh_lease set expires_at = clock_timestamp() where scope = :scope
