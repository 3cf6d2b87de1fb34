-- What was done to a period since its workbook was made is told by its edition alone, as for any other change.

UPDATE edition SET stale = period
WHERE stale = ''
    AND edition_no = (SELECT MAX(later.edition_no) FROM edition later WHERE later.period = edition.period)
    AND EXISTS (
        SELECT 1 FROM event e JOIN run r ON r.id = (SELECT MAX(p.id) FROM run p WHERE p.period = edition.period AND p.published)
        WHERE e.period = edition.period AND e.id > r.events AND e.what NOT IN ('close', 'reopen'));
ALTER TABLE run DROP COLUMN events;
