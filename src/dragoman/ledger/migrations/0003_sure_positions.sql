-- How sure a position is (0-1). Rows of before have none.
ALTER TABLE positions ADD COLUMN confidence DOUBLE;
