-- What waited too long to be counted and was erased: its id alone, so that its owner can be told.
CREATE TABLE lapsed (
    pending_id UUID PRIMARY KEY
);
