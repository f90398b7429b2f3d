"""What the words beside a figure settle of its metric."""
