"""The determiners by which a phrase points to what is known, asked by finders, resolver and coder alike."""

POINTING = frozenset({"the", "this", "that", "these", "those"})
"""Before a noun they mean somebody or something that was told of, or that there is one of."""
