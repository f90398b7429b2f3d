"""Whatever an article says, reading it ends, and every reading stands where it says it stands."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import html, markdown
from factcheck.documents import text as plain
from factcheck.extract import extract
from tests.extract.test_cases import VOCABULARY

NAMES = (
    "Aurora 2|Aurora 2 Mini|GPT-5.4|GPT-5.4 Ultra|Zephyr-9|Borealis|Artificial Analysis|Llama 4 Maverick|Scout|its rivals|it|the model"
    "|Claude"
)
METRICS = (
    "on GPQA Diamond|QuuxBench|the Intelligence Index|context window|parameters|input|output|price|latency|HLE|hallucination rate|rank"
)
VALUES = (
    "57|80.4%|+4.1|-3|$5/$25 per million|$20 a month|1M-token|70B|8x7B|3x|twice|#4|top 5|second-best|late 2025|April 8|nine months|~52"
    "|10-20x|½"
)
WORDS = (
    "scored|beats|trails|ahead of|behind|and|, while|respectively|(|)|:|.|;|—|/|vs.|than|from|to|with|without tools|released|in|of"
    "|points|faster|cheaper|half the price of|open-weight|proprietary|is|not|according to|says|as of|up to|more than|nearly|\n- |\n\n"
    "|\n## |\n| a | b |\n|---|---|\n| "
)
FRAGMENTS = [*NAMES.split("|"), *METRICS.split("|"), *VALUES.split("|"), *[w for w in WORDS.split("|") if w], "| ", " |\n"]
ARTICLES = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map(" ".join)


@settings(max_examples=200)
@given(ARTICLES, st.sampled_from([markdown, plain, html]), st.sampled_from([None, date(2026, 4, 9)]))
def test_reading_any_mixture_of_names_figures_and_words(article: str, reader: object, day: date | None) -> None:
    document = reader.read(article, "article")  # type: ignore[attr-defined]
    reading = extract(document, VOCABULARY, day)
    for read in reading.assertions:
        assert article[read.span.start : read.span.end] == read.text
        assert read.passage.start <= read.span.start < read.span.end <= read.passage.end
        assert read.subject is None or read.subject in VOCABULARY.subjects
        assert read.metric is None or read.metric in VOCABULARY.metrics
        assert (read.subject is None) == (read.subject_text is not None)
        assert (read.metric is None) == (read.metric_text is not None)
    assert all(article[u.span.start : u.span.end] == u.text for u in reading.unread)


@settings(max_examples=100)
@given(ARTICLES, st.sampled_from([markdown, plain, html]))
def test_every_number_is_read_or_has_a_reason(article: str, reader: object) -> None:
    document = reader.read(article, "article")  # type: ignore[attr-defined]
    reading = extract(document, VOCABULARY, None, every_number=True)
    told = [a.span for a in reading.assertions] + [u.span for u in reading.unread]
    for number in re.finditer(r"\d+", article):
        assert any(span.start < number.end() and number.start() < span.end for span in told), number
    assert extract(document, VOCABULARY, None).assertions == reading.assertions


@settings(max_examples=100)
@given(st.text(max_size=120))
def test_reading_any_characters(article: str) -> None:
    extract(markdown.read(article, "article.md"), VOCABULARY, None)
