-- What a team agreed on after a round of it had closed, by the ids of a fixed list. Its next round asks whether that happened.
CREATE TABLE agreement (
    round_id UUID NOT NULL,
    place INTEGER NOT NULL,
    agreement VARCHAR NOT NULL,
    PRIMARY KEY (round_id, place),
    CHECK (place BETWEEN 1 AND 2)
);
