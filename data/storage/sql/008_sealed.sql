-- Keys that waiting rows are sealed to: one for each round, one for each week of everyone. Here lies the half that seals.
CREATE TABLE waiting_key (
    key_id UUID PRIMARY KEY,
    round_id UUID,
    week DATE,
    public_key BYTEA NOT NULL,
    CHECK ((round_id IS NULL) = (week IS NOT NULL))
);

-- The half that opens, wrapped under what this database does not hold: the secret of the server, or a link of the team
-- (docs/security.md 2.5).
CREATE TABLE wrapped_key (
    key_id UUID NOT NULL,
    wrapped_under VARCHAR NOT NULL,
    wrapped BYTEA NOT NULL,
    PRIMARY KEY (key_id, wrapped_under)
);

-- Whoever waited in the clear is sealed in the same transaction (data/storage/waiting/former_rows.py), which also drops this table.
CREATE TABLE former_pending AS SELECT * FROM pending;

DROP TABLE pending;

-- One submission that waits to be mixed, sealed: in a round, or without one among everyone.
CREATE TABLE pending (
    pending_id UUID PRIMARY KEY,
    round_id UUID,
    instrument VARCHAR NOT NULL,
    key_id UUID NOT NULL,
    sealed BYTEA NOT NULL,
    arrived_on DATE NOT NULL
);

-- When a round that has closed was counted: until now the moment it closed, from now on when somebody with a link comes.
ALTER TABLE round ADD COLUMN counted_on DATE;

UPDATE round SET counted_on = closed_on;
