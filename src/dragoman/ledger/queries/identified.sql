-- What has an id that begins so, whichever kind of row it is, events first.
SELECT t.kind, t.id, r.id AS report FROM (
    SELECT 1 AS place, 'event' AS kind, reading, id FROM events UNION ALL
    SELECT 2, 'statement', reading, id FROM statements UNION ALL
    SELECT 3, 'pledge', reading, id FROM pledges UNION ALL
    SELECT 4, 'position', reading, id FROM positions
) t JOIN reports r USING (reading)
WHERE NOT r.superseded AND starts_with(t.id, $id)
ORDER BY t.id <> $id, t.place, t.id LIMIT $limit;
