-- The facts of a year are read unit by unit and month by month, in the order of their key. What is read of them stands in
-- its index too: to look up each row beside it cost as much again as all the rest.

ALTER TABLE fact DROP PRIMARY KEY;
CREATE UNIQUE INDEX fact_key ON fact (unit, last_month, item, first_month, part, origin)
    INCLUDE (amount, submission, baseline);

-- The registers of one kind are asked for over all months; without it every file of every month is looked at.

CREATE INDEX submission_form ON submission (form, last_month);
