-- Rows of list entries e that count: the target list counts nowhere.   Binds :target_list text.
e.list_key <> cast(:target_list as text)
