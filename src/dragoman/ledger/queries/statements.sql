-- Statements by any filters; one that is NULL is not asked.
SELECT * FROM v_statements
WHERE ($report IS NULL OR starts_with(report, $report))
  AND ($speakers IS NULL OR list_has_any($speakers::VARCHAR[], speaker_ids)
                         OR list_has_any($speakers::VARCHAR[], speaker_states))
  AND ($form IS NULL OR form = $form)
  AND ($event IS NULL OR list_contains(about, $event))
  AND ($since IS NULL OR day >= $since::DATE)
  AND ($until IS NULL OR day <= $until::DATE)
  AND ($text IS NULL OR contains(lower(strip_accents(content)), lower(strip_accents($text))))
ORDER BY day NULLS LAST, published, report, id
LIMIT $limit;
