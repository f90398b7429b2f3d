"""What the plans of products are called: "Pro", "Max 5x", "Teams"."""

from __future__ import annotations

PLAN_NAME = (
    r"(?:(?:free|go|lite|plus|pro\+?|teams?|enterprise|ultra|max|business|premium|standard|starter|hobby|individuals?|basic|advanced"
    r"|personal|edu)(?: \d+x)?)"
)
