-- For how many weeks a round goes on by itself, once, where fewer than six people wait at its end; none as it was before.
ALTER TABLE round ADD COLUMN more_weeks INTEGER DEFAULT 0;
