-- What passed between two parties, each a list of actor ids and state codes: a's acts towards b ('forward'),
-- b's towards a ('back'), and what they did to one another ('mutual': record.MUTUAL, without a recipient). One row an event.
WITH parts AS (
    SELECT r.id AS report, x.event AS id,
           bool_or(x.side = 'actor' AND (list_contains($a, a.id) OR list_contains($a, a.state))) AS a_acts,
           bool_or(x.side = 'actor' AND (list_contains($b, a.id) OR list_contains($b, a.state))) AS b_acts,
           bool_or(x.side = 'recipient' AND (list_contains($a, a.id) OR list_contains($a, a.state))) AS to_a,
           bool_or(x.side = 'recipient' AND (list_contains($b, a.id) OR list_contains($b, a.state))) AS to_b,
           bool_or(x.side = 'recipient') AS one_sided
    FROM event_actors x JOIN reports r USING (reading)
    JOIN actors a ON a.reading = x.reading AND a.id = x.actor
    WHERE NOT r.superseded GROUP BY ALL)
SELECT CASE WHEN a_acts AND to_b THEN 'forward' WHEN b_acts AND to_a THEN 'back' ELSE 'mutual' END AS direction,
       e.*
FROM parts p JOIN v_events e USING (report, id)
WHERE ((a_acts AND to_b) OR (b_acts AND to_a) OR (a_acts AND b_acts AND NOT one_sided
       AND e.event IN ('AGREE', 'ASSAULT', 'CONSULT', 'COOPERATE', 'RETREAT')))
  AND ($since IS NULL OR coalesce(until, day) >= $since::DATE)
  AND ($until IS NULL OR day <= $until::DATE)
  AND ($statuses IS NULL OR list_contains($statuses::VARCHAR[], status))
  AND ($historical::BOOLEAN IS NULL OR historical = $historical)
ORDER BY day NULLS LAST, published, report, id;
