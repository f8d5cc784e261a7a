-- What is counted, on its way from one person's codes to the totals of groups. No time of day, no key, no order of arrival.

CREATE TABLE team (
    team_id UUID PRIMARY KEY,
    name VARCHAR NOT NULL,
    made_on DATE NOT NULL
);

-- What a team's links open it through: ids derived from keys that are stored nowhere. `kind` is join, insights or manage.
CREATE TABLE team_key (
    key_id UUID PRIMARY KEY,
    team_id UUID NOT NULL,
    kind VARCHAR NOT NULL
);

-- `number` counts a team's rounds. Closing is final.
CREATE TABLE round (
    round_id UUID PRIMARY KEY,
    team_id UUID NOT NULL,
    number INTEGER NOT NULL,
    instrument VARCHAR NOT NULL,
    opened_on DATE NOT NULL,
    closes_on DATE NOT NULL,
    closed_on DATE,
    UNIQUE (team_id, number),
    CHECK (closes_on >= opened_on)
);

-- One submission that waits to be mixed: in a round, or without one in the daily pool. The place of a code says what it measures.
-- `for_everyone`: where its round fails, the row may wait for the pool instead of being erased.
CREATE TABLE pending (
    pending_id UUID PRIMARY KEY,
    round_id UUID,
    instrument VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    codes SMALLINT[] NOT NULL,
    arrived_on DATE NOT NULL,
    for_everyone BOOLEAN NOT NULL,
    CHECK (for_everyone OR round_id IS NOT NULL)
);

-- A disjoint group of people, mixed once. `stage` is missing where stages were mixed; `in_totals` says whether everyone includes it yet.
CREATE TABLE cohort (
    cohort_id INTEGER PRIMARY KEY,
    round_id UUID,
    instrument VARCHAR NOT NULL,
    stage VARCHAR,
    people INTEGER NOT NULL,
    sealed_on DATE NOT NULL,
    in_totals BOOLEAN NOT NULL,
    CHECK (people >= CASE WHEN round_id IS NULL THEN 10 ELSE 6 END)
);

CREATE INDEX cohort_of_round ON cohort (round_id);

-- How many people of a cohort have a code. Without a primary key: it would outweigh the counts themselves.
CREATE TABLE cohort_count (
    cohort_id INTEGER NOT NULL,
    measure VARCHAR NOT NULL,
    code SMALLINT NOT NULL,
    people INTEGER NOT NULL,
    CHECK (people >= 1)
);

-- Running sums over whole cohorts: `everyone`, and each life stage. Reading them takes as long for a million people as for a thousand.
CREATE TABLE total_count (
    instrument VARCHAR NOT NULL,
    total VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    code SMALLINT NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (instrument, total, measure, code),
    CHECK (people >= 1)
);

-- The day whose mixing is done.
CREATE TABLE mixing (
    done_for DATE NOT NULL
);

INSERT INTO mixing VALUES (DATE '1970-01-01');
