-- Portable SQL only: the same text must run on PostgreSQL. Never edit a numbered file; add the next one.

CREATE TABLE migration (
    name VARCHAR PRIMARY KEY
);

-- One sealed envelope per person. The id is derived from a key that is stored nowhere.
CREATE TABLE record (
    record_id UUID PRIMARY KEY,
    sealed BYTEA NOT NULL,
    kept_until DATE NOT NULL
);

-- Written to when somebody asks whether the database still takes writes.
CREATE TABLE heartbeat (
    beats BIGINT NOT NULL
);

INSERT INTO heartbeat VALUES (0);
