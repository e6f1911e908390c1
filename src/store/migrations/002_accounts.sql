-- What a report says (account_rows.h), by zstd with the report's text as its prefix. A store of schema 1 has none until
-- it is rebuilt.
CREATE TABLE account (
  number INTEGER PRIMARY KEY REFERENCES report (number),
  account BLOB NOT NULL
);
