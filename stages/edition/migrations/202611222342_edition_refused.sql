-- An amendment whose day came and that would have left a contest nobody can judge to its end: what
-- began meanwhile stands against it. It never comes into force.
ALTER TABLE edition_books ADD COLUMN refused_why TEXT;
