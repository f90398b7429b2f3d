"""Who says a figure, how it is meant, and under what conditions it holds."""
