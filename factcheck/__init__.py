"""factcheck: a deterministic, offline fact-checker for the figures in AI news."""

__version__ = "0.1.0"
