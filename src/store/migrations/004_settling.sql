-- The story that a story is closest to and may hang on, by its first report, and how close the two are; and which
-- reports were settled into stories together, by the number of one of them, and at which step. A store of before has
-- none until it is rebuilt.
ALTER TABLE story ADD COLUMN kin INTEGER;
ALTER TABLE story ADD COLUMN kinship INTEGER NOT NULL DEFAULT 0;
CREATE INDEX story_kin ON story (kin);
ALTER TABLE member ADD COLUMN block INTEGER;
ALTER TABLE member ADD COLUMN step INTEGER;
CREATE INDEX member_block ON member (block);

-- Links of story are by far the most rows. Whoever asks for those of a report finds all of them in one place from
-- either end, and their reports, which the same batch has just written or found, are not looked up again by foreign
-- keys; `crossread check` does that.
CREATE TABLE story_tie (
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  strength INTEGER NOT NULL,
  kinship INTEGER NOT NULL,
  keys INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
INSERT INTO story_tie SELECT a, b, strength, kinship, keys FROM story_link ORDER BY a, b;
DROP TABLE story_link;
ALTER TABLE story_tie RENAME TO story_link;
CREATE INDEX story_link_b ON story_link (b, a, strength, kinship, keys);
DROP INDEX copy_link_other;
CREATE INDEX copy_link_other ON copy_link (other, report, kind);
