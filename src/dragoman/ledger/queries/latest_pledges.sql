-- The pledges of the last days, in the order of time.
SELECT * FROM (
    SELECT * FROM v_pledges
    ORDER BY coalesce(made, try_cast(left(published, 10) AS DATE)) DESC NULLS LAST, report, id LIMIT $limit)
ORDER BY coalesce(made, try_cast(left(published, 10) AS DATE)) NULLS FIRST, report, id;
