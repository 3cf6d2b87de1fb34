-- The measures of one register are asked for whenever it is counted anew; without it every fact is looked at.

CREATE INDEX fact_form ON fact (form, origin, period);
