-- Makes every allowance of attempts whole again.   No binds.
delete from attempt_allowance
