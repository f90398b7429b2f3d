"""Plans that the vocabulary has as things of their own: the "Pro" plan of Claude is Claude Pro."""

from __future__ import annotations

from factcheck.extract.names.pieces import name_key
from factcheck.extract.names.vocabulary import Vocabulary


def of_plan(id_: str | None, plan: str, vocabulary: Vocabulary) -> str | None:
    """The product that is so called with the plan's name behind a subject's, or the only one of a maker whose name ends in it."""
    subject = vocabulary.subjects.get(id_ or "")
    if subject is None:
        return None
    entry = vocabulary.subject_names.entries.get(name_key(f"{subject.name} {plan}"))
    if entry and len(entry.ids) == 1 and vocabulary.subjects[entry.ids[0]].kind == "product":
        return entry.ids[0]
    ends = f" {plan.lower()}"
    own = [s.id for s in vocabulary.subjects.values() if s.maker == id_ and s.kind == "product" and s.name.lower().endswith(ends)]
    return own[0] if subject.kind == "organisation" and len(own) == 1 else None
