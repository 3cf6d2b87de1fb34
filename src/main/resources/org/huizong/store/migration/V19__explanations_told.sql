-- What a sender told the office to explain a query, in place of writing it on the return: it stands as if it were read in the
-- cell in question, and stays when the file is read again.

CREATE TABLE told (
    submission  BIGINT  NOT NULL REFERENCES submission ON DELETE CASCADE,
    item        VARCHAR NOT NULL,
    record      VARCHAR NOT NULL,
    cell        VARCHAR NOT NULL,
    explanation VARCHAR NOT NULL,
    PRIMARY KEY (submission, item, record)
);

-- Up to which event a run knew when it published: what was done since is not in its workbook.

ALTER TABLE run ADD COLUMN events BIGINT DEFAULT 0 NOT NULL;
UPDATE run SET events = (SELECT COALESCE(MAX(id), 0) FROM event);
