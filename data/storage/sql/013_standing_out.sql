-- What sets a round apart from everyone, as it was told when everyone had not moved yet since the round was counted: for ever, as JSON.
CREATE TABLE standing_out (
    round_id UUID PRIMARY KEY,
    told VARCHAR NOT NULL
);
