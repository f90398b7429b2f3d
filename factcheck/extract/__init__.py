"""An article becomes assertions: find names, quantities and conditions, then tie them to each other."""

from __future__ import annotations

from factcheck.extract.reading import Reading, extract

__all__ = ["Reading", "extract"]
