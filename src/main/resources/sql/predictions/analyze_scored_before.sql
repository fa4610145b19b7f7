-- So that few films are compared one by one and many at once. Returns nothing.
analyze scored_before
