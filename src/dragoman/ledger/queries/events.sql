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
  AND ($since IS NULL OR coalesce(until, day) >= $since::DATE)
  AND ($until IS NULL OR day <= $until::DATE)
  AND ($dated::BOOLEAN IS NULL OR (date IS NOT NULL OR until IS NOT NULL) = $dated)
  AND ($country IS NULL OR country = $country)
  AND ($place IS NULL OR contains(lower(strip_accents(place)), lower(strip_accents($place)))
                      OR contains(lower(strip_accents(place_written)), lower(strip_accents($place))))
  AND ($text IS NULL OR contains(lower(strip_accents(sentence)), lower(strip_accents($text))))
ORDER BY day NULLS LAST, published, report, id
LIMIT $limit;
