"""Entries added and changed in the text of a ledger file: everything else stays as it stood."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ledger.edit import add, add_claims, change
from factcheck.ledger.rendering import Fields, entry, plain, scalar
from factcheck.ledger.yaml_nodes import Digits, read

BLOCK = """\
# kept by hand
subject: acme-1   # Acme's first
claims:
  # scores
  - metric: exam
    value: 52  # rounded
    conditions: {tools: with}
    sources: [acme-page]

  # prices
  - metric: price-input
    value: 3.10
    sources:
      - acme-page
      - "a: b"   # odd

# the end
"""
TIGHT = "claims:\n- {metric: exam, value: 1, sources: [a]}\n- metric: exam\n  value: 2\n  sources: [a]\n"
FLOW = "claims: [{metric: exam, value: 1, sources: [a]}]\n"
NEW: Fields = {"metric": "exam", "value": Digits("57.0"), "conditions": {"version": "4.0"}, "sources": ["a", "b"]}


def loaded(text: str) -> Any:
    value, _, faults = read("x.yaml", text.encode())
    assert faults == []
    return value


def lost(before: str, after: str) -> list[str]:
    """The lines that are not there any more, in their order."""
    left = iter(after.splitlines())
    return [line for line in before.splitlines() if line not in left]


@pytest.mark.parametrize(
    "text", [BLOCK, TIGHT, BLOCK.replace("\n", "\r\n"), BLOCK.split("\n# the end", maxsplit=1)[0], "claims: []\n", "", "# new\n"]
)
def test_added_behind_the_rest(text: str) -> None:
    after = add(text, "claims", [NEW, NEW])
    entries = loaded(after)["claims"]
    assert entries[-2:] == [NEW, NEW]
    assert text in ("claims: []\n", "", "# new\n") or entries[:-2] == loaded(text)["claims"]
    assert text == "claims: []\n" or lost(text, after) == []
    assert ("\r\n" in text) == ("\r\n" in after) and "\n\n\n" not in after.replace("\r", "")


def test_added_to_a_list_in_brackets() -> None:
    assert loaded(add(FLOW, "claims", [NEW]))["claims"] == [*loaded(FLOW)["claims"], NEW]


def test_added_behind_its_like() -> None:
    after = add(BLOCK, "claims", [NEW], after=lambda fields: fields.get("metric") == "exam")
    assert [one["metric"] for one in loaded(after)["claims"]] == ["exam", "exam", "price-input"]
    assert after.index("57.0") < after.index("# prices") and lost(BLOCK, after) == []


def test_a_list_of_another_kind_is_begun_at_the_end() -> None:
    for text in (BLOCK, BLOCK.replace("\n", "\r\n")):
        after = add(text, "sources", [{"id": "memo"}])
        assert after.startswith(text) and loaded(after) == {**loaded(text), "sources": [{"id": "memo"}]}


@pytest.mark.parametrize("text", ["sources: none\n", "- a\n", "text\n", "{claims: []}\n"])
def test_what_holds_no_lists_is_left(text: str) -> None:
    with pytest.raises(ValueError, match=r"no list|no file of a ledger"):
        add(text, "sources", [NEW])


@pytest.mark.parametrize(("text", "line", "column"), [(BLOCK, 5, 5), (BLOCK, 11, 5), (TIGHT, 2, 3), (TIGHT, 3, 3), (FLOW, 1, 10)])
def test_keys_added_and_changed(text: str, line: int, column: int) -> None:
    after = change(text, line, column, {"until": "2026-05-01", "value": Digits("9"), "note": "so: it is"})
    changed = [one for one in loaded(after)["claims"] if one.get("until")]
    assert len(changed) == 1
    assert (changed[0]["value"], changed[0]["note"]) == ("9", "so: it is")
    assert len(loaded(after)["claims"]) == len(loaded(text)["claims"])
    assert after.count("#") == text.count("#")


def test_no_entry_there() -> None:
    with pytest.raises(ValueError, match="line 4, column 1"):
        change(BLOCK, 4, 1, {"until": "2026-05-01"})


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\u2028\u2029\u0085"), min_size=1)


@given(TEXTS)
def test_any_text_is_read_back(text: str) -> None:
    value = loaded(f"key: {scalar(text)}\n")
    assert value["key"] == text and not isinstance(value["key"], Digits)


@given(TEXTS, st.lists(TEXTS, min_size=1, max_size=30))
def test_any_entry_is_read_back(note: str, sources: list[str]) -> None:
    fields: Fields = {"note": note, "headline": True, "conditions": {"mode": note}, "sources": sources}
    assert loaded("claims:\n" + entry(fields, "  "))["claims"] == [fields]
    assert loaded(f"key: {plain(sources)}\n")["key"] == sources


COMMENTS = st.sampled_from(["", "\n", "  # über — 🙂\n", "\n    # why\n\n", "# at the margin\n"])


@given(st.lists(st.tuples(TEXTS, COMMENTS), min_size=1, max_size=5), st.sampled_from(["", "\ufeff"]))
def test_whatever_stands_there_stays(notes: list[tuple[str, str]], mark: str) -> None:
    items = [f"  - note: {scalar(note)}\n    metric: exam\n{comment}" for note, comment in notes]
    text = mark + "claims:\n" + "".join(items)
    after = add(text, "claims", [NEW])
    assert loaded(after)["claims"] == [*loaded(text)["claims"], NEW] and lost(text, after) == []
    changed = change(text, 2, 5, {"until": "2026-05-01"})
    assert loaded(changed)["claims"][0]["until"] == "2026-05-01" and lost(text, changed) == []


TWO = """\
claims:
  - {subject: a, metric: exam, value: 1, sources: [x]}
  - {subject: b, metric: exam, value: 2, sources: [x]}
  - {subject: a, metric: quiz, value: 3, sources: [x]}
"""


@pytest.mark.parametrize(
    ("text", "subject", "metric", "order"),
    [
        (TWO, "a", "exam", ["1", "9", "2", "3"]),
        (TWO, "b", "quiz", ["1", "2", "9", "3"]),
        (TWO, "c", "exam", ["1", "2", "3", "9"]),
        ("subject: b\n" + TWO, "b", "exam", ["1", "2", "9", "3"]),
        ("", "c", "exam", ["9"]),
        ("# schema\n", "c", "exam", ["9"]),
        ("sources: [{id: x}]\n", "c", "exam", ["9"]),
    ],
)
def test_a_claim_stands_beside_its_like(text: str, subject: str, metric: str, order: list[str]) -> None:
    after = loaded(add_claims(text, subject, [{"metric": metric, "value": Digits("9"), "sources": ["x"]}]))
    assert [one["value"] for one in after["claims"]] == order
    assert [one.get("subject", after.get("subject")) for one in after["claims"] if one["value"] == "9"] == [subject]
