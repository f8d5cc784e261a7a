-- Whether a cohort of a round keeps no more than its round may show.
DROP INDEX cohort_of_round;
ALTER TABLE cohort ADD COLUMN reduced BOOLEAN DEFAULT FALSE;
CREATE INDEX cohort_of_round ON cohort (round_id);
