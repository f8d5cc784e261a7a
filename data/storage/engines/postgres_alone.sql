-- What PostgreSQL alone needs to be as quick as DuckDB, which reads columns as a whole and keeps none of these in order.
CREATE INDEX IF NOT EXISTS cohort_count_of_cohort ON cohort_count (cohort_id);
CREATE INDEX IF NOT EXISTS record_by_last_day ON record (kept_until);
CREATE INDEX IF NOT EXISTS share_by_last_day ON share (kept_until);

-- What several processes count together of floods (attempt_store.py): in no log of the server, and so in no archive and no copy of it.
CREATE UNLOGGED TABLE IF NOT EXISTS attempt (place BYTEA NOT NULL, tried BYTEA NOT NULL, gone_by BIGINT NOT NULL, PRIMARY KEY (place, tried));
