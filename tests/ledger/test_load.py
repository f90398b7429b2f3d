"""Loading a ledger: what claims become, and every fault with its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import LedgerError
from factcheck.ledger.load import load
from factcheck.ledger.model import Claim, Source, Subject
from factcheck.values import Dates, Number, Range, Value, between, dates, number
from tests.ledger.folder import METRICS, SOURCES, SUBJECTS, VOCABULARY, claim, faults, loaded, with_claims, write

VALUES: list[tuple[str, Value]] = [
    ("metric: exam, value: 58", number("58")),
    ("metric: exam, value: 52.0", Number(Decimal("52.0"), Decimal("0.1"))),
    ("metric: exam, value: [40, 45.5]", Range(number("40"), number("45.5"))),
    ("metric: exam, value: 58, unit: points", number("58")),
    ("metric: build-time, value: 2, unit: years", Number(Decimal(24), Decimal(12))),
    ("metric: release-date, value: 2026-04-08", dates("2026-04-08")),
    ("metric: release-date, value: 2026", Dates(date(2026, 1, 1), date(2026, 12, 31), "2026")),
    ("metric: release-date, value: [2026-03, 2026-05]", between(dates("2026-03"), dates("2026-05"))),
    ("metric: open-weights, value: planned", "planned"),
]


@pytest.mark.parametrize(("fields", "value"), VALUES)
def test_a_value_is_read_by_the_kind_of_its_metric(tmp_path: Path, fields: str, value: Value) -> None:
    assert claim(tmp_path, fields).value == value


CONDITIONS = [
    ("{mode: ' Deep   Thinking '}", {"mode": "deep thinking"}),
    ("{tools: none}", {"tools": "without"}),
    ("{tools: no}", {"tools": "without"}),
    ("{tools: yes}", {"tools": "with"}),
    ("{tools: Python}", {"tools": "python"}),
    ("{version: v4.10}", {"version": "4.10"}),
    ("{version: 4.0}", {"version": "4.0"}),
    ("{version: vision}", {"version": "vision"}),
    ("{harness: X, variant: Text only, mode: fast}", {"mode": "fast", "variant": "text only", "harness": "x"}),
]


@pytest.mark.parametrize(("written", "conditions"), CONDITIONS)
def test_conditions_are_normalised(tmp_path: Path, written: str, conditions: dict[str, str]) -> None:
    read = claim(tmp_path, f"metric: exam, value: 1, conditions: {written}").conditions
    assert list(read.items()) == list(conditions.items())


def test_as_of_among_the_conditions_is_the_claims_own(tmp_path: Path) -> None:
    read = claim(tmp_path, "metric: exam, value: 1, conditions: {as_of: 2026-04, mode: fast}")
    assert (read.as_of, read.conditions) == (dates("2026-04"), {"mode": "fast"})


def test_every_other_field_is_kept(tmp_path: Path) -> None:
    read = claim(
        tmp_path,
        "id: x, metric: exam, value: 1, op: '>=', headline: true, by: gauge, as_of: 2026, until: 2027-01-02, "
        "status: superseded, note: 'a  b'",
    )
    assert (read.id, read.op, read.headline, read.by, read.status, read.note) == ("x", ">=", True, "gauge", "superseded", "a b")
    assert (read.as_of, read.until, read.sources, read.unit) == (dates("2026"), dates("2027-01-02"), ("acme-page",), "percent")
    assert (read.place.line, read.place.column) == (3, 5)
    assert read.place.path.endswith("one.yaml")


def test_the_vocabulary_and_the_sources_are_kept(tmp_path: Path) -> None:
    ledger = loaded(tmp_path, "claims: []\n")
    assert ledger.subjects["one"] == Subject("one", "Acme One", "model", "acme", ("A-One",), None, dates("2026-04-08"))
    assert ledger.sources["daily"] == Source("daily", "The Daily", "News: a launch", dates("2026-04"), "press")
    assert (ledger.metrics["exam"].range, ledger.metrics["exam"].aliases) == ((0, 100), ("TX",))
    assert ledger.metrics["open-weights"].opposites == ("proprietary",)


BY = [
    ("sources: [gauge-list]", "gauge"),
    ("sources: [daily, acme-page]", "acme"),
    ("sources: [daily]", None),
    ("sources: [gauge-blog]", "gauge"),  # spelt another way
    ("sources: [gauge-list], by: acme", "acme"),
]


@pytest.mark.parametrize(("fields", "by"), BY)
def test_by_left_out_is_a_publisher_that_is_a_subject(tmp_path: Path, fields: str, by: str | None) -> None:
    write(tmp_path, {"sources/more.yaml": "sources:\n- {id: gauge-blog, publisher: gauge-lab, title: T, kind: evaluator}\n"})
    (only,) = loaded(tmp_path, f"claims:\n  - {{subject: one, metric: exam, value: 1, {fields}}}\n").claims.values()
    assert only.by == by


def test_ids_left_out_are_made(tmp_path: Path) -> None:
    ledger = loaded(
        tmp_path,
        """\
        subject: one
        claims:
          - {metric: exam, value: 1, sources: [daily]}
          - {metric: exam, value: 2, sources: [daily]}
          - {metric: exam, value: 3, sources: [daily], by: acme, conditions: {tools: with, mode: Very fast, version: 2.0}}
          - {id: one.exam.2, metric: exam, value: 4, sources: [daily]}
          - {metric: exam, value: 5, sources: [daily]}
        """,
    )
    assert {id_: c.value.value for id_, c in ledger.claims.items() if isinstance(c.value, Number)} == {
        "one.exam": 1,
        "one.exam.3": 2,
        "one.exam.very-fast.with-tools.v2.0.acme": 3,
        "one.exam.2": 4,
        "one.exam.4": 5,
    }


# A claim's fields, and its fault: the message begins so.
CLAIM_FAULTS = [
    ("metrc: exam, value: 1", "unknown key 'metrc': did you mean 'metric'?"),
    ("metric: exam, value: 1, colour: red", "unknown key 'colour': a claim has id, subject"),
    ("value: 1", "no 'metric': every claim needs one"),
    ("metric: exam", "no 'value': every claim needs one"),
    ("metric: exm, value: 1", "no metric 'exm': did you mean 'exam'?"),
    ("metric: zzz, value: 1", "no metric 'zzz': add it under 'metrics:'"),
    ("metric: exam, value: 1, subject: one-15", "no subject 'one-15': did you mean 'one-1.5'?"),
    ("metric: exam, value: 1, by: gaug", "no subject 'gaug': did you mean 'gauge'?"),
    ("metric: exam, value: '58'", "the value of exam is a number of percent: write digits, without quotes"),
    ("metric: exam, value: 101", "101 is out of range: exam goes from 0 to 100"),
    ("metric: exam, value: [1, 100.5]", "100.5 is out of range: exam goes from 0 to 100"),
    ("metric: exam, value: [5, 1]", "a range goes from low to high: swap"),
    ("metric: exam, value: [1, 2, 3]", "a range has two ends"),
    ("metric: exam, value: 2026-04-08", "the value of exam is a number"),
    ("metric: exam, value: true", "true is no value"),
    ("metric: exam, value: 1e999999999", "this number is too long"),
    ("metric: exam, value: 1, unit: tokens", "unit 'tokens' cannot be converted to 'percent', the unit of exam"),
    ("metric: price-input, value: 1, unit: percent", "unit 'percent' cannot be converted to 'usd_per_million_tokens'"),
    ("metric: release-date, value: 2026-02-30", "the value of release-date is a date: write YYYY"),
    ("metric: release-date, value: soon", "the value of release-date is a date"),
    ("metric: release-date, value: [2026-05, 2026-03]", "a range goes from the earlier date to the later"),
    (
        "metric: open-weights, value: Available",
        "the value of open-weights is one of available, unavailable, limited, planned: did you mean",
    ),
    ("metric: open-weights, value: 1", "the value of open-weights is one of"),
    ("metric: exam, value: 1, op: '=='", "op '==' is none of =, ~, >, >=, <, <="),
    (
        "metric: exam, value: 1, status: currents",
        "status 'currents' is none of current, superseded, retracted, refuted: did you mean 'current'?",
    ),
    ("metric: exam, value: 1, status: refuted", "a refuted claim needs a note"),
    ("metric: exam, value: 1, headline: yes", "'headline' must be true or false"),
    ("metric: exam, value: 1, conditions: fast", "'conditions' must be a mapping"),
    ("metric: exam, value: 1, conditions: {Mode: fast}", "'Mode' is no name of a condition"),
    ("metric: exam, value: 1, conditions: {mode: [a]}", "'mode' must be text"),
    ("metric: exam, value: 1, conditions: {mode: ''}", "this is empty"),
    ("metric: exam, value: 1, conditions: {as_of: may}", "'may' is no date"),
    ("metric: exam, value: 1, as_of: 2026, conditions: {as_of: 2025}", "as_of among the conditions and as_of of the claim differ"),
    ("metric: exam, value: 1, as_of: 2026-13", "'2026-13' is no date"),
    ("metric: exam, value: 1, as_of: 2026-02, until: 2026-01", "until is before as_of"),
    ("metric: exam, value: 1, note: ~", "'note' must be text: put quotes around it, or remove the line"),
    ("metric: exam, value: 1, id: a b", "'a b' is no id"),
]


@pytest.mark.parametrize(("fields", "message"), CLAIM_FAULTS)
def test_a_faulty_claim_is_told_with_file_line_and_column(tmp_path: Path, fields: str, message: str) -> None:
    with_claims(tmp_path, f"subject: one\nclaims:\n  - {{sources: [acme-page], {fields}}}\n")
    (fault,) = faults(tmp_path)
    place, said = fault.split(": ", 1)
    assert said.startswith(message)
    assert place.rsplit(":", 1)[0] == "claims/one.yaml:3"


PLACES = [
    ("metrc: exam, metric: exam, value: 1", 28),  # an unknown key: the key
    ("value: 1", 5),  # a missing key: the claim
    ("metric: exam, value: 101", 49),  # a wrong value: the value
    ("metric: exam, value: 1, conditions: {Mode: x}", 65),  # the key of a condition
]


@pytest.mark.parametrize(("fields", "column"), PLACES)
def test_the_column_is_that_of_what_is_wrong(tmp_path: Path, fields: str, column: int) -> None:
    with_claims(tmp_path, f"subject: one\nclaims:\n  - {{sources: [acme-page], {fields}}}\n")
    (fault,) = faults(tmp_path)
    assert fault.startswith(f"claims/one.yaml:3:{column}: ")


SOURCE_LISTS = [
    ("sources: []", "no source: every claim names at least one in 'sources'"),
    ("sources: acme-page", "'sources' must be a list"),
    ("sources: [acme-pag]", "no source 'acme-pag': did you mean 'acme-page'?"),
    ("sources: [daily, daily]", "the source 'daily' is named twice"),
    ("note: x", "no 'sources': every claim needs one"),
]


@pytest.mark.parametrize(("fields", "message"), SOURCE_LISTS)
def test_a_claim_needs_sources_that_exist(tmp_path: Path, fields: str, message: str) -> None:
    with_claims(tmp_path, f"claims:\n  - {{subject: one, metric: exam, value: 1, {fields}}}\n")
    (fault,) = faults(tmp_path)
    assert message in fault


FILES = [
    ("claims/x.yaml", "- a\n- b\n", "claims/x.yaml:1:1: what kind of file is this?"),
    ("claims/x.yaml", "claim: []\n", "did you mean 'claims'?"),
    ("claims/x.yaml", "claims: {}\n", "claims/x.yaml:1:9: 'claims' must be a list"),
    ("claims/x.yaml", "claims:\n", "'claims' must be a list"),
    ("claims/x.yaml", "claims: []\nsubjct: one\n", "claims/x.yaml:2:1: unknown key 'subjct': did you mean 'subject'?"),
    ("claims/x.yaml", "metrics: []\nsubject: one\n", "unknown key 'subject'"),
    ("claims/x.yaml", "claims: []\nsource: []\n", "claims/x.yaml:2:1: unknown key 'source': did you mean 'sources'?"),
    ("claims/x.yaml", "claims: []\nsources: {}\n", "claims/x.yaml:2:10: 'sources' must be a list"),
    ("claims/x.yaml", "claims: [text]\n", "claims/x.yaml:1:10: this must be a mapping"),
    (
        "claims/x.yaml",
        "claims:\n- {metric: exam, value: 1, sources: [daily]}\n",
        "claims/x.yaml:2:3: no subject: name it here, or once for all claims",
    ),
    ("sources/x.yaml", "sources:\n- {id: daily, publisher: P, title: T, kind: press}\n", "the id 'daily' is taken by"),
    ("sources/x.yaml", "sources:\n- {id: x, publisher: P, title: T, kind: blog}\n", "kind 'blog' is none of vendor, evaluator"),
    ("sources/x.yaml", "sources:\n- {id: x, publisher: P, title: T, kind: press, published: May}\n", "'May' is no date"),
    ("claims/x.yaml", "subjects:\n- {id: x, name: X, kind: model, maker: acm}\n", "no subject 'acm': did you mean 'acme'?"),
    ("claims/x.yaml", "subjects:\n- {id: x, name: X, kind: model, aliases: [a, {}]}\n", "'aliases' must be text"),
    ("claims/x.yaml", "metrics:\n- {id: x, name: X, kind: score, unit: percent, range: [9, 1]}\n", "a range goes from low to high"),
    ("claims/x.yaml", "metrics:\n- {id: x, name: X, kind: score, unit: percent, range: [a, b]}\n", "'a' is no number"),
    ("claims/x.yaml", "metrics:\n- {id: x, name: X, kind: score, unit: percent, tolerance: -1}\n", "a tolerance cannot be negative"),
]


@pytest.mark.parametrize(("name", "text", "message"), FILES)
def test_a_faulty_file_is_told(tmp_path: Path, name: str, text: str, message: str) -> None:
    write(tmp_path, VOCABULARY | {name: text})
    assert any(message in fault for fault in faults(tmp_path))


def test_a_file_may_hold_several_lists(tmp_path: Path) -> None:
    text = """
        sources:
          - {id: memo, publisher: Acme, title: A memo, kind: vendor}
        subject: two
        claims:
          - {metric: exam, value: 1, sources: [memo]}
        subjects:
          - {id: two, name: Acme Two, kind: model, maker: acme}
        """
    ledger = load([write(tmp_path, VOCABULARY | {"claims/two.yaml": text})])
    assert list(ledger.claims) == ["two.exam.acme"] and "memo" in ledger.sources


def test_a_subject_at_the_top_of_a_file_is_at_fault_once(tmp_path: Path) -> None:
    entry = "  - {metric: exam, value: %d, sources: [daily]}\n"
    with_claims(tmp_path, f"subject: onne\nclaims:\n{entry % 1}{entry % 2}")
    assert faults(tmp_path) == ["claims/one.yaml:1:10: no subject 'onne': did you mean 'one'?"]


def test_a_reference_to_a_faulty_entry_is_no_second_fault(tmp_path: Path) -> None:
    sources = SOURCES.replace("kind: press", "kind: paper, colour: red")
    write(
        tmp_path,
        VOCABULARY
        | {"sources/all.yaml": sources, "claims/one.yaml": "claims:\n- {subject: one, metric: exam, value: 1, sources: [daily]}\n"},
    )
    (fault,) = faults(tmp_path)
    assert fault.startswith("sources/all.yaml:4:")


def test_all_faults_of_all_files_are_told_in_their_order(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "claims/b.yaml": "claims:\n- {value: 1, sources: [x], subject: y}\n- {metric: exam, value: 1, subject: y, sources: [x]}\n",
            "claims/a.yaml": "claims: [\n",
            "sources/all.yaml": "sources:\n- {id: s, kind: press}\n- {id: s, publisher: P, title: T, kind: press, id: t}\n",
        },
    )
    places = [fault.split(": ")[0] for fault in faults(tmp_path)]
    assert places == [
        "claims/a.yaml:2:1",
        "claims/b.yaml:2:3",
        "claims/b.yaml:3:12",
        "claims/b.yaml:3:37",
        "claims/b.yaml:3:50",
        "sources/all.yaml:2:3",
        "sources/all.yaml:2:3",
        "sources/all.yaml:3:48",
    ]


IDENTICAL = [
    ("value: 1", "value: 1", True),
    ("value: 1, id: a", "value: 1, note: x, sources: [acme-page]", True),
    ("value: 1, by: acme", "value: 1", True),  # the publisher is who says so
    ("value: 1, conditions: {tools: none}", "value: 1, conditions: {tools: without}", True),
    ("value: 1, conditions: {as_of: 2026}", "value: 1, as_of: 2026", True),
    ("value: 1", "value: 1.0", False),  # another precision
    ("value: 1", "value: 1, op: '~'", False),
    ("value: 1", "value: 1, as_of: 2026", False),
    ("value: 1", "value: 1, conditions: {mode: fast}", False),
]


@pytest.mark.parametrize(("one", "other", "identical"), IDENTICAL)
def test_identical_claims_are_a_fault(tmp_path: Path, one: str, other: str, identical: bool) -> None:
    def entry(fields: str) -> str:
        sources = "" if "sources" in fields else ", sources: [acme-page, daily]"
        return f"  - {{subject: one, metric: exam, {fields}{sources}}}\n"

    with_claims(tmp_path, f"claims:\n{entry(one)}{entry(other)}")
    told = [fault for fault in faults(tmp_path) if "the same claim as" in fault]
    assert bool(told) == identical == bool(faults(tmp_path))


def test_an_id_written_twice_in_one_folder_is_a_fault(tmp_path: Path) -> None:
    entry = "- {id: x, subject: one, metric: exam, value: %d, sources: [daily]}\n"
    with_claims(tmp_path, f"claims:\n{entry % 1}", **{"claims/two.yaml": f"claims:\n{entry % 2}"})
    (fault,) = faults(tmp_path)
    assert fault.startswith("claims/two.yaml:2:8: the id 'x' is taken by")


def test_a_later_folder_refers_to_an_earlier_one_and_replaces_its_claims(tmp_path: Path) -> None:
    first = with_claims(
        tmp_path / "first",
        "subject: one\nclaims:\n- {id: x, metric: exam, value: 1, sources: [daily]}\n- {metric: exam, value: 2, sources: [daily]}\n",
    )
    entry = "- {id: %s, subject: one, metric: exam, value: %d, sources: [daily]}\n"
    second = write(tmp_path / "second", {"mine.yaml": f"claims:\n{entry % ('x', 3)}{entry % ('y', 2)}"})
    claims = load([first, second]).claims
    assert {id_: c.value for id_, c in claims.items()} == {"x": number("3"), "one.exam": number("2"), "y": number("2")}
    with pytest.raises(LedgerError):
        load([second])


def test_a_claim_of_a_name_that_two_subjects_share_is_no_fault(tmp_path: Path) -> None:
    subjects = SUBJECTS.replace("Acme One 1.5", "Acme One")
    write(tmp_path, VOCABULARY | {"claims/vocabulary/subjects.yaml": subjects})
    assert faults(tmp_path) == []


def test_the_version_changes_with_what_is_said_and_not_with_how_it_is_filed(tmp_path: Path) -> None:
    a = "{subject: one, metric: exam, value: 1, sources: [daily], conditions: {mode: x, tier: y}}"
    b = "{subject: one, metric: exam, value: 2, sources: [daily], by: acme}"
    together = load([with_claims(tmp_path / "a", f"claims:\n- {a}\n- {b}\n")])
    turned = a.replace("mode: x, tier: y", "tier: Y, mode: x")
    apart = load([with_claims(tmp_path / "b", f"# moved\nclaims:\n- {b}\n", **{"claims/zz.yaml": f"claims:\n- {turned}\n"})])
    other = load([with_claims(tmp_path / "c", f"claims:\n- {a}\n- {b.replace('value: 2', 'value: 2.0')}\n")])
    assert together.version == apart.version != other.version
    assert len(together.version) == 12


def test_a_missing_or_empty_folder_is_told(tmp_path: Path) -> None:
    for folder, message in ((tmp_path / "none", "does not exist"), (tmp_path, "holds no .yaml file")):
        with pytest.raises(LedgerError, match=message):
            load([folder])
    (tmp_path / "file.yaml").write_text("claims: []\n")
    with pytest.raises(LedgerError, match="is a file: name the folder it is in"):
        load([tmp_path / "file.yaml"])


@given(
    st.recursive(
        st.sampled_from(["1", "3.10", "x", "one", "exam", "daily", "true", "~", "''", "2026-04", "'1'", "available"]),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
            st.dictionaries(
                st.sampled_from(["id", "subject", "metric", "value", "sources", "conditions", "by", "as_of", "x"]), inner, max_size=5
            ).map(lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"),
        ),
        max_leaves=12,
    ),
    st.sampled_from(["claims", "sources", "subjects", "metrics", "claim"]),
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_file_holds_it_is_loaded_or_told(tmp_path: Path, content: str, kind: str) -> None:
    write(tmp_path, VOCABULARY | {"claims/x.yaml": f"{kind}: [{content}]\n"})
    for fault in faults(tmp_path):
        path, line, column, message = fault.split(":", 3)
        assert path == "claims/x.yaml" and line == "1" and int(column) and message.strip()


@given(st.decimals(min_value=0, max_value=100, places=4))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_number_has_the_precision_it_is_written_with(tmp_path: Path, written: Decimal) -> None:
    assert claim(tmp_path, f"metric: exam, value: {written}").value == Number(written, Decimal("0.0001"))


def test_the_small_ledger_is_sound(tmp_path: Path) -> None:
    write(tmp_path, {"all/sources.yaml": SOURCES, "all/subjects.yaml": SUBJECTS, "all/metrics.yaml": METRICS})
    assert faults(tmp_path) == []


SITES = """
    subjects:
      - {id: acme, name: Acme, kind: organisation, sites: [acme.example, hub.example/acme]}
      - {id: gauge, name: Gauge Lab, kind: organisation, sites: [hub.example/gauge]}
    """


@pytest.mark.parametrize(
    ("url", "owner"),
    [
        ("https://acme.example", "acme"),
        ("https://www.acme.example/news/x", "acme"),
        ("http://Acme.Example/?q=1", "acme"),
        ("https://hub.example/Acme#top", "acme"),
        ("https://hub.example/gauge/list", "gauge"),
        ("https://hub.example/gauges", None),
        ("https://hub.example", None),
        ("https://forum.acme.example/x", None),
        ("https://acme.example.other/x", None),
        ("acme.example", None),
        ("", None),
    ],
)
def test_sites_tell_whose_figures_stand_at_an_address(tmp_path: Path, url: str, owner: str | None) -> None:
    assert load([write(tmp_path, {"claims/subjects.yaml": SITES})]).owner_of(url) == owner


@pytest.mark.parametrize("site", ["https://acme.example", "www.acme.example", "Acme.example", "acme", "acme.example/", "acme.example/a b"])
def test_a_site_is_a_host_and_a_path(tmp_path: Path, site: str) -> None:
    write(tmp_path, {"claims/subjects.yaml": f"subjects:\n  - {{id: acme, name: Acme, kind: organisation, sites: ['{site}']}}\n"})
    assert [f"{site!r} is no site" in fault for fault in faults(tmp_path)] == [True]


def test_a_site_is_of_one_subject(tmp_path: Path) -> None:
    write(tmp_path, {"claims/subjects.yaml": SITES.replace("hub.example/gauge", "acme.example")})
    assert faults(tmp_path) == [
        "claims/subjects.yaml:3:56: the site 'acme.example' is gauge's as well: the figures at an address are one subject's own"
    ]


FIRST = """
    claims:
      - {id: one.exam.main, subject: one, metric: exam, value: 58.0, conditions: {mode: deep}, by: acme, sources: [acme-page],
         as_of: 2026-04}
      - {subject: one, metric: build-time, value: 2, unit: years, sources: [daily]}
    """


def amended(folder: Path, entry: str, top: str = "") -> Claim:
    """What becomes of a claim of an earlier ledger by an entry of a later one."""
    first = write(folder / "first", VOCABULARY | {"claims/one.yaml": FIRST})
    second = write(folder / "second", {"claims/own.yaml": f"{top}claims:\n  - {entry}\n"})
    ledger = load([first, second])
    (changed,) = (claim for claim in ledger.claims.values() if "second" in claim.place.path)
    assert len(ledger.claims) == 2
    return changed


def test_a_later_ledger_retires_a_claim_by_its_id(tmp_path: Path) -> None:
    read = amended(tmp_path, "{id: one.exam.main, status: retracted, note: withdrawn}", top="subject: one-1.5\n")
    assert (read.status, read.note, read.subject, str(read.value)) == ("retracted", "withdrawn", "one", str(read.value))
    assert (read.conditions, read.by, read.sources, read.as_of) == ({"mode": "deep"}, "acme", ("acme-page",), dates("2026-04"))
    assert isinstance(read.value, Number) and str(read.value.step) == "0.1" and read.place.line == 3


def test_a_later_ledger_corrects_what_it_says_and_nothing_else(tmp_path: Path) -> None:
    read = amended(tmp_path, "{id: one.exam.main, value: 57, by: gauge, sources: [gauge-list], until: 2026-06}")
    assert (read.value, read.by, read.sources, read.until) == (number("57"), "gauge", ("gauge-list",), dates("2026-06"))
    assert read.conditions == {"mode": "deep"}


def test_a_value_that_is_left_keeps_its_precision(tmp_path: Path) -> None:
    read = amended(tmp_path, "{id: one.build-time, note: about that}")
    assert read.value == Number(Decimal(24), Decimal(12))


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("{id: one.exam.main, value: 580}", "own.yaml:2:32: 580 is out of range"),
        ("{id: one.exam.main, status: refuted}", "own.yaml:2:33: a refuted claim needs a note"),
        ("{id: one.exam.main, sources: [x]}", "no source 'x'"),
        ("{id: one.exam.main, until: 2025}", "until is before as_of"),
        ("{id: one.exam.mane, status: retracted}", ":2:10: no claim 'one.exam.mane' in the ledgers before this one: did you mean"),
        ("{id: one.exam.main, statu: retracted}", "unknown key 'statu': did you mean 'status'?"),
    ],
)
def test_what_a_later_ledger_says_is_checked_like_the_rest(tmp_path: Path, entry: str, fault: str) -> None:
    with pytest.raises(LedgerError) as caught:
        amended(tmp_path, entry)
    assert any(fault in line for line in caught.value.faults)


def test_only_claims_of_earlier_ledgers_are_changed(tmp_path: Path) -> None:
    write(tmp_path, VOCABULARY | {"claims/one.yaml": FIRST, "claims/two.yaml": "claims:\n  - {id: one.exam.main, note: x}\n"})
    assert any("no 'metric'" in fault for fault in faults(tmp_path))
