"""How days are written, and what happened on them to whom."""
