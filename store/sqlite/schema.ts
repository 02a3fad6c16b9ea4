/** `JIYA` in ASCII: what tells our files from other programs' SQLite files. */
export const APPLICATION_ID = 0x4a495941

const FIRST = `
  CREATE TABLE jurisdictions (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    issuer TEXT NOT NULL,
    hash TEXT NOT NULL,
    day TEXT,
    documents INTEGER NOT NULL DEFAULT 0,
    counts TEXT NOT NULL DEFAULT '{}',
    first_day TEXT,
    last_day TEXT
  ) STRICT;

  CREATE TABLE documents (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    jurisdiction INTEGER NOT NULL REFERENCES jurisdictions (pk),
    name TEXT NOT NULL,
    origin TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    parser TEXT NOT NULL,
    format TEXT NOT NULL,
    source_text TEXT NOT NULL,
    text TEXT NOT NULL,
    origins TEXT NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX documents_of ON documents (jurisdiction);

  -- sort is the id in UTF-16, big end first: bytes in the order of code units, which is not that of UTF-8.
  CREATE TABLE nodes (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    jurisdiction INTEGER NOT NULL REFERENCES jurisdictions (pk),
    kind TEXT NOT NULL,
    date TEXT,
    ordinal INTEGER,
    degree INTEGER NOT NULL DEFAULT 0,
    fingerprint TEXT NOT NULL,
    sort BLOB NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE INDEX nodes_of ON nodes (jurisdiction, kind, date DESC, ordinal DESC, sort);

  CREATE TABLE edges (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    jurisdiction INTEGER NOT NULL REFERENCES jurisdictions (pk),
    type TEXT NOT NULL,
    from_node INTEGER NOT NULL REFERENCES nodes (pk),
    to_node INTEGER NOT NULL REFERENCES nodes (pk),
    fingerprint TEXT NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE INDEX edges_of ON edges (jurisdiction);
  CREATE INDEX edges_from ON edges (from_node, type);
  CREATE INDEX edges_to ON edges (to_node, type);

  CREATE TABLE evidence (
    edge INTEGER NOT NULL REFERENCES edges (pk) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (pk),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (edge, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX evidence_in ON evidence (document, edge);

  CREATE TABLE forms (
    pk INTEGER PRIMARY KEY,
    node INTEGER NOT NULL REFERENCES nodes (pk) ON DELETE CASCADE,
    form TEXT NOT NULL,
    folded TEXT NOT NULL
  ) STRICT;
  CREATE INDEX forms_of ON forms (node);

  -- Words are made by us and parted by spaces; punctuation is part of a word, so that a title is found with its brackets.
  CREATE VIRTUAL TABLE form_index USING fts5 (
    place, bigrams, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
  );
`

// An edge carries its day, so that the edges of a node between two days are found in the index alone.
const SECOND = `
  -- By the name of the place: events stay when it has no documents left.
  CREATE TABLE curation (
    jurisdiction TEXT NOT NULL,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (jurisdiction, id)
  ) STRICT, WITHOUT ROWID;

  ALTER TABLE edges ADD COLUMN date TEXT;
  UPDATE edges SET date = json ->> '$.date';
  DROP INDEX edges_from;
  DROP INDEX edges_to;
  CREATE INDEX edges_from ON edges (from_node, type, to_node, date);
  CREATE INDEX edges_to ON edges (to_node, type, from_node, date);
`

/** Each takes a file from the version of its index to the next one; `PRAGMA user_version` counts those that have run. */
export const MIGRATIONS: readonly string[] = [FIRST, SECOND]
