-- Who filled a return in and how to reach them, from its foot, masked: whom to ask when the next one does not come.

ALTER TABLE submission ADD COLUMN filler VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE submission ADD COLUMN phone VARCHAR DEFAULT '' NOT NULL;
