-- Whether somebody may administer the service.   One row: admin.   No binds.
select exists (select from api_token t where t.role = 'admin' and t.revoked_at is null) as admin
