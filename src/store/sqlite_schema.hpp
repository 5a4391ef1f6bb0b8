// The tables of a store in SQLite.
#pragma once

namespace store::sqlite {

/// In the header of the file, so that `file` and others can tell it: the letters "Dpst".
inline constexpr unsigned application_id = 0x44707374;
/// Of the tables below.
inline constexpr unsigned format_version = 1;

/// What lies in the log is added to and never changed: triggers say no to whoever tries by SQL, a shell
/// included. "INSERT OR REPLACE" would take rows away without asking the triggers on DELETE, so the triggers
/// on INSERT look for rows in its way.
inline constexpr const char* schema = R"sql(
CREATE TABLE entry(
    idx INTEGER PRIMARY KEY CHECK(idx >= 0),
    digest BLOB NOT NULL UNIQUE CHECK(length(digest) = 32),
    leaf BLOB NOT NULL CHECK(length(leaf) = 32),
    data BLOB NOT NULL CHECK(length(data) <= 65535)
) STRICT;
CREATE TABLE tile(
    level INTEGER NOT NULL CHECK(level BETWEEN 0 AND 7),
    n INTEGER NOT NULL CHECK(n >= 0),
    root BLOB NOT NULL CHECK(length(root) = 32),
    hashes BLOB NOT NULL CHECK(length(hashes) = 8192),
    PRIMARY KEY(level, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE head(
    id INTEGER PRIMARY KEY CHECK(id = 1),
    size INTEGER NOT NULL CHECK(size >= 0),
    peaks BLOB NOT NULL,
    checkpoint BLOB NOT NULL
) STRICT;
CREATE TABLE checkpoint(
    size INTEGER PRIMARY KEY CHECK(size >= 0),
    note BLOB NOT NULL CHECK(length(note) > 0)
) STRICT;
CREATE TABLE cosignature(
    size INTEGER NOT NULL REFERENCES checkpoint(size),
    witness TEXT NOT NULL,
    line BLOB NOT NULL,
    PRIMARY KEY(size, witness)
) STRICT, WITHOUT ROWID;
CREATE TABLE file(
    sha256 BLOB NOT NULL UNIQUE CHECK(length(sha256) = 32),
    media_type TEXT NOT NULL,
    data BLOB NOT NULL
) STRICT;
CREATE TABLE annex(
    commitment BLOB NOT NULL UNIQUE CHECK(length(commitment) = 32),
    salt BLOB NOT NULL CHECK(length(salt) = 32),
    media_type TEXT NOT NULL,
    data BLOB NOT NULL
) STRICT;
CREATE TABLE setting(
    name TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_added BEFORE INSERT ON entry
WHEN NEW.idx <> coalesce((SELECT max(idx) + 1 FROM entry), 0)
     OR EXISTS(SELECT 1 FROM entry WHERE digest = NEW.digest)
BEGIN SELECT RAISE(ABORT, 'an entry has the next place and a digest of its own'); END;
CREATE TRIGGER entry_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are kept as they are'); END;
CREATE TRIGGER entry_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are kept for ever'); END;

CREATE TRIGGER tile_added BEFORE INSERT ON tile
WHEN EXISTS(SELECT 1 FROM tile WHERE level = NEW.level AND n = NEW.n)
BEGIN SELECT RAISE(ABORT, 'the tile is there'); END;
CREATE TRIGGER tile_changed BEFORE UPDATE ON tile
BEGIN SELECT RAISE(ABORT, 'tiles are kept as they are'); END;
CREATE TRIGGER tile_deleted BEFORE DELETE ON tile
BEGIN SELECT RAISE(ABORT, 'tiles are kept for ever'); END;

CREATE TRIGGER checkpoint_added BEFORE INSERT ON checkpoint
WHEN EXISTS(SELECT 1 FROM checkpoint WHERE size = NEW.size)
BEGIN SELECT RAISE(ABORT, 'the checkpoint is there'); END;
CREATE TRIGGER checkpoint_changed BEFORE UPDATE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoints are kept as they are'); END;
CREATE TRIGGER checkpoint_deleted BEFORE DELETE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoints are kept for ever'); END;

CREATE TRIGGER file_added BEFORE INSERT ON file
WHEN EXISTS(SELECT 1 FROM file WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'the file is there'); END;
CREATE TRIGGER file_changed BEFORE UPDATE ON file
BEGIN SELECT RAISE(ABORT, 'files are kept as they are'); END;
CREATE TRIGGER file_deleted BEFORE DELETE ON file
BEGIN SELECT RAISE(ABORT, 'files are kept for ever'); END;

CREATE TRIGGER annex_added BEFORE INSERT ON annex
WHEN EXISTS(SELECT 1 FROM annex WHERE commitment = NEW.commitment)
BEGIN SELECT RAISE(ABORT, 'the annex is there'); END;
CREATE TRIGGER annex_changed BEFORE UPDATE ON annex
BEGIN SELECT RAISE(ABORT, 'annexes are kept as they are or taken away'); END;

CREATE TRIGGER head_changed BEFORE UPDATE ON head
WHEN NEW.size < OLD.size
BEGIN SELECT RAISE(ABORT, 'the log does not become shorter'); END;
CREATE TRIGGER head_deleted BEFORE DELETE ON head
BEGIN SELECT RAISE(ABORT, 'the log has a head'); END;

INSERT INTO head(id, size, peaks, checkpoint) VALUES(1, 0, x'', x'');
)sql";

}  // namespace store::sqlite
