-- Every number that is known stands in one table, whichever way it came: with a return that counts, counted from
-- registers, handed up by a unit that reports for many, or as a baseline. The table is made anew because its key is
-- another one.

CREATE TABLE known_fact (
    unit        VARCHAR(100)    NOT NULL,
    last_month  DATE            NOT NULL,
    item        VARCHAR(100)    NOT NULL,
    first_month DATE            NOT NULL,
    -- of a number that was handed up the unit below whose it is; else empty
    part        VARCHAR(100)    NOT NULL,
    origin      VARCHAR(10)     NOT NULL,
    period      VARCHAR(10)     NOT NULL,
    -- the return; empty for a baseline of an indicator
    form        VARCHAR(20)     NOT NULL,
    amount      NUMERIC(40, 10) NOT NULL,
    -- the return it came with; of a measure the unit's own of the period, none if only a later one speaks of it
    submission  BIGINT,
    -- the baseline figure that it is
    baseline    BIGINT,
    cell        VARCHAR(20)     NOT NULL,
    PRIMARY KEY (unit, last_month, item, first_month, part, origin)
);
INSERT INTO known_fact
        (unit, last_month, item, first_month, part, origin, period, form, amount, submission, baseline, cell)
    SELECT unit, last_month, item, first_month, '', origin, period, form, amount, submission, NULL, cell FROM fact;
INSERT INTO known_fact
        (unit, last_month, item, first_month, part, origin, period, form, amount, submission, baseline, cell)
    SELECT s.unit, s.last_month, SUBSTRING(o.item FROM 13), s.first_month, o.record, 'rollup', s.period, s.form,
        o.number_is, s.id, NULL, o.cell
    FROM submission s JOIN observation o ON o.submission = s.id
    WHERE s.disposition IN ('accepted', 'queried') AND o.kind = 'N' AND o.record <> '' AND o.item LIKE 'below.units.%';
INSERT INTO known_fact
        (unit, last_month, item, first_month, part, origin, period, form, amount, submission, baseline, cell)
    SELECT unit, last_month, code, first_month, '', 'baseline', period,
        CASE WHEN POSITION('.' IN code) > 0 THEN SUBSTRING(code FROM 1 FOR POSITION('.' IN code) - 1) ELSE '' END,
        amount, NULL, id, ''
    FROM baseline WHERE ended IS NULL;
DROP TABLE fact;
ALTER TABLE known_fact RENAME TO fact;
CREATE INDEX fact_submission ON fact (submission);
CREATE INDEX fact_baseline ON fact (baseline);

-- Who below a unit that reports for many owed a return that counts, and whether it came.
CREATE TABLE filing_below (
    submission BIGINT       NOT NULL,
    part       VARCHAR(100) NOT NULL,
    counted    BOOLEAN      NOT NULL,
    PRIMARY KEY (submission, part)
);
INSERT INTO filing_below (submission, part, counted)
    SELECT s.id, o.record, MAX(CASE WHEN o.kind = 'N' THEN 1 ELSE 0 END) = 1
    FROM submission s JOIN observation o ON o.submission = s.id
    WHERE s.disposition IN ('accepted', 'queried') AND o.kind <> 'X' AND o.record <> '' AND o.item LIKE 'below.units.%'
    GROUP BY s.id, o.record;
