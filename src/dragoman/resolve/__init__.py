"""Who is meant: within one report ("the bloc", "he"), and across reports (one happening, many tellings)."""
