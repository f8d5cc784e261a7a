-- One sealed envelope per viewer link: a copy of what was chosen. Its last day to be opened is sealed inside; `kept_until` is when the row goes.
CREATE TABLE share (
    share_id UUID PRIMARY KEY,
    sealed BYTEA NOT NULL,
    kept_until DATE NOT NULL
);
