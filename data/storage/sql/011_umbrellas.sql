-- Several teams that hold their rounds together: the umbrella is the team, and these are the teams in it, by their place from 1.
CREATE TABLE umbrella_team (
    team_id UUID NOT NULL,
    place INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    PRIMARY KEY (team_id, place)
);

-- The team of an umbrella that a join link leads to; none where a team is by itself.
ALTER TABLE team_key ADD COLUMN place INTEGER;

-- The team of an umbrella that a cohort holds; none where it holds several of them, or where its team is by itself.
DROP INDEX cohort_of_round;
ALTER TABLE cohort ADD COLUMN place INTEGER;
CREATE INDEX cohort_of_round ON cohort (round_id);
