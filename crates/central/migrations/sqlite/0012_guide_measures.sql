-- What happened on the pages of guided submissions: sums of a day over all kiosks, nothing of any one person.
CREATE TABLE guide_measure_form (
    procedure TEXT NOT NULL,
    version INTEGER NOT NULL,
    date TEXT NOT NULL,
    begun INTEGER NOT NULL,
    alone INTEGER NOT NULL,
    assisted INTEGER NOT NULL,
    PRIMARY KEY (date, procedure, version)
) STRICT, WITHOUT ROWID;

-- `within_*`: how many went on or back after up to so many seconds.
CREATE TABLE guide_measure_page (
    procedure TEXT NOT NULL,
    version INTEGER NOT NULL,
    date TEXT NOT NULL,
    page TEXT NOT NULL,
    shown INTEGER NOT NULL,
    left_here INTEGER NOT NULL,
    went_on INTEGER NOT NULL,
    went_back INTEGER NOT NULL,
    helped INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    within_10 INTEGER NOT NULL,
    within_30 INTEGER NOT NULL,
    within_60 INTEGER NOT NULL,
    within_120 INTEGER NOT NULL,
    within_300 INTEGER NOT NULL,
    longer INTEGER NOT NULL,
    PRIMARY KEY (date, procedure, version, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE guide_measure_error (
    procedure TEXT NOT NULL,
    version INTEGER NOT NULL,
    date TEXT NOT NULL,
    page TEXT NOT NULL,
    field TEXT NOT NULL,
    cause TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (date, procedure, version, page, field, cause)
) STRICT, WITHOUT ROWID;
