-- Statements by any filters; one that is NULL is not asked.
SELECT * FROM v_statements
WHERE ($report IS NULL OR starts_with(report, $report))
  AND ($speakers IS NULL OR list_contains($speakers::VARCHAR[], speaker_id)
                         OR list_contains($speakers::VARCHAR[], speaker_state))
  AND ($form IS NULL OR form = $form)
  AND ($event IS NULL OR list_contains(about, $event))
  AND ($since IS NULL OR coalesce(date, try_cast(left(published, 10) AS DATE)) >= $since::DATE)
  AND ($until IS NULL OR coalesce(date, try_cast(left(published, 10) AS DATE)) <= $until::DATE)
  AND ($text IS NULL OR contains(lower(strip_accents(content)), lower(strip_accents($text))))
ORDER BY coalesce(date, try_cast(left(published, 10) AS DATE)) NULLS LAST, published, report, id
LIMIT $limit;
