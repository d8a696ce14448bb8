"""The recipe that makes the shipped language model, and the sentences that we write for it."""
