-- Tells of the votes that nobody was told of.   Returns nothing.   No binds.
update audit_log set hidden = false where hidden
