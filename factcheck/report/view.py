"""How a report is to look: the choices a reporter for people honours."""

from __future__ import annotations

from factcheck.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """`width` in columns. `verbose` lists what is only counted else; `why` shows how each figure was read or judged."""

    width: int = 80
    color: bool = False
    verbose: bool = False
    why: bool = False
    review_url: str = ""  # of ClaimReview: the address of the page that the reviews will stand on
    reviewer: str = ""  # and who publishes them
