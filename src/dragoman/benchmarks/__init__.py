"""Public test formats in, scores out, with the peers' published figures beside ours; one file a bench."""
