"""Figures from other people's data become claims of a ledger."""
