-- Pledges by any filters; one that is NULL is not asked.
SELECT * FROM v_pledges
WHERE ($report IS NULL OR starts_with(report, $report))
  AND ($makers IS NULL OR list_contains($makers::VARCHAR[], by_id) OR list_contains($makers::VARCHAR[], by_state))
  AND ($receivers IS NULL OR list_has_any($receivers::VARCHAR[], to_ids)
                           OR list_has_any($receivers::VARCHAR[], to_states))
  AND ($strength IS NULL OR strength = $strength)
  AND ($text IS NULL OR contains(lower(strip_accents(concat_ws(' ', words, sentence, condition))),
                                 lower(strip_accents($text))))
  AND ($since IS NULL OR coalesce(made, try_cast(left(published, 10) AS DATE)) >= $since::DATE)
  AND ($until IS NULL OR coalesce(made, try_cast(left(published, 10) AS DATE)) <= $until::DATE)
ORDER BY coalesce(made, try_cast(left(published, 10) AS DATE)) NULLS LAST, report, id
LIMIT $limit;
