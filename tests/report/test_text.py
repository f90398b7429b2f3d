from __future__ import annotations

import re

from factcheck.dataclass import replace
from factcheck.documents.document import Document
from factcheck.findings import Finding
from factcheck.places import Span
from factcheck.report import CHECK_FORMATS, View, reporter
from factcheck.results import ArticleResult, Results
from tests.report.sample import DISPUTED, LEDGER, RESULTS, UNVERIFIED


def text(results: Results, view: View | None = None) -> str:
    return reporter(CHECK_FORMATS, "text")(results, view or View())


def one(finding: Finding, source: str = "It is 58% now.") -> Results:
    return Results((ArticleResult(Document("a.md", source, ()), findings=(finding,)),), LEDGER)


def test_without_colour_there_is_no_escape() -> None:
    assert "\x1b" not in text(RESULTS)
    assert "\x1b[1;31m" in text(RESULTS, View(color=True))


def without_color(report: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", report)


def test_colour_changes_nothing_but_colour() -> None:
    assert without_color(text(RESULTS, View(color=True))) == text(RESULTS)


def test_what_looks_like_markup_is_text() -> None:
    finding = Finding(DISPUTED, "[bold]58%[/bold] :smile: [link=x]", Span(6, 9), "warning")
    assert "[bold]58%[/bold] :smile: [link=x]" in without_color(text(one(finding), View(color=True)))


def test_nothing_in_an_article_or_a_message_steers_the_terminal() -> None:
    finding = Finding(DISPUTED, "a\x1b[2Jb", Span(6, 9), "warning", suggestion="c\x07d")
    shown = text(one(finding, "It is 58% \x1b]0;title\x07 now."))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "a\\x1b[2Jb" in shown


def test_remarks_are_counted_and_shown_when_asked() -> None:
    finding = Finding(UNVERIFIED, "Nothing is known of it.", Span(6, 9), "info")
    assert "Nothing is known" not in text(one(finding))
    assert "1 remark, listed with -v." in text(one(finding))
    assert "a.md:1:7: unverified-figure Nothing is known of it." in text(one(finding), View(verbose=True))


def test_a_claim_the_ledger_has_lost_is_left_out() -> None:
    finding = Finding(DISPUTED, "m", Span(6, 9), "warning", claims=("gone",))
    assert "ledger  " not in text(one(finding))


def test_many_claims_are_cut_short_unless_all_are_asked_for() -> None:
    claims = {f"c{n}": replace(LEDGER.claims["wren-2.context"], id=f"c{n}") for n in range(9)}
    results = replace(one(Finding(DISPUTED, "m", Span(6, 9), "warning", claims=tuple(claims))), ledger=replace(LEDGER, claims=claims))
    assert "and 3 more, which -v shows" in text(results)
    assert text(results, View(verbose=True)).count("200K tokens") == 9


def test_claims_on_different_things_say_what_they_are_on() -> None:
    finding = Finding(DISPUTED, "m", Span(6, 9), "warning", claims=("wren-2.long-exam.deep", "wren-2.index"))
    assert "Wren 2, Long Exam    58%" in text(one(finding), View(width=100))


def test_nothing_read_and_nothing_readable_are_said() -> None:
    empty = Results((ArticleResult(Document("a.md", "", ())),), LEDGER)
    assert text(empty).startswith("0 figures read in 1 article.\n")
    unreadable = Results((ArticleResult(Document("a.md", "", ()), problem="a.md: gone"),), LEDGER)
    assert text(unreadable).startswith("1 path could not be checked.\n")


def test_the_closing_lines_count_and_name_the_ledger() -> None:
    assert text(RESULTS, View(width=100)).splitlines()[-3:] == [
        "6 figures read in 1 article: 1 supported, 1 disputed, 1 outdated, 2 wrong, 1 unverified.",
        "2 errors, 3 warnings. 1 remark, listed with -v.",
        "Ledger 0f3a9c2e: 7 claims, the newest of 9 April 2026.",
    ]
