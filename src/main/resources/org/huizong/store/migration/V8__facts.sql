-- Numbers that are known of a period: so far what registers count. Those of a closed period stay as they are.

CREATE TABLE fact (
    period      VARCHAR(10)     NOT NULL,
    first_month DATE            NOT NULL,
    last_month  DATE            NOT NULL,
    unit        VARCHAR(100)    NOT NULL,
    form        VARCHAR(20)     NOT NULL,
    item        VARCHAR(100)    NOT NULL,
    amount      NUMERIC(40, 10) NOT NULL,
    origin      VARCHAR(10)     NOT NULL,
    -- the unit's own return of the period; none if only a later one speaks of it
    submission  BIGINT,
    cell        VARCHAR(20)     NOT NULL,
    PRIMARY KEY (period, unit, item, origin)
);
CREATE INDEX fact_months ON fact (first_month, last_month);

-- Which records a measure counts, and the row from which each was counted.
CREATE TABLE fact_record (
    period      VARCHAR(10)     NOT NULL,
    unit        VARCHAR(100)    NOT NULL,
    form        VARCHAR(20)     NOT NULL,
    item        VARCHAR(100)    NOT NULL,
    record      VARCHAR(200)    NOT NULL,
    amount      NUMERIC(40, 10) NOT NULL,
    submission  BIGINT          NOT NULL,
    cell        VARCHAR(20)     NOT NULL,
    PRIMARY KEY (period, item, record, unit)
);
CREATE INDEX fact_record_of ON fact_record (record);

-- What the facts of a register were counted from; other words mean that they must be counted anew.
CREATE TABLE fact_source (
    form        VARCHAR(20) PRIMARY KEY,
    made_of     CHAR(64)    NOT NULL
);
