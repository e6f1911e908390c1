-- Under how many keys of an index the two reports of a link stand near each other; a million when it rests on more than
-- keys. A link whose keys crowds have come between goes.
ALTER TABLE copy_link ADD COLUMN keys INTEGER NOT NULL DEFAULT 1000000;
ALTER TABLE story_link ADD COLUMN keys INTEGER NOT NULL DEFAULT 1000000;
