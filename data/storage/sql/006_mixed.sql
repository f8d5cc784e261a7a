-- Counts that stood for fewer people than the floor, by what they differed in from others, go (docs/anonymity.md 3.13).

-- Less these, the answers were those of whoever left something of the dimension open: often one person's, word for word.
DELETE FROM cohort_count WHERE measure LIKE 'complete.%';
DELETE FROM total_count WHERE measure LIKE 'complete.%';

-- Less the sums, the scores were theirs. Where that was fewer than six people, as many sums as are missing for six are drawn and left out.
CREATE TABLE drawn_sum AS
SELECT unit.cohort_id, unit.measure, CASE WHEN unit.place <= 6 - rest.people THEN -1 ELSE unit.code END AS code
FROM (
    SELECT cohort_id, measure, code, row_number() OVER (PARTITION BY cohort_id, measure, code = -1 ORDER BY draw) AS place
    FROM (
        SELECT cohort_id, measure, code, random() AS draw
        FROM cohort_count
        CROSS JOIN LATERAL generate_series(1, people) AS person
        WHERE measure LIKE 'sum.%'
    ) AS drawing
) AS unit
JOIN (
    SELECT cohort_id, measure, sum(people) AS people
    FROM (
        SELECT cohort_id, 'sum.' || substr(measure, 7) AS measure, people FROM cohort_count WHERE measure LIKE 'score.%' AND code <> -1
        UNION ALL
        SELECT cohort_id, measure, -people FROM cohort_count WHERE measure LIKE 'sum.%' AND code <> -1
    ) AS both_of_them
    GROUP BY cohort_id, measure
) AS rest ON rest.cohort_id = unit.cohort_id AND rest.measure = unit.measure
WHERE rest.people BETWEEN 1 AND 5;

DELETE FROM cohort_count WHERE EXISTS (
    SELECT 1 FROM drawn_sum WHERE drawn_sum.cohort_id = cohort_count.cohort_id AND drawn_sum.measure = cohort_count.measure
);

INSERT INTO cohort_count SELECT cohort_id, measure, code, count(*) FROM drawn_sum GROUP BY cohort_id, measure, code;

DROP TABLE drawn_sum;

-- Totals are sums of cohorts: less all others they would give back what has just gone.
DELETE FROM total_count WHERE measure LIKE 'sum.%';

INSERT INTO total_count
SELECT cohort.instrument, 'everyone', measure, code, sum(cohort_count.people)
FROM cohort_count
JOIN cohort ON cohort.cohort_id = cohort_count.cohort_id
WHERE measure LIKE 'sum.%' AND cohort.in_totals
GROUP BY cohort.instrument, measure, code;

INSERT INTO total_count
SELECT cohort.instrument, cohort.stage, measure, code, sum(cohort_count.people)
FROM cohort_count
JOIN cohort ON cohort.cohort_id = cohort_count.cohort_id
WHERE measure LIKE 'sum.%' AND cohort.round_id IS NULL AND cohort.stage IS NOT NULL
GROUP BY cohort.instrument, cohort.stage, measure, code;

-- Sealing is what is done to records; people are mixed.
DROP INDEX cohort_of_round;
ALTER TABLE cohort RENAME COLUMN sealed_on TO mixed_on;
CREATE INDEX cohort_of_round ON cohort (round_id);
