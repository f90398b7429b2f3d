"""Whom and what a text names: the vocabulary found in it, and what the parts of its sentences are."""
