-- One report as it was read: its row, to which the parts of its record are added table by table.
SELECT * FROM reports WHERE NOT superseded AND starts_with(id, $report) ORDER BY id LIMIT 6;
