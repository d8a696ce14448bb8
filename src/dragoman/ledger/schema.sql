-- The ledger: what was read, one table for each kind of the record. `reading` is one reading of one report by
-- one version of program, model and codebook; every row hangs on it. A report read again gets a new reading,
-- and the old one is `superseded` and swept away. `n` keeps the order of the record. A span is [start, end):
-- characters of reports.text counted from 0, end excluded, so words(text, span) is what it covers.
CREATE TABLE reports (
    reading INTEGER PRIMARY KEY, id VARCHAR NOT NULL, published VARCHAR, published_source VARCHAR,
    publisher VARCHAR, url VARCHAR, title VARCHAR, standfirst VARCHAR, language VARCHAR, source VARCHAR,
    text VARCHAR NOT NULL, title_span INTEGER[2], standfirst_span INTEGER[2], dateline INTEGER[2],
    body INTEGER[2][] NOT NULL, dragoman VARCHAR, model VARCHAR, codebook VARCHAR,
    capture VARCHAR NOT NULL, digest VARCHAR NOT NULL, superseded BOOLEAN NOT NULL DEFAULT false);
CREATE TABLE removed (                                     -- furniture: what is in the capture but not the story
    reading INTEGER NOT NULL REFERENCES reports, n INTEGER, kind VARCHAR NOT NULL, span INTEGER[2] NOT NULL);
CREATE TABLE dropped (                                     -- looked at and not kept, with the reason
    reading INTEGER NOT NULL REFERENCES reports, n INTEGER, step VARCHAR, span INTEGER[2], reason VARCHAR);
CREATE TABLE actors (
    reading INTEGER NOT NULL REFERENCES reports, n INTEGER, id VARCHAR NOT NULL, kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL, state VARCHAR, sector VARCHAR, wikidata VARCHAR,
    role STRUCT(office VARCHAR, "of" VARCHAR, held_on VARCHAR),
    PRIMARY KEY (reading, id));
CREATE TABLE mentions (
    reading INTEGER NOT NULL REFERENCES reports, n INTEGER, actor VARCHAR, span INTEGER[2] NOT NULL,
    text VARCHAR NOT NULL, how VARCHAR NOT NULL, reason VARCHAR, runner_up VARCHAR, confidence DOUBLE,
    FOREIGN KEY (reading, actor) REFERENCES actors);
CREATE TABLE events (                                      -- attribution outermost first; evidence the best first
    reading INTEGER NOT NULL REFERENCES reports, n INTEGER, id VARCHAR NOT NULL, event VARCHAR NOT NULL,
    mode VARCHAR, contexts VARCHAR[], cameo VARCHAR, quad VARCHAR, score DOUBLE, goldstein DOUBLE,
    actors VARCHAR[], recipients VARCHAR[], status VARCHAR NOT NULL, historical BOOLEAN NOT NULL,
    time STRUCT(start VARCHAR, "end" VARCHAR, "precision" VARCHAR, text VARCHAR, span INTEGER[2], reason VARCHAR),
    place STRUCT(name VARCHAR, country VARCHAR, lat DOUBLE, lon DOUBLE, geoname_id BIGINT, span INTEGER[2],
                 "precision" VARCHAR),
    attribution STRUCT(speaker VARCHAR, verb VARCHAR, span INTEGER[2])[],
    evidence STRUCT(sentence INTEGER[2], "trigger" INTEGER[2], actor_spans INTEGER[2][],
                    recipient_spans INTEGER[2][])[] NOT NULL,
    figures VARCHAR[], why VARCHAR, steps VARCHAR[], confidence DOUBLE,
    PRIMARY KEY (reading, id));
CREATE TABLE event_actors (                                -- the same parties, a row each, to join on
    reading INTEGER NOT NULL, event VARCHAR NOT NULL, actor VARCHAR NOT NULL, n INTEGER,
    side VARCHAR NOT NULL CHECK (side IN ('actor', 'recipient', 'speaker')),
    FOREIGN KEY (reading, event) REFERENCES events, FOREIGN KEY (reading, actor) REFERENCES actors);
CREATE TABLE figures (
    reading INTEGER NOT NULL REFERENCES reports, n INTEGER, id VARCHAR, event VARCHAR, value DOUBLE, low DOUBLE,
    high DOUBLE, approximate BOOLEAN, unit VARCHAR, what VARCHAR, span INTEGER[2] NOT NULL,
    FOREIGN KEY (reading, event) REFERENCES events);
CREATE TABLE statements (
    reading INTEGER NOT NULL REFERENCES reports, n INTEGER, id VARCHAR NOT NULL, speaker VARCHAR,
    speaker_text VARCHAR, verb VARCHAR, form VARCHAR NOT NULL, content INTEGER[2] NOT NULL,
    quotes INTEGER[2][], cue INTEGER[2], addressees VARCHAR[], about VARCHAR[], "inside" VARCHAR,
    time STRUCT(start VARCHAR, "end" VARCHAR, "precision" VARCHAR, text VARCHAR, span INTEGER[2], reason VARCHAR),
    reason VARCHAR, speakers VARCHAR[], PRIMARY KEY (reading, id),
    FOREIGN KEY (reading, speaker) REFERENCES actors);
CREATE TABLE pledges (
    reading INTEGER NOT NULL REFERENCES reports, n INTEGER, id VARCHAR NOT NULL, "by" VARCHAR NOT NULL,
    "to" VARCHAR[], act VARCHAR, strength VARCHAR NOT NULL, made VARCHAR,
    due STRUCT(start VARCHAR, "end" VARCHAR, "precision" VARCHAR, text VARCHAR, span INTEGER[2], reason VARCHAR),
    condition INTEGER[2], statement VARCHAR, span INTEGER[2], reason VARCHAR,
    PRIMARY KEY (reading, id), FOREIGN KEY (reading, "by") REFERENCES actors,
    FOREIGN KEY (reading, act) REFERENCES events, FOREIGN KEY (reading, statement) REFERENCES statements);
CREATE TABLE positions (
    reading INTEGER NOT NULL REFERENCES reports, n INTEGER, id VARCHAR NOT NULL, holder VARCHAR NOT NULL,
    scope VARCHAR, question VARCHAR NOT NULL, object VARCHAR, stance VARCHAR NOT NULL, as_of VARCHAR,
    evidence INTEGER[2] NOT NULL, reason VARCHAR, confidence DOUBLE, PRIMARY KEY (reading, id),
    FOREIGN KEY (reading, holder) REFERENCES actors, FOREIGN KEY (reading, object) REFERENCES actors);
CREATE TABLE schema_version (                              -- the migrations that this file has had
    version INTEGER PRIMARY KEY, name VARCHAR NOT NULL, applied TIMESTAMP NOT NULL DEFAULT current_timestamp);
CREATE MACRO words(report_text, span) AS substring(report_text, span[1] + 1, span[2] - span[1]);
