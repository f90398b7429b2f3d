"""What is said of two: ratios, differences, comparisons, and of many: ranks."""
