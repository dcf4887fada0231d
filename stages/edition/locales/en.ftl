### Edition: the rule book, its versions, launch and amendments.
