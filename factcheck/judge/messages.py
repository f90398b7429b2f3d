"""The sentences of findings: both figures, whose they are, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.extract.assertion import Assertion
from factcheck.ledger.model import Claim, Ledger
from factcheck.ledger.weight import credited
from factcheck.values import Number, Range
from factcheck.wording import conditions_text, date_text, value_text

MANY = 4  # claims listed in one sentence
FEW = 3  # claims of which two may be proposed


def about(assertion: Assertion, ledger: Ledger) -> str:
    """What is spoken of: "Muse Spark on Humanity's Last Exam", "Llama 4, release date"."""
    return topic(assertion.subject or "", assertion.metric or "", ledger)


def topic(subject: str, metric: str, ledger: Ledger, *versus: str) -> str:
    """A subject, against others if there are any, and a metric: "Acme 1 against Acme 2 on Exam"."""
    known = ledger.metrics.get(metric)
    label = known.name if known else metric
    who = name(subject, ledger) + (f" against {several([name(other, ledger) for other in versus])}" if versus else "")
    if known and known.kind == "score":
        return f"{who} on {label}"
    return f"{who}, {label[:1].lower() + label[1:] if label[1:2].islower() else label}"


def several(texts: Sequence[str], word: str = "and") -> str:
    """A list in a sentence.

    >>> several(["Acme 1"]), several(["Acme 1", "Acme 2", "Bolt 3"], "or")
    ('Acme 1', 'Acme 1, Acme 2 or Bolt 3')
    """
    return f" {word} ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)


def name(subject: str | None, ledger: Ledger) -> str:
    """A subject's name as it is written, its id if the ledger has no name for it."""
    known = ledger.subjects.get(subject or "")
    return known.name if known else subject or ""


def said(assertion: Assertion) -> str:
    """The value as the article has it, numbers in the tool's own spelling: 58%, more than 1M tokens, "late 2025"."""
    if isinstance(assertion.value, Number | Range) and assertion.kind != "rank" and not assertion.hedge:
        return value_text(assertion.value, assertion.unit, assertion.op)
    text = " ".join(assertion.text.split())
    if isinstance(assertion.value, Number | Range):
        return text
    return f'"{text}" ({assertion.value})' if isinstance(assertion.value, str) and assertion.value not in text else f'"{text}"'


def figure(claim: Claim) -> str:
    """A claim's value: 58%, about 1M tokens, 5 April 2025, limited."""
    return value_text(claim.value, claim.unit, claim.op)


def details(claim: Claim, ledger: Ledger) -> str:
    """What distinguishes a claim: "Contemplating mode; Meta"."""
    by = credited(claim, ledger)
    parts = [conditions_text(claim.conditions), f"as of {date_text(claim.as_of)}" if claim.as_of else "", name(by, ledger)]
    return "; ".join(part for part in parts if part)


def described(claim: Claim, ledger: Ledger) -> str:
    """A claim in brief: "58% (Contemplating mode; Meta)"."""
    known = details(claim, ledger)
    return f"{figure(claim)} ({known})" if known else figure(claim)


def listed(claims: Iterable[Claim], ledger: Ledger) -> str:
    """Several claims, each said once: "58% (Meta), 39.9% (Artificial Analysis) and 3 more"."""
    texts = list(dict.fromkeys(described(claim, ledger) for claim in claims))
    more = len(texts) - MANY
    return ", ".join(texts[:MANY]) + (f" and {more} more" if more > 0 else "")


def instead(claims: Sequence[Claim], ledger: Ledger) -> str | None:
    """Words to write instead: "58% in Contemplating mode (Meta)"; of many claims the headlines, None where they are too many."""
    for best in (claims, [claim for claim in claims if claim.headline]):
        texts = list(dict.fromkeys(phrase(claim, ledger) for claim in best))
        if texts and len(texts) <= FEW:
            return " or ".join(texts[:2])
    return None


def phrase(claim: Claim, ledger: Ledger) -> str:
    """A claim as an article would put it: "50.4% with tools (Meta)"."""
    return figure(claim) + setting(claim, ledger)


def setting(claim: Claim, ledger: Ledger) -> str:
    """What an article would add to a claim's figure: " with tools (Meta)", " (coding; Meta)" or nothing."""
    conditions, who = under(claim.conditions), owner(claim, ledger)
    if conditions.startswith("for "):
        who, conditions = "; ".join(part for part in (conditions.removeprefix("for "), who) if part), ""
    conditions = f" {conditions}" if conditions else ""
    return f"{conditions} ({who})" if who else conditions


def under(conditions: Mapping[str, str]) -> str:
    """Conditions as they stand in a sentence: "in Contemplating mode", "with tools", "for v2.1, subset b"; empty if there are none."""
    text = conditions_text(conditions)
    if "mode" in conditions:
        return f"in {text}"
    if "effort" in conditions:
        return f"at {text}"
    return text if not text or text.startswith(("with", "in ", "as of ")) else f"for {text}"


def owner(claim: Claim, ledger: Ledger) -> str:
    """Whose figure a claim is, empty where that is its subject itself or nobody known."""
    by = credited(claim, ledger)
    return name(by, ledger) if by != claim.subject else ""


def settings(claims: Sequence[Claim], ledger: Ledger) -> str:
    """Where a figure of several claims holds: "the figure in Contemplating mode (Meta) or of OpenAI", "in the ledger" where none says."""
    known = [text for text in dict.fromkeys(_whose(claim, ledger) for claim in claims) if text]
    return "the figure " + " or ".join(known[:MANY]) if known else "in the ledger"


def _whose(claim: Claim, ledger: Ledger) -> str:
    conditions, who = under(claim.conditions), owner(claim, ledger)
    if conditions and who:
        return f"{conditions} ({who})"
    return conditions or (f"of {who}" if who else "")
