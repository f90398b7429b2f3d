"""The forms of figures: what stands right beside a figure settles its metric, or settles nothing."""

from __future__ import annotations

import pytest

from factcheck.extract.dates.date_values import Known
from factcheck.extract.forms.forms import settled
from factcheck.extract.names.marking import Knowledge, mark
from factcheck.extract.names.names import Index
from factcheck.extract.names.sentence import Sentence, Surroundings
from factcheck.patterns import Table
from tests.extract.test_cases import VOCABULARY

SETTLED = [
    # text, metrics of its figures in order, "" where none is settled
    ("37B active", "active-parameters"),
    ("22 billion parameters are active", "active-parameters"),
    ("activates just 3B parameters", "active-parameters"),
    ("235B total, 22B active", "parameters active-parameters"),
    ("22B of its 235B parameters", "active-parameters parameters"),
    ("a total of 397 billion parameters", "parameters"),
    ("100 million active users", ""),
    ("4.6 million total", ""),
    ("3 of its 20 offices", " "),
    ("8 of 256 experts", "active-experts experts"),
    ("128 experts (8 active)", "experts active-experts"),
    ("16 activated experts out of 896", "active-experts experts"),
    ("8 of 10 doctors", " "),
    ("40 experts from 12 countries", " "),
    ("up to 64K output", "max-output"),
    ("can generate up to 128K tokens", "max-output"),
    ("128,000 tokens of output", "max-output"),
    ("92 million output tokens", ""),
    ("output speed of 64K tokens per second", ""),
    ("1M tokens of context", "context-window"),
    ("inputs of up to 400K tokens", "context-window"),
    ("200 questions of context", ""),
    ("trained on 4T tokens", ""),
    ("$5/$25 per million tokens", "price-input price-output"),
    ("$0.50 in / $3 out", "price-input price-output"),
    ("input tokens cost $3 and output $15 per million", "price-input price-output"),
    ("$3 per million input tokens", "price-input"),
    ("$0.10 per million for cached input", "price-cached-input"),
    ("a $5 input device", ""),
    ("$5 million of output", ""),
    ("$20 lamps and $3 bulbs", " "),
    ("costs $20 per month", "price-monthly"),
    ("at $0.05/sec of video", "price-per-second"),
    ("$20 million per month", ""),
    ("shares rose 9%", "stock-move"),
    ("a 4% drop in its shares", "stock-move"),
    ("its stock was up nearly 12%", "stock-move"),
    ("shares 9% of its code", ""),
    ("a 90% discount on cached input", "cached-input-discount"),
    ("cached input is 75% cheaper", "cached-input-discount"),
    ("a 90% discount on chairs", ""),
    ("employs 240 people", "employees"),
    ("invited 240 people", ""),
]


@pytest.mark.parametrize(("text", "metrics"), SETTLED)
def test_forms(text: str, metrics: str) -> None:
    scene = mark(text, Knowledge(VOCABULARY, Index(), Known(None, None), Table([]), {}))
    sentence = Sentence(scene, 0, len(text), Surroundings(), VOCABULARY)
    found = settled(sentence)
    names = [form.metric.id if (form := found.get(q.start)) and form.metric else "" for q in sentence.quantities]
    assert " ".join(names) == metrics
