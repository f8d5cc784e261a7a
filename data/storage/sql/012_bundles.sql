-- Everyone is mixed once a week, on a random day.
ALTER TABLE mixing ADD COLUMN everyone_from DATE DEFAULT DATE '1970-01-01';

-- Whether everybody in a cohort of a round may be counted among everyone; nobody of rounds that were closed before this was asked.
DROP INDEX cohort_of_round;
ALTER TABLE cohort ADD COLUMN for_everyone BOOLEAN DEFAULT FALSE;
CREATE INDEX cohort_of_round ON cohort (round_id);

-- What is shown of everyone and of life stages: scores in ten bars, each count of each cohort blurred once by two people at most.
CREATE TABLE shown_count (
    instrument VARCHAR NOT NULL,
    total VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    bar SMALLINT NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (instrument, total, measure, bar)
);

INSERT INTO shown_count
SELECT instrument, total, measure, bar, people + CAST(floor(random() * 5) AS INTEGER) - 2
FROM (
    SELECT instrument, total, measure, bar, CAST(sum(CASE WHEN bar = least(floor(code / 24.0), 9) THEN people ELSE 0 END) AS INTEGER) AS people
    FROM total_count
    CROSS JOIN generate_series(0, 9) AS bars (bar)
    WHERE measure LIKE 'score.%' AND code >= 0
    GROUP BY instrument, total, measure, bar
) AS scored;

-- A cohort of people without a team is in the totals at once, and keeps nothing beside them.
DELETE FROM cohort_count WHERE cohort_id IN (SELECT cohort_id FROM cohort WHERE round_id IS NULL);
