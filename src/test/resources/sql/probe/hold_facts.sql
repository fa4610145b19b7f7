-- Lets the probe's builds wait until the transaction ends. No binds.
lock table probe_fact
