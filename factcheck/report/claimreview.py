"""The report as schema.org ClaimReview in JSON-LD: one review for each figure that the ledger can judge."""

from __future__ import annotations

import json
import re
from typing import Any

from factcheck.extract.assertion import Assertion
from factcheck.findings import Finding
from factcheck.judge.judgement import Judgement, Verdict
from factcheck.ledger.model import Ledger
from factcheck.report.claims import claim_text, metric_name, subject_name
from factcheck.report.view import View
from factcheck.report.why import stated
from factcheck.results import ArticleResult, Results
from factcheck.wording import conditions_text

CONTEXT = "https://schema.org"
WORST, BEST = 1, 5
RATINGS: dict[Verdict, tuple[int, str]] = {
    "supported": (5, "Supported"),
    "disputed": (3, "Needs context"),
    "outdated": (2, "Outdated"),
    "contradicted": (1, "Contradicted"),
}
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
LONGEST = 75  # characters of a claim that search engines show on one line
ADDRESSES = ("url", "canonical", "canonical_url", "canonicalurl", "permalink", "link", "og:url")  # keys of front matter


def render(results: Results, view: View) -> str:
    """What `factcheck check --format claimreview` prints. Figures that are unverified have no review."""
    graph = [review for article in results.articles for review in _reviews(article, results.ledger, view)]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=2) + "\n"


def lacks_address(results: Results, view: View) -> bool:
    """Whether a review would stand on no page that has an address, which search engines ask for."""
    return not view.review_url and any(article.judgements and not _address(article) for article in results.articles)


def _reviews(article: ArticleResult, ledger: Ledger, view: View) -> list[dict[str, Any]]:
    lines = article.document.lines()
    address = _address(article)
    page = view.review_url or address or article.document.path
    reviews = []
    for judgement in article.judgements:
        if judgement.verdict not in RATINGS:
            continue
        read = judgement.assertion
        value, word = RATINGS[judgement.verdict]
        line, column = lines.position(read.span.start)
        found = [finding for finding in article.findings if finding.span == read.span and finding.severity != "info"]
        reviews.append(
            {
                "@type": "ClaimReview",
                "url": f"{page}#factcheck-{line}-{column}",
                "claimReviewed": claim_reviewed(read, ledger),
                "author": {"@type": "Organization", "name": view.reviewer or "factcheck"},
                "reviewRating": {
                    "@type": "Rating",
                    "ratingValue": value,
                    "worstRating": WORST,
                    "bestRating": BEST,
                    "alternateName": word,
                    "ratingExplanation": _explained(judgement, found, ledger),
                },
                "itemReviewed": _item(article, read, address, ledger),
                **_sources(judgement, ledger),
            }
        )
    return reviews


def claim_reviewed(read: Assertion, ledger: Ledger) -> str:
    """What the article states, in few words: "Muse Spark, Humanity's Last Exam: 58% in Contemplating mode"."""
    versus = " and ".join(subject_name(other, ledger) for other in read.versus)
    value = stated(read) + (f" than {versus}" if versus and read.kind != "rank" else "")
    about = ", ".join(
        filter(None, (subject_name(read.subject, ledger) or read.subject_text, metric_name(read.metric, ledger) or read.metric_text))
    )
    short = f"{about}: {value}" if about else value
    whole = ", ".join(filter(None, (short, conditions_text(read.conditions))))
    return whole if len(whole) <= LONGEST else short


def _explained(judgement: Judgement, found: list[Finding], ledger: Ledger) -> str:
    if found:
        return " ".join(finding.message for finding in found)
    ids = judgement.claims[: judgement.agreeing] or (judgement.claims if judgement.verdict == "supported" else ())
    agreeing = [claim_text(ledger.claims[i], ledger) for i in ids if i in ledger.claims]
    return f"The ledger has {'; '.join(agreeing)}." if agreeing else judgement.sum or RATINGS[judgement.verdict][1]


def _item(article: ArticleResult, read: Assertion, address: str, ledger: Ledger) -> dict[str, Any]:
    """The claim as it appeared, and whose it is: the speaker, who is named with it, or the article's author."""
    meta = {key.lower(): value for key, value in article.document.meta.items()}
    day = ISO_DAY.match(meta.get("date", ""))
    appearance = {"@type": "Article", "headline": meta.get("title", ""), "datePublished": day[0] if day else "", "url": address}
    name = read.speaker or subject_name(read.by, ledger) or meta.get("author", "")
    person = bool(read.speaker) or (bool(name) and not read.by)
    author = {"@type": "Person" if person else "Organization", "name": name} if name else {}
    item: dict[str, Any] = {"@type": "Claim", "appearance": {key: text for key, text in appearance.items() if text}}
    return item | ({"author": author} if author else {})


def _sources(judgement: Judgement, ledger: Ledger) -> dict[str, Any]:
    """The addresses that the verdict rests on."""
    ids = [source for i in judgement.claims if i in ledger.claims for source in ledger.claims[i].sources]
    addresses = [url for i in dict.fromkeys(ids) if i in ledger.sources and (url := ledger.sources[i].url)]
    return {"isBasedOn": addresses} if addresses else {}


def _address(article: ArticleResult) -> str:
    meta = {key.lower(): value for key, value in article.document.meta.items()}
    return next((meta[key] for key in ADDRESSES if meta.get(key, "").startswith(("https://", "http://"))), "")
