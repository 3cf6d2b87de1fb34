-- Every number that is known of a unit and a period, whichever way it came: with a return that counts, or counted from
-- registers. One unit's numbers of a run of months lie together.

CREATE TABLE known_fact (
    unit        VARCHAR(100)    NOT NULL,
    last_month  DATE            NOT NULL,
    item        VARCHAR(100)    NOT NULL,
    first_month DATE            NOT NULL,
    origin      VARCHAR(10)     NOT NULL,
    period      VARCHAR(10)     NOT NULL,
    form        VARCHAR(20)     NOT NULL,
    amount      NUMERIC(40, 10) NOT NULL,
    -- the return it came with; of a measure the unit's own of the period, none if only a later one speaks of it
    submission  BIGINT,
    cell        VARCHAR(20)     NOT NULL,
    PRIMARY KEY (unit, last_month, item, first_month, origin)
);
INSERT INTO known_fact (unit, last_month, item, first_month, origin, period, form, amount, submission, cell)
    SELECT unit, last_month, item, first_month, origin, period, form, amount, submission, cell FROM fact;
INSERT INTO known_fact (unit, last_month, item, first_month, origin, period, form, amount, submission, cell)
    SELECT s.unit, s.last_month, o.item, s.first_month, 'return', s.period, s.form, o.number_is, s.id, o.cell
    FROM submission s JOIN observation o ON o.submission = s.id
    WHERE s.disposition IN ('accepted', 'queried') AND o.kind = 'N' AND o.record = '' AND o.item NOT LIKE 'below.%';
DROP TABLE fact;
ALTER TABLE known_fact RENAME TO fact;
CREATE INDEX fact_submission ON fact (submission);
