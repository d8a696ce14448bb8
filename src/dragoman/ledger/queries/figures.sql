-- Figures by any filters; one that is NULL is not asked.
SELECT * FROM v_figures
WHERE ($report IS NULL OR starts_with(report, $report))
  AND ($unit IS NULL OR lower(unit) = lower($unit))
  AND ($text IS NULL OR contains(lower(strip_accents(concat_ws(' ', words, what, sentence))),
                                 lower(strip_accents($text))))
ORDER BY published NULLS LAST, report, id
LIMIT $limit;
