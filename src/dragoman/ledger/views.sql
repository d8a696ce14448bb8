-- What a person wants to read: names beside ids, words beside spans, dates as dates. One row an event, a pair,
-- a statement …; only the current reading of each report. Renewed whenever a ledger is opened for writing.
CREATE OR REPLACE VIEW v_reports AS
SELECT r.id AS report, r.published, r.published_source, r.publisher, r.title, r.standfirst, r.url, r.language,
       r.source, len(r.text) AS characters,
       (SELECT count(*) FROM events e WHERE e.reading = r.reading) AS events,
       (SELECT count(*) FROM statements s WHERE s.reading = r.reading) AS statements,
       (SELECT count(*) FROM pledges p WHERE p.reading = r.reading) AS pledges,
       r.dragoman, r.model, r.codebook
FROM reports r WHERE NOT r.superseded;

CREATE OR REPLACE VIEW v_actors AS
SELECT a.id AS actor, mode(a.kind) AS kind,       -- a name in capitals is a headline's, if it is not an acronym
       coalesce(mode(a.name) FILTER (NOT (a.name = upper(a.name) AND len(a.name) > 5)), mode(a.name)) AS name,
       mode(a.state) AS state,
       mode(a.sector) AS sector, mode(a.role.office) AS office, mode(a.wikidata) AS wikidata,
       list_sort(list(DISTINCT a.name)) AS names, count(*) AS reports
FROM actors a JOIN reports r USING (reading)  -- a place that a report comes back to acts in nothing
WHERE NOT r.superseded AND NOT regexp_matches(a.id, '(^|:)place:') GROUP BY a.id;

-- Looked up by one map a report: much cheaper than to gather names anew for every event.
CREATE OR REPLACE VIEW v_names AS
SELECT reading, map(list(id), list(name)) AS names, map(list(id), list(state)) AS states
FROM actors GROUP BY reading;

-- How a report describes those without a name on whose word it tells something, by the start of the cue.
CREATE OR REPLACE VIEW v_described AS
SELECT reading, map(list(cue), list(words)) AS words
FROM (SELECT reading, cue[1] AS cue, regexp_replace(min(speaker_text), '\s+', ' ', 'g') AS words FROM statements
      WHERE speaker IS NULL AND cue IS NOT NULL AND speaker_text IS NOT NULL GROUP BY reading, cue[1])
GROUP BY reading;

CREATE OR REPLACE VIEW v_events AS
SELECT e.id, r.id AS report, r.published, r.publisher, r.title,
       try_cast(e.time.start AS DATE) AS date, try_cast(e.time.end AS DATE) AS until,
       e.time.precision AS "precision",
       -- To group by without losing rows: the day that counts, and which of the three it is.
       coalesce(date, until, try_cast(left(r.published, 10) AS DATE)) AS day,
       CASE WHEN date IS NOT NULL THEN 'date' WHEN until IS NOT NULL THEN 'until'
            WHEN day IS NOT NULL THEN 'published' END AS day_from,
       e.event, e.mode, e.contexts, e.cameo, e.quad, e.score, e.goldstein, e.status, e.historical,
       list_transform(e.actors, lambda x: w.names[x]) AS actors,
       list_transform(e.recipients, lambda x: w.names[x]) AS recipients,
       e.actors AS actor_ids, e.recipients AS recipient_ids,
       list_transform(e.actors, lambda x: w.states[x]) AS actor_states,
       list_transform(e.recipients, lambda x: w.states[x]) AS recipient_states,
       e.place.name AS place, words(r.text, e.place.span) AS place_written, e.place.geoname_id AS geoname_id,
       e.place.country AS country, e.place.lat AS lat, e.place.lon AS lon,
       list_transform(e.attribution,
                      lambda x: coalesce(w.names[x.speaker], d.words[x.span[1]], '(unnamed)')) AS on_word_of,
       list_transform(e.attribution, lambda x: x.speaker) AS on_word_of_ids,
       words(r.text, e.evidence[1].sentence) AS sentence, words(r.text, e.evidence[1].trigger) AS "trigger",
       len(e.evidence) AS tellings, e.why, e.confidence, r.model, r.codebook, r.source
FROM events e JOIN reports r USING (reading) LEFT JOIN v_names w USING (reading)
     LEFT JOIN v_described d USING (reading)
WHERE NOT r.superseded;

-- One row a pair: each actor with each recipient, and, where an act is mutual (no recipient; record.MUTUAL),
-- each two actors.
CREATE OR REPLACE VIEW v_relations AS
WITH pairs AS (
    SELECT x.reading, x.event, x.actor AS actor_id, y.actor AS recipient_id, false AS mutual
    FROM event_actors x JOIN event_actors y
      ON x.reading = y.reading AND x.event = y.event AND x.side = 'actor' AND y.side = 'recipient'
    UNION ALL
    SELECT x.reading, x.event, x.actor, y.actor, true
    FROM event_actors x JOIN event_actors y
      ON x.reading = y.reading AND x.event = y.event AND x.side = 'actor' AND y.side = 'actor' AND x.n < y.n
    JOIN events e ON e.reading = x.reading AND e.id = x.event AND len(e.recipients) = 0
     AND e.event IN ('AGREE', 'ASSAULT', 'CONSULT', 'COOPERATE', 'RETREAT'))
SELECT e.id, e.report, e.published, e.publisher, e.date, e.until, e."precision", e.day, e.day_from,
       p.actor_id, a.name AS actor, a.state AS actor_state,
       p.recipient_id, b.name AS recipient, b.state AS recipient_state, p.mutual,
       e.event, e.mode, e.quad, e.score, e.status, e.historical, e.on_word_of, e.place, e.country,
       e.sentence, e.confidence, e.model, e.codebook
FROM pairs p JOIN reports r USING (reading) JOIN v_events e ON e.report = r.id AND e.id = p.event
JOIN actors a ON a.reading = p.reading AND a.id = p.actor_id
JOIN actors b ON b.reading = p.reading AND b.id = p.recipient_id
WHERE NOT r.superseded;

CREATE OR REPLACE VIEW v_statements AS
SELECT s.id, r.id AS report, r.published, r.publisher, r.title, try_cast(s.time.start AS DATE) AS date,
       try_cast(s.time.end AS DATE) AS until, s.time.precision AS "precision",
       -- To group by without losing rows: the day that counts, and which of the three it is.
       coalesce(date, until, try_cast(left(r.published, 10) AS DATE)) AS day,
       CASE WHEN date IS NOT NULL THEN 'date' WHEN until IS NOT NULL THEN 'until'
            WHEN day IS NOT NULL THEN 'published' END AS day_from,
       s.speaker AS speaker_id, coalesce(a.name, s.speaker_text) AS speaker, a.state AS speaker_state,
       -- All who say it together, the one named first among them; empty where nobody known speaks.
       CASE WHEN len(s.speakers) > 0 THEN s.speakers WHEN s.speaker IS NULL THEN []
            ELSE [s.speaker] END AS speaker_ids,
       list_transform(speaker_ids, lambda x: w.names[x]) AS speakers,
       list_transform(speaker_ids, lambda x: w.states[x]) AS speaker_states,
       s.speaker_text, s.verb, words(r.text, s.cue) AS cue, s.form,
       -- Of a quotation with “…,” X said, “…” in its middle the halves, without what stands between them.
       CASE WHEN s.form = 'direct' AND len(s.quotes) > 1
            THEN array_to_string(list_transform(s.quotes, lambda q: words(r.text, q)), ' ')
            ELSE words(r.text, s.content) END AS content,
       list_transform(coalesce(s.quotes, []), lambda q: words(r.text, q)) AS quotes,
       s.addressees, s.about, s.inside, r.model, r.codebook
FROM statements s JOIN reports r USING (reading)
LEFT JOIN v_names w ON w.reading = s.reading
LEFT JOIN actors a ON a.reading = s.reading AND a.id = s.speaker WHERE NOT r.superseded;

CREATE OR REPLACE VIEW v_pledges AS
SELECT p.id, r.id AS report, r.published, r.publisher, r.title, try_cast(p.made AS DATE) AS made,
       p."by" AS by_id, a.name AS "by", a.state AS by_state, p."to" AS to_ids, 
       list_transform(p."to", lambda x: w.names[x]) AS "to",
       list_transform(p."to", lambda x: w.states[x]) AS to_states,
       p.strength, e.event, e.mode, p.act, coalesce(words(r.text, p.span), words(r.text, s.content),
       words(r.text, e.evidence[1].sentence)) AS words, words(r.text, e.evidence[1].sentence) AS sentence, try_cast(p.due.end AS DATE) AS due,
       words(r.text, p.condition) AS condition, p.statement, p.reason, r.model, r.codebook
FROM pledges p JOIN reports r USING (reading)
JOIN actors a ON a.reading = p.reading AND a.id = p."by"
LEFT JOIN v_names w ON w.reading = p.reading
LEFT JOIN events e ON e.reading = p.reading AND e.id = p.act
LEFT JOIN statements s ON s.reading = p.reading AND s.id = p.statement WHERE NOT r.superseded;

CREATE OR REPLACE VIEW v_positions AS
SELECT p.id, r.id AS report, r.published, r.publisher, r.title, p.holder AS holder_id, a.name AS holder,
       a.state AS holder_state, p.scope, p.question, p.object AS object_id, b.name AS object, p.stance,
       try_cast(p.as_of AS DATE) AS as_of, words(r.text, p.evidence) AS evidence, p.reason, p.confidence, r.model,
       r.codebook
FROM positions p JOIN reports r USING (reading)
JOIN actors a ON a.reading = p.reading AND a.id = p.holder
LEFT JOIN actors b ON b.reading = p.reading AND b.id = p.object WHERE NOT r.superseded;

CREATE OR REPLACE VIEW v_figures AS
SELECT f.id, r.id AS report, r.published, r.publisher, r.title, words(r.text, f.span) AS words, f.value, f.low,
       f.high, f.approximate, f.unit, f.what, f.event AS event_id, e.event, e.status,
       words(r.text, e.evidence[1].sentence) AS sentence,
       words(r.text, list_filter(list_concat(r.body, [r.title_span, r.standfirst_span]),
                                 lambda p: p[1] <= f.span[1] AND f.span[2] <= p[2])[1]) AS passage,
       r.model, r.codebook
FROM figures f JOIN reports r USING (reading)
LEFT JOIN events e ON e.reading = f.reading AND e.id = f.event WHERE NOT r.superseded;
