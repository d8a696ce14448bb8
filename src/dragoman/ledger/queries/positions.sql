-- Positions by any filters; one that is NULL is not asked. `at` takes what was held on or before a day.
SELECT * FROM v_positions
WHERE ($report IS NULL OR starts_with(report, $report))
  AND ($holders IS NULL OR list_contains($holders::VARCHAR[], holder_id)
                        OR list_contains($holders::VARCHAR[], holder_state))
  AND ($question IS NULL OR contains(lower(strip_accents(question)), lower(strip_accents($question))))
  AND ($text IS NULL OR contains(lower(strip_accents(evidence)), lower(strip_accents($text))))
  AND ($stance IS NULL OR stance = $stance)
  AND ($at IS NULL OR coalesce(as_of, try_cast(left(published, 10) AS DATE)) <= $at::DATE)
ORDER BY question, coalesce(as_of, try_cast(left(published, 10) AS DATE)) NULLS LAST, holder, report, id
LIMIT $limit;
