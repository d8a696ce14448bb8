-- All who say something together; `speaker` stays the one named first. Rows of before have none: see v_statements.
ALTER TABLE statements ADD COLUMN speakers VARCHAR[];
