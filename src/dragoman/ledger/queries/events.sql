-- Events by any filters; one that is NULL is not asked. Actors match by id or by the state that they belong to.
-- A day is within the bounds when the event's own time touches them, or, undated, its publication does.
SELECT * FROM v_events
WHERE ($id IS NULL OR starts_with(id, $id))
  AND ($report IS NULL OR starts_with(report, $report))
  AND ($types IS NULL OR list_contains($types::VARCHAR[], event))
  AND ($modes IS NULL OR list_contains($modes::VARCHAR[], mode))
  AND ($statuses IS NULL OR list_contains($statuses::VARCHAR[], status))
  AND ($historical::BOOLEAN IS NULL OR historical = $historical)
  AND ($actors IS NULL OR list_has_any($actors::VARCHAR[], actor_ids)
                       OR list_has_any($actors::VARCHAR[], actor_states))
  AND ($recipients IS NULL OR list_has_any($recipients::VARCHAR[], recipient_ids)
                           OR list_has_any($recipients::VARCHAR[], recipient_states))
  AND ($since IS NULL OR coalesce(until, date, try_cast(left(published, 10) AS DATE)) >= $since::DATE)
  AND ($until IS NULL OR coalesce(date, try_cast(left(published, 10) AS DATE)) <= $until::DATE)
  AND ($country IS NULL OR country = $country)
  AND ($text IS NULL OR contains(lower(strip_accents(sentence)), lower(strip_accents($text))))
ORDER BY coalesce(date, try_cast(left(published, 10) AS DATE)) NULLS LAST, published, report, id
LIMIT $limit;
