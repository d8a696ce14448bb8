-- The statements of the last days, by someone known, in the order of time.
SELECT * FROM (
    SELECT * FROM v_statements WHERE speaker_id IS NOT NULL
    ORDER BY coalesce(date, try_cast(left(published, 10) AS DATE)) DESC NULLS LAST, report, id LIMIT $limit)
ORDER BY coalesce(date, try_cast(left(published, 10) AS DATE)) NULLS FIRST, report, id;
