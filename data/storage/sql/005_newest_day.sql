-- The newest day that was seen: empty until the first look at a clock. A clock far from it is not gone by (decisions 16).
CREATE TABLE newest_day (
    seen DATE NOT NULL
);

INSERT INTO newest_day SELECT done_for FROM mixing WHERE done_for > DATE '1970-01-01';
