-- The statements of the last days, by someone known, in the order of time.
SELECT * FROM (
    SELECT * FROM v_statements WHERE speaker_id IS NOT NULL
    ORDER BY day DESC NULLS LAST, report, id LIMIT $limit)
ORDER BY day NULLS FIRST, report, id;
