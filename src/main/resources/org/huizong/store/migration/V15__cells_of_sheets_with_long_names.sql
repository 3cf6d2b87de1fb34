-- Excel gives a sheet 31 characters of a name, other programs give it more.

ALTER TABLE observation ALTER COLUMN cell SET DATA TYPE VARCHAR;
ALTER TABLE fact ALTER COLUMN cell SET DATA TYPE VARCHAR;
