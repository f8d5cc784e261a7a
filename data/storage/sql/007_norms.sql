-- Norms measured from the counts of everyone (docs/rk11.md 2.2): rounded figures of each dimension, never changed once they are there.
-- `people` is the step of the ladder that was reached, never how many there were.
CREATE TABLE norms (
    instrument VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    measured_on DATE NOT NULL,
    people INTEGER NOT NULL,
    dimension VARCHAR NOT NULL,
    mean DOUBLE PRECISION NOT NULL,
    sd DOUBLE PRECISION NOT NULL,
    alpha DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (instrument, name, dimension)
);
