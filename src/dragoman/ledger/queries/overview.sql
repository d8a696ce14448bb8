-- How much of each kind there is, and between which days it was published.
SELECT count(*) AS reports, coalesce(sum(events), 0) AS events, coalesce(sum(statements), 0) AS statements,
       coalesce(sum(pledges), 0) AS pledges, (SELECT count(*) FROM v_positions) AS positions,
       (SELECT count(*) FROM v_figures) AS figures, (SELECT count(*) FROM v_actors) AS actors,
       min(left(published, 10)) AS first, max(left(published, 10)) AS last
FROM v_reports;
