"""From parsed sentences and mentions to events, statements, pledges and positions, each with its reasons."""
