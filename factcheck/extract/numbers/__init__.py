"""How figures are written: digits, words, units, hedges, ranges."""
