-- Which two parties deal most with each other: states and organisations where known, else the actors themselves.
-- What never took place and what lies far back is not counted.
WITH ends AS (
    SELECT id, report, date, until, "precision", quad, coalesce(actor_state, actor_id) AS x, coalesce(recipient_state, recipient_id) AS y
    FROM v_relations
    WHERE NOT historical AND status IN ('actual', 'planned', 'pledged')),
pairs AS (
    SELECT DISTINCT id, report, date, until, "precision", quad, least(x, y) AS a, greatest(x, y) AS b FROM ends WHERE x <> y)
SELECT a, b, count(*) AS events, count(*) FILTER (quad LIKE '%cooperation') AS cooperation,
       count(*) FILTER (quad LIKE '%conflict') AS conflict, min(date) AS first, max(date) AS last,
       arg_min_null(until, date) AS first_until, arg_min_null("precision", date) AS first_precision,
       arg_max_null(until, date) AS last_until, arg_max_null("precision", date) AS last_precision
FROM pairs GROUP BY a, b ORDER BY events DESC, a, b
LIMIT $limit;
