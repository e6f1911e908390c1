-- Numbers count rows in order of arrival; ids are 64-bit digests with the top bit turned, so that SQLite's signed order
-- is theirs. `minutes` is publication since 1970-01-01 UTC, 9223372036854775807 when unknown.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE batch (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL
);

CREATE TABLE outlet (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

-- `article`: hash of the article key. `shelf`: the row of the search, in canonical order. `details`: the rest of a
-- report (rows.h).
CREATE TABLE report (
  number INTEGER PRIMARY KEY,
  id INTEGER NOT NULL UNIQUE,
  minutes INTEGER NOT NULL,
  article INTEGER NOT NULL,
  shelf INTEGER NOT NULL UNIQUE,
  removed INTEGER NOT NULL DEFAULT 0,
  batch INTEGER NOT NULL REFERENCES batch (number),
  outlet INTEGER REFERENCES outlet (number),
  source_id TEXT NOT NULL,
  url TEXT,
  title TEXT NOT NULL,
  details BLOB NOT NULL
);
CREATE INDEX report_order ON report (minutes, id) WHERE removed = 0;
CREATE INDEX report_article ON report (article);

-- Both by zstd, the original with the text as its prefix; an original that is the text itself is NULL.
CREATE TABLE content (
  number INTEGER PRIMARY KEY REFERENCES report (number),
  text BLOB NOT NULL,
  format INTEGER NOT NULL,
  original BLOB
);

CREATE TABLE profile (
  number INTEGER PRIMARY KEY REFERENCES report (number),
  terms BLOB NOT NULL
);

CREATE TABLE rejection (
  source_id TEXT NOT NULL,
  stage TEXT NOT NULL,
  fault TEXT NOT NULL,
  detail TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch (number),
  PRIMARY KEY (source_id, stage, fault, detail)
) WITHOUT ROWID;

CREATE TABLE copy_link (
  report INTEGER NOT NULL REFERENCES report (number),
  other INTEGER NOT NULL REFERENCES report (number),
  kind INTEGER NOT NULL,
  direction INTEGER NOT NULL,
  shared_words INTEGER NOT NULL,
  report_words INTEGER NOT NULL,
  other_words INTEGER NOT NULL,
  passages BLOB NOT NULL,
  PRIMARY KEY (report, other)
) WITHOUT ROWID;
CREATE INDEX copy_link_other ON copy_link (other, report);

CREATE TABLE story_link (
  a INTEGER NOT NULL REFERENCES report (number),
  b INTEGER NOT NULL REFERENCES report (number),
  strength INTEGER NOT NULL,
  kinship INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX story_link_b ON story_link (b, a);

-- Groups are numbered by their first report in canonical order.
CREATE TABLE origin (
  first INTEGER PRIMARY KEY REFERENCES report (number),
  id INTEGER NOT NULL UNIQUE,
  label TEXT NOT NULL,
  passages BLOB NOT NULL
);

CREATE TABLE story (
  first INTEGER PRIMARY KEY REFERENCES report (number),
  id INTEGER NOT NULL UNIQUE,
  storyline INTEGER NOT NULL,
  title TEXT NOT NULL,
  details BLOB NOT NULL
);
CREATE INDEX story_line ON story (storyline);

CREATE TABLE member (
  number INTEGER PRIMARY KEY REFERENCES report (number),
  origin INTEGER REFERENCES origin (first),
  story INTEGER REFERENCES story (first)
);
CREATE INDEX member_origin ON member (origin);
CREATE INDEX member_story ON member (story);

-- Ids as they are printed, parted by blanks.
CREATE TABLE change (
  number INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES batch (number),
  kind INTEGER NOT NULL,
  from_ids TEXT NOT NULL,
  to_ids TEXT NOT NULL
);
CREATE TABLE change_from (
  id TEXT NOT NULL,
  change INTEGER NOT NULL REFERENCES change (number),
  PRIMARY KEY (id, change)
) WITHOUT ROWID;

-- The segments of the indexes, and their blocks: `place` is segment * 2^32 + number, first_key has its top bit turned.
CREATE TABLE segment (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  level INTEGER NOT NULL,
  postings INTEGER NOT NULL
);
CREATE TABLE block (
  place INTEGER PRIMARY KEY,
  segment INTEGER NOT NULL,
  first_key INTEGER NOT NULL,
  bytes BLOB NOT NULL
);
CREATE INDEX block_key ON block (segment, first_key);

-- Contentless: the words are found in `report` and `content`. Positions are kept, for phrases. `outlet` holds one token
-- for the outlet, so that a filter is a term like any other. One flush a batch: the pending words of 2,000 reports fit
-- into 64 MiB.
CREATE VIRTUAL TABLE search USING fts5 (
  title, text, outlet,
  content = '', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search (search, rank) VALUES ('hashsize', 67108864);
