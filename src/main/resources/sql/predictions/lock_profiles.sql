-- Makes writers of profiles take turns; readers are not held up.   No binds.
lock table weight_profile in share row exclusive mode
