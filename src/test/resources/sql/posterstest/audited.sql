-- How often a poster was dropped.   Binds :subject.
select count(*) as times from audit_log where action = 'poster-dropped' and subject = :subject
