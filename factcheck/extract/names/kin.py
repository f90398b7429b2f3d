"""Models of a family, called by their size alone, where an article speaks of several families: those of the one last spoken of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from factcheck.dataclass import dataclass, replace
from factcheck.extract.names.pieces import name_key
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.size_names import BARE_SIZE, lookup
from factcheck.extract.names.vocabulary import SIZE, Vocabulary


@dataclass(frozen=True)
class Kin:
    """The families that an article speaks of: by size ("70b") and family the member of that size, and by id the family that a name
    speaks of, as lookup forms. Both are empty where no two families have a member of the same size."""

    members: Mapping[str, Mapping[str, str]]
    families: Mapping[str, str]

    def family(self, marks: Iterable[SubjectMark], before: str | None) -> str | None:
        """The family that names speak of last, those by the way apart; `before` is the one spoken of before them."""
        for mark in marks:
            if mark.id and not mark.object and not mark.modifier and not sized(mark):
                before = self.families.get(mark.id, before)
        return before

    def meant(self, marks: Iterable[SubjectMark], before: str | None) -> list[SubjectMark]:
        """Names, sizes among them as those of the family spoken of last, where it has a member of that size.

        Sizes of models that no family spoken of has stay what they are.
        """
        out: list[SubjectMark] = []
        for mark in marks:
            before = self.family([mark], before)
            member = self.members.get(lookup(mark.text), {}).get(before or "") if sized(mark) else None
            out.append(replace(mark, id=member) if member else mark)
        return out


NO_KIN = Kin({}, {})


def sized(mark: SubjectMark) -> bool:
    """Whether a name is but a size."""
    return BARE_SIZE.fullmatch(mark.text) is not None


def kin_of(ids: Iterable[str], vocabulary: Vocabulary) -> Kin:
    """The families of an article that names the subjects with these ids: those that it names, and those of members that it names."""
    named = [vocabulary.subjects[i] for i in ids]
    spoken = {s.id: name_key(m["stem"] if (m := SIZE.fullmatch(s.name)) else s.name) for s in named if s.kind == "model"}
    members: dict[str, dict[str, str]] = defaultdict(dict)
    for subject in vocabulary.subjects.values():
        said = SIZE.fullmatch(subject.name)
        family = name_key(said["stem"]) if said else ""
        if said and family in spoken.values():
            size = lookup(said["size"])
            if said.end("size") == len(subject.name):
                members[size][family] = subject.id
            else:
                members[size].setdefault(family, subject.id)
    shared = {size: found for size, found in members.items() if len(found) > 1}
    families = {family for found in members.values() for family in found}
    return Kin(shared, {id_: family for id_, family in spoken.items() if family in families} if shared else {})
