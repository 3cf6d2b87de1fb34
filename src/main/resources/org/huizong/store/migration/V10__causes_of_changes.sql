-- What is behind each change of an edition: files that came, were corrected or went, rules, baselines, the tables.

CREATE TABLE edition_cause (
    period      VARCHAR(10)  NOT NULL,
    edition_no  INTEGER      NOT NULL,
    place       INTEGER      NOT NULL,
    why         VARCHAR(20)  NOT NULL,
    unit        VARCHAR(100) NOT NULL,
    form        VARCHAR(20)  NOT NULL,
    of_period   VARCHAR(10)  NOT NULL,
    subject     VARCHAR      NOT NULL,
    PRIMARY KEY (period, edition_no, place),
    FOREIGN KEY (period, edition_no) REFERENCES edition
);

-- A change names its causes by their places; the file that an older change names becomes one.
ALTER TABLE edition_change ADD COLUMN record VARCHAR(200) DEFAULT '' NOT NULL;
INSERT INTO edition_cause (period, edition_no, place, why, unit, form, of_period, subject)
    SELECT period, edition_no, ROW_NUMBER() OVER (PARTITION BY period, edition_no ORDER BY cause) - 1,
        CASE WHEN baseline > 0 THEN 'baseline' ELSE 'corrected' END, '', '', '', cause
    FROM (
        SELECT period, edition_no, cause, COUNT(*) FILTER (WHERE kind = 'baseline') AS baseline
        FROM edition_change WHERE cause <> '' GROUP BY period, edition_no, cause
    ) named;
UPDATE edition_change SET cause = COALESCE((
    SELECT CAST(c.place AS VARCHAR) FROM edition_cause c
    WHERE c.period = edition_change.period AND c.edition_no = edition_change.edition_no
        AND c.subject = edition_change.cause), '');

-- The newest edition of a period also knows the returns of other periods that its figures come from. What made it stale
-- is not among them.
INSERT INTO edition_submission (period, edition_no, submission)
    SELECT e.period, e.edition_no, s.id
    FROM (SELECT period, MAX(edition_no) AS edition_no FROM edition GROUP BY period) newest
    JOIN edition e ON e.period = newest.period AND e.edition_no = newest.edition_no
    JOIN submission s ON s.disposition IN ('accepted', 'queried') AND s.period <> e.stale
    WHERE NOT EXISTS (
        SELECT 1 FROM edition_submission x
        WHERE x.period = e.period AND x.edition_no = e.edition_no AND x.submission = s.id);
