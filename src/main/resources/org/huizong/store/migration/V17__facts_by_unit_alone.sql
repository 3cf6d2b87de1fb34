-- Each index on facts costs as much as the facts themselves when they are written. Facts of a return, like those of a baseline,
-- are found by the unit and the month, which the key begins with.

DROP INDEX fact_submission;
DROP INDEX fact_baseline;
