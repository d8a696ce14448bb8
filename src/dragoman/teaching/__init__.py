"""Teach a type from examples: frozen states of the language core, a small regression, honest scores."""
