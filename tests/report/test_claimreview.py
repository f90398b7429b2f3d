"""ClaimReview: what schema.org and search engines ask of it."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from factcheck.dataclass import replace
from factcheck.documents.document import Document
from factcheck.report import CHECK_FORMATS, View, reporter
from factcheck.report.claimreview import lacks_address
from factcheck.results import Results
from tests.report.sample import RESULTS

PAGE = "https://desk.example/checks/12"


def reviews(results: Results = RESULTS, view: View | None = None) -> list[dict[str, Any]]:
    found = json.loads(reporter(CHECK_FORMATS, "claimreview")(results, view or View(review_url=PAGE, reviewer="The Desk")))
    assert found["@context"] == "https://schema.org"
    graph = found["@graph"]
    assert isinstance(graph, list)
    return graph


def with_meta(**meta: str) -> Results:
    article = RESULTS.articles[0]
    document = article.document
    changed = Document(document.path, document.source, document.blocks, meta)
    return Results((replace(article, document=changed),), RESULTS.ledger)


def test_what_is_required_is_there() -> None:
    for review in reviews():
        assert review["@type"] == "ClaimReview" and review["claimReviewed"] and len(review["claimReviewed"]) <= 75
        url = urlsplit(review["url"])
        assert url.scheme == "https" and url.netloc == "desk.example" and url.fragment
        rating = review["reviewRating"]
        assert rating["@type"] == "Rating" and rating["alternateName"] and rating["ratingExplanation"]
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert review["author"] == {"@type": "Organization", "name": "The Desk"}
        assert review["itemReviewed"]["@type"] == "Claim" and review["itemReviewed"]["appearance"]["@type"] == "Article"


def test_every_review_has_an_address_of_its_own() -> None:
    addresses = [review["url"] for review in reviews()]
    assert len(addresses) == len(set(addresses)) > 1


def test_figures_that_cannot_be_judged_have_no_review() -> None:
    judged = [judgement for article in RESULTS.articles for judgement in article.judgements if judgement.verdict != "unverified"]
    assert len(reviews()) == len(judged)
    assert {review["reviewRating"]["alternateName"] for review in reviews()} <= {"Supported", "Needs context", "Outdated", "Contradicted"}


def test_the_front_matter_tells_where_the_claim_appeared() -> None:
    meta = {"title": "The week", "url": "https://gazette.example/12", "author": "Ada Doe", "date": "2026-04-09T10:00"}
    review = reviews(with_meta(**meta), View())[0]
    assert review["url"].startswith("https://gazette.example/12#factcheck-")
    assert review["itemReviewed"]["author"] == {"@type": "Person", "name": "Ada Doe"}
    assert review["itemReviewed"]["appearance"] == {
        "@type": "Article",
        "headline": "The week",
        "datePublished": "2026-04-09",
        "url": "https://gazette.example/12",
    }


def test_an_address_is_asked_for_where_there_is_none() -> None:
    assert lacks_address(with_meta(), View()) and not lacks_address(with_meta(), View(review_url=PAGE))
    assert not lacks_address(with_meta(permalink="https://gazette.example/12"), View())
    assert lacks_address(with_meta(url="/12"), View())
