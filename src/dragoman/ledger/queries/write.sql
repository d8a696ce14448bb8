-- A batch of records into their tables, parents first. `incoming` holds (reading, capture, digest, record).
INSERT INTO reports BY NAME
SELECT reading, capture, digest, versions.*, report.* EXCLUDE (removed)
FROM (SELECT *, record.report AS report, record.versions AS versions FROM incoming);

INSERT INTO removed BY NAME SELECT reading, n, x.* FROM (
    SELECT reading, unnest(record.report.removed) AS x, generate_subscripts(record.report.removed, 1) AS n
    FROM incoming);

INSERT INTO dropped BY NAME SELECT reading, n, x.* FROM (
    SELECT reading, unnest(record.dropped) AS x, generate_subscripts(record.dropped, 1) AS n FROM incoming);

INSERT INTO actors BY NAME SELECT reading, n, x.* FROM (
    SELECT reading, unnest(record.actors) AS x, generate_subscripts(record.actors, 1) AS n FROM incoming);

INSERT INTO mentions BY NAME SELECT reading, n, x.* FROM (
    SELECT reading, unnest(record.mentions) AS x, generate_subscripts(record.mentions, 1) AS n FROM incoming);

INSERT INTO events BY NAME SELECT reading, n, x.* FROM (
    SELECT reading, unnest(record.events) AS x, generate_subscripts(record.events, 1) AS n FROM incoming);

INSERT INTO event_actors BY NAME
WITH told AS MATERIALIZED (  -- the few columns of it that are asked for thrice
    SELECT reading, x.id AS event, x.actors AS actors, x.recipients AS recipients, x.attribution AS spoken
    FROM (SELECT reading, unnest(record.events) AS x FROM incoming)),
parties AS (
    SELECT reading, event, 'actor' AS side, unnest(actors) AS actor,
           generate_subscripts(actors, 1) AS n FROM told
    UNION ALL
    SELECT reading, event, 'recipient' AS side, unnest(recipients) AS actor,
           generate_subscripts(recipients, 1) AS n FROM told
    UNION ALL
    SELECT reading, event, 'speaker' AS side, unnest(spoken).speaker AS actor,
           generate_subscripts(spoken, 1) AS n FROM told)
SELECT * FROM parties WHERE actor IS NOT NULL;

INSERT INTO figures BY NAME SELECT reading, n, x.* FROM (
    SELECT reading, unnest(record.figures) AS x, generate_subscripts(record.figures, 1) AS n FROM incoming);

INSERT INTO statements BY NAME SELECT reading, n, x.* FROM (
    SELECT reading, unnest(record.statements) AS x, generate_subscripts(record.statements, 1) AS n FROM incoming);

INSERT INTO pledges BY NAME SELECT reading, n, x.* FROM (
    SELECT reading, unnest(record.pledges) AS x, generate_subscripts(record.pledges, 1) AS n FROM incoming);

INSERT INTO positions BY NAME SELECT reading, n, x.* FROM (
    SELECT reading, unnest(record.positions) AS x, generate_subscripts(record.positions, 1) AS n FROM incoming);
