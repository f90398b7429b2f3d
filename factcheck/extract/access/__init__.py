"""How open something is, and where and for whom it can be had."""
