-- Whether commits reach the disk.
show fsync
