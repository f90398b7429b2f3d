"""The words for what happens to things, sort by sort: five that are meant, five that are not."""

from __future__ import annotations

import pytest

from factcheck.extract.dates.events import EVENTS, compiled, event_of
from tests.extract.test_cases import VOCABULARY

MEANT = {
    "cut-off": [
        "a knowledge cutoff of May 2025",
        "Training data cut-off: 2024",
        "trained on data up to December 2023",
        "its training data ends in June 2024",
        "pretrained through March 2024",
        "knowledge up to May 2024",
    ],
    "founding": ["founded in 2015", "co-founded in May", "it was established in 2015", "the formation of a lab", "Labs, formed in May"],
    "funding": ["raised $600 million", "raises another €20 million", "its Series B in May", "a seed round", "closed a new funding round"],
    "acquisition": ["acquired in May", "the acquisition of a lab", "was acquired by", "bought Borealis", "a takeover by"],
    "stock market": [
        "filed for an IPO",
        "filed confidentially for an IPO",
        "files to go public",
        "filing for its initial public offering",
        "filed a draft S-1",
    ],
    "deal": [
        "signed a multi-year agreement",
        "partnered with a bank",
        "announced a new partnership",
        "struck a $10 billion deal",
        "entered into a strategic partnership",
    ],
    "departure": ["stepped down", "resigned in May", "left the company", "his departure", "left Borealis"],
    "paper": [
        "published the paper describing it",
        "the technical report",
        "Tech report of it",
        "released a paper introducing it",
        "posted its technical paper",
    ],
    "shutdown": [
        "will be retired on",
        "shut down in May",
        "the shutdown of",
        "was sunset in",
        "removed from the API",
        "supported until May",
    ],
    "deprecation": ["is deprecated", "deprecating it", "Deprecations", "will deprecate", "the deprecation of"],
    "open weights": [
        "the weights were released",
        "open weights by July 27",
        "released the weights",
        "weights are out",
        "model weights published",
    ],
    "release": ["released", "the launch of", "rolled out", "is now available", "went live", "generally available", "debuted", "due in May"],
}
NOT_MEANT = {
    "cut-off": [
        "cut off from power",
        "the cut",
        "trained well",
        "training data of high quality",
        "knowledge of physics",
        "trained to code",
    ],
    "founding": ["founder", "found it", "the foundation", "well-formed answers", "confounding"],
    "funding": ["raised concerns", "raised the price", "a series of models", "seeds", "raised in Paris"],
    "acquisition": ["an acquirer", "bought 400 chips", "acquit", "taken over", "buying Borealis"],
    "stock market": ["filed a lawsuit", "the filing cabinet", "public opinion", "filed for bankruptcy", "profiled"],
    "deal": ["signed off", "a big deal", "partners", "announced a model", "teams up"],
    "departure": ["step up", "the model left open", "stepping stone", "resigning itself", "departments"],
    "paper": ["paperwork", "reported", "published a paper comparing it", "paper towels", "the technical details"],
    "shutdown": ["tired", "turned on", "shut the door", "a sun", "remove the noise"],
    "deprecation": ["depreciation", "deprived", "precation", "undeprecated", "depreciate"],
    "open weights": ["open weights", "weights of 3 kg", "weighted", "open-weight models", "the weights matter"],
    "release": ["relaunching", "releasable", "shipment", "dropping", "unreleased", "expected", "coming", "available"],
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in MEANT.items() for text in texts])
def test_an_event_is_told(name: str, text: str) -> None:
    assert next((event.name for event, pattern in compiled() if pattern.search(text)), None) == name


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in NOT_MEANT.items() for text in texts])
def test_what_only_looks_like_one_is_not(name: str, text: str) -> None:
    assert not any(pattern.search(text) for event, pattern in compiled() if event.name == name)


def test_every_sort_has_examples() -> None:
    assert {event.name for event in EVENTS} == set(MEANT) == set(NOT_MEANT)


@pytest.mark.parametrize(
    ("heading", "metric"),
    [
        ("Release history", "release-date"),
        ("Deprecations", "deprecation-date"),
        ("Shutdown schedule", "shutdown-date"),
        ("Knowledge cutoffs", "knowledge-cutoff"),
        ("Prices", None),
    ],
)
def test_a_heading_names_a_sort_of_event(heading: str, metric: str | None) -> None:
    found = event_of(heading, VOCABULARY)
    assert (found[0].id if found else None) == metric
