-- Records of registers: personal values masked beside a digest of the whole, findings by record.

ALTER TABLE observation ADD COLUMN digest VARCHAR(64);
ALTER TABLE finding ADD COLUMN record VARCHAR(200) DEFAULT '' NOT NULL;
