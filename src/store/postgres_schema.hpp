// The tables of a store in PostgreSQL.
#pragma once

namespace store::pq {

/// Of the tables below.
inline constexpr unsigned format_version = 1;

/// What lies in the log is added to and never changed. The triggers are on for replicas too, and TRUNCATE
/// passes triggers on rows by. Texts are ordered by their bytes, whatever the database's own order.
inline constexpr const char* schema = R"sql(
CREATE SCHEMA depositary;
CREATE TABLE depositary.format(version bigint NOT NULL);
CREATE TABLE depositary.entry(
    idx bigint CONSTRAINT entry_place PRIMARY KEY CHECK(idx >= 0),
    digest bytea NOT NULL CONSTRAINT entry_digest UNIQUE CHECK(length(digest) = 32),
    leaf bytea NOT NULL CHECK(length(leaf) = 32),
    data bytea NOT NULL CHECK(length(data) <= 65535)
);
CREATE TABLE depositary.tile(
    level bigint NOT NULL CHECK(level BETWEEN 0 AND 7),
    n bigint NOT NULL CHECK(n >= 0),
    root bytea NOT NULL CHECK(length(root) = 32),
    hashes bytea NOT NULL CHECK(length(hashes) = 8192),
    PRIMARY KEY(level, n)
);
CREATE TABLE depositary.head(
    id bigint PRIMARY KEY CHECK(id = 1),
    size bigint NOT NULL CHECK(size >= 0),
    peaks bytea NOT NULL,
    checkpoint bytea NOT NULL
);
CREATE TABLE depositary.checkpoint(
    size bigint PRIMARY KEY CHECK(size >= 0),
    note bytea NOT NULL CHECK(length(note) > 0)
);
CREATE TABLE depositary.cosignature(
    size bigint NOT NULL CONSTRAINT cosignature_checkpoint REFERENCES depositary.checkpoint(size),
    witness text COLLATE "C" NOT NULL,
    line bytea NOT NULL,
    PRIMARY KEY(size, witness)
);
CREATE TABLE depositary.file(
    sha256 bytea PRIMARY KEY CHECK(length(sha256) = 32),
    media_type text NOT NULL,
    data bytea NOT NULL
);
CREATE TABLE depositary.annex(
    commitment bytea PRIMARY KEY CHECK(length(commitment) = 32),
    salt bytea NOT NULL CHECK(length(salt) = 32),
    media_type text NOT NULL,
    data bytea NOT NULL
);
CREATE TABLE depositary.setting(
    name text COLLATE "C" PRIMARY KEY,
    value bytea NOT NULL
);

CREATE FUNCTION depositary.refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    RAISE EXCEPTION '%: what is kept is not changed by %', TG_TABLE_NAME, TG_OP;
END $$;
CREATE FUNCTION depositary.check_places() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    IF EXISTS(SELECT 1 FROM (SELECT min(idx) AS first, max(idx) AS last, count(*) AS rows FROM added) AS a,
                            depositary.head AS h
              WHERE a.rows > 0 AND (a.first <> h.size OR a.last - a.first + 1 <> a.rows)) THEN
        RAISE EXCEPTION 'entries follow each other from the head on';
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION depositary.check_head() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    IF NEW.size < OLD.size THEN RAISE EXCEPTION 'the log does not become shorter'; END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER added AFTER INSERT ON depositary.entry REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION depositary.check_places();
CREATE TRIGGER moved BEFORE UPDATE ON depositary.head
    FOR EACH ROW EXECUTE FUNCTION depositary.check_head();
ALTER TABLE depositary.entry ENABLE ALWAYS TRIGGER added;
ALTER TABLE depositary.head ENABLE ALWAYS TRIGGER moved;
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['entry', 'tile', 'checkpoint', 'file'] LOOP
        EXECUTE format('CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON depositary.%I '
                       'FOR EACH ROW EXECUTE FUNCTION depositary.refuse()', name);
        EXECUTE format('CREATE TRIGGER kept_all BEFORE TRUNCATE ON depositary.%I '
                       'FOR EACH STATEMENT EXECUTE FUNCTION depositary.refuse()', name);
        EXECUTE format('ALTER TABLE depositary.%I ENABLE ALWAYS TRIGGER kept', name);
        EXECUTE format('ALTER TABLE depositary.%I ENABLE ALWAYS TRIGGER kept_all', name);
    END LOOP;
END $$;
CREATE TRIGGER kept BEFORE UPDATE ON depositary.annex
    FOR EACH ROW EXECUTE FUNCTION depositary.refuse();
CREATE TRIGGER kept BEFORE DELETE ON depositary.head
    FOR EACH ROW EXECUTE FUNCTION depositary.refuse();
ALTER TABLE depositary.annex ENABLE ALWAYS TRIGGER kept;
ALTER TABLE depositary.head ENABLE ALWAYS TRIGGER kept;

INSERT INTO depositary.format(version) VALUES(1);
INSERT INTO depositary.head(id, size, peaks, checkpoint) VALUES(1, 0, '', '');
)sql";

}  // namespace store::pq
