"""The words for what happens to things, sort by sort: five that are meant, five that are not."""

from __future__ import annotations

import pytest

from factcheck.extract.dates.event_words import EVENTS
from factcheck.extract.dates.events import compiled, event_of
from tests.extract.test_cases import VOCABULARY

MEANT = {
    "cut-off": [
        "a knowledge cutoff of May 2025",
        "Training data cut-off: 2024",
        "trained on data up to December 2023",
        "its training data ends in June 2024",
        "pretrained through March 2024",
        "knowledge up to May 2024",
        "it knows nothing after May 2024",
        "Knowledge until:",
        "is current to March 2025",
    ],
    "founding": [
        "founded in 2015",
        "co-founded in May",
        "it was established in 2015",
        "the formation of a lab",
        "Labs, formed in May",
        "Labs was set up in 2019",
        "it began operations",
        "the creation of the lab",
        "since its inception",
    ],
    "funding": [
        "raised $600 million",
        "raises another €20 million",
        "its Series B in May",
        "a seed round",
        "closed a new funding round",
        "secured $40 million in new funding",
        "took in $2 billion from investors",
        "closed another $500 million",
        "its $30M raise",
    ],
    "acquisition": ["acquired in May", "the acquisition of a lab", "was acquired by", "bought Borealis", "a takeover by"],
    "stock market": [
        "filed for an IPO",
        "filed confidentially for an IPO",
        "files to go public",
        "filing for its initial public offering",
        "filed a draft S-1",
        "filed its S-1",
        "confidentially submitted a draft S-1",
        "refiled for an IPO",
        "filed papers to go public",
        "the IPO filing",
    ],
    "deal": [
        "signed a multi-year agreement",
        "partnered with a bank",
        "announced a new partnership",
        "struck a $10 billion deal",
        "entered into a strategic partnership",
        "inked a deal",
        "won a contract",
        "joined forces with a bank",
    ],
    "departure": [
        "stepped down",
        "resigned in May",
        "left the company",
        "his departure",
        "left Borealis",
        "quit the company",
        "left his post",
        "was ousted",
        "left in May",
    ],
    "dismissal": ["fired Ada Lind", "ousting Ada", "sacked Reyes in May", "dismissed Ms. Lind", "removed Ada Lind as CEO"],
    "paper": [
        "published the paper describing it",
        "the technical report",
        "Tech report of it",
        "released a paper introducing it",
        "posted its technical paper",
        "first described in a paper",
        "the arXiv preprint",
    ],
    "shutdown": [
        "will be retired on",
        "shut down in May",
        "the shutdown of",
        "was sunset in",
        "removed from the API",
        "supported until May",
        "went offline",
        "pulled from the API",
        "stops working",
        "EOL",
        "requests to Aurora will fail",
        "withdrawn",
        "took it: taken down",
        "Removed:",
    ],
    "deprecation": [
        "is deprecated",
        "deprecating it",
        "Deprecations",
        "will deprecate",
        "the deprecation of",
        "was marked as deprecated",
        "declared legacy",
    ],
    "open weights": [
        "the weights were released",
        "open weights by July 27",
        "released the weights",
        "weights are out",
        "model weights published",
        "open-sourced the weights",
        "a weights release",
        "went open weights",
    ],
    "sale of a company": [
        "was sold to Borealis",
        "was bought by a bank",
        "agreed to acquire Borealis",
        "took over Borealis",
        "snapped up Borealis",
    ],
    "withdrawal from the stock market": [
        "withdrew its IPO registration",
        "pulled its planned IPO",
        "called off the initial public offering",
        "withdrew its S-1",
        "the IPO withdrawal",
    ],
    "joining": ["joined the company", "joined Borealis", "joined as an engineer", "was hired by a bank", "joins Borealis"],
    "start of training": [
        "training began",
        "started training",
        "went into training",
        "the start of pretraining",
        "kicked off training of it",
    ],
    "start of development": [
        "work on it began in",
        "development of Aurora started in",
        "design started in",
        "work began on",
        "work on the chip started in",
    ],
    "announcement": ["announced in May", "announces a model", "the announcement of it", "announcing two models", "was announced on May 5"],
    "release": [
        "released",
        "the launch of",
        "rolled out",
        "is now available",
        "went live",
        "generally available",
        "debuted",
        "due in May",
        "hit the market",
        "started shipping",
        "opened to the public",
        "saw the light of day",
        "went on sale",
        "goes open source",
        "Available",
    ],
}
NOT_MEANT = {
    "cut-off": [
        "cut off from power",
        "the cut",
        "trained well",
        "training data of high quality",
        "knowledge of physics",
        "trained to code",
        "knows its limits",
        "the current to-do list",
    ],
    "founding": [
        "founder",
        "found it",
        "the foundation",
        "well-formed answers",
        "confounding",
        "set up an account",
        "recreation of it",
        "its inceptions",
    ],
    "funding": [
        "raised concerns",
        "raised the price",
        "a series of models",
        "seeds",
        "raised in Paris",
        "secured 40 users",
        "closed another deal",
        "announced $3 million in funding for schools",
        "a $5 price raised",
    ],
    "acquisition": ["an acquirer", "bought 400 chips", "acquit", "taken over", "buying Borealis"],
    "stock market": [
        "filed a lawsuit",
        "the filing cabinet",
        "public opinion",
        "filed for bankruptcy",
        "profiled",
        "filed away",
        "submitted a paper",
    ],
    "deal": ["signed off", "a big deal", "partners", "announced a model", "teams up"],
    "departure": [
        "step up",
        "the model left open",
        "stepping stone",
        "resigning itself",
        "departments",
        "left open",
        "quite",
        "left over in May",
    ],
    "dismissal": ["fired up", "the fires", "ousted by", "dismissed as a toy", "removed Aurora from the app"],
    "paper": ["paperwork", "reported", "published a paper comparing it", "paper towels", "the technical details"],
    "shutdown": [
        "tired",
        "turned on",
        "shut the door",
        "a sun",
        "remove the noise",
        "removed from the leaderboard",
        "the light went out",
        "removed the noise from it",
        "pulled ahead",
        "left it open",
    ],
    "deprecation": ["depreciation", "deprived", "precation", "undeprecated", "depreciate"],
    "open weights": ["open weights", "weights of 3 kg", "weighted", "open-weight models", "the weights matter"],
    "sale of a company": ["sold 400 chips", "sold to users", "agreed to buy chips", "took over the lead", "was sold out"],
    "withdrawal from the stock market": [
        "withdrew the model",
        "pulled ahead",
        "its IPO",
        "called off the launch",
        "cancelled a filing fee",
    ],
    "joining": ["joined forces", "joined up", "joined by two", "hired engineers", "rejoins Borealis"],
    "start of training": ["training data", "trained", "starting point", "started training on data", "the training runs"],
    "start of development": ["works began", "developments", "work on it ended in", "the design", "workshop"],
    "announcement": ["announcer", "unannounced", "pronounced", "announce", "announcements"],
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
