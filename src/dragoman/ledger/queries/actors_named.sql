-- Actors by id, else by a full name, else by whole words of a name; the best kind of match first.
WITH known AS (
    SELECT *, list_transform(names, lambda n: lower(strip_accents(n))) AS folded,
           lower(strip_accents($name)) AS wanted
    FROM v_actors),
ranked AS (
    SELECT *, CASE WHEN lower(actor) = wanted THEN 0
                   WHEN list_contains(folded, wanted) THEN 1
                   WHEN list_bool_or(list_transform(folded,
                        lambda n: contains(' ' || regexp_replace(n, '[^\w]+', ' ', 'g') || ' ',
                                           ' ' || regexp_replace(wanted, '[^\w]+', ' ', 'g') || ' '))) THEN 2
                   END AS rank
    FROM known)
SELECT * EXCLUDE (folded, wanted, rank) FROM ranked WHERE rank = (SELECT min(rank) FROM ranked)
ORDER BY reports DESC, actor;
