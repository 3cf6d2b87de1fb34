-- What was done to a period since its workbook was made is told by its edition alone, as for any other change.

ALTER TABLE run DROP COLUMN events;
