-- A value that stands on another sheet than its return keeps the name of that sheet with its cell.

ALTER TABLE observation ALTER COLUMN cell SET DATA TYPE VARCHAR(60);
ALTER TABLE fact ALTER COLUMN cell SET DATA TYPE VARCHAR(60);
