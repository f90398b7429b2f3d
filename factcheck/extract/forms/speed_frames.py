"""How speeds and times are written whose metric the words beside them settle: "950 tok/s prefill", "responds in 300 ms"."""

from __future__ import annotations

from factcheck.extract.forms.frames import LINK, Frame
from factcheck.extract.numbers.quantity import Dimension

SPEEDS: tuple[Dimension, ...] = ("speed",)
PER_SECOND = r"[ -]?(?i:tok(?:en)?s?(?:/| per | a | every )s(?:ec(?:ond)?)?|t/s|tps)\b"
PREFILL = r"(?:pre-?fill(?:ing)?|prompt[ -](?:processing|eval(?:uation)?|ingestion)|pp)"
PHASE = r"(?: speeds?| throughput| rates?)?(?: runs?| ran| comes in| goes| reach(?:es|ed)| hits?)?"
# Up to a speed that is still of training.
IN_TRAINING = r"(?:(?!\b(?:inference|output|generat|decod|serv|runs?\b))(?:[^.;]|\.(?=\d))){0,70}?"

SPEED_FRAMES: tuple[Frame, ...] = (
    Frame(
        "prefill",
        SPEEDS,
        ("prefill-speed",),
        "",
        rf"{PER_SECOND}[ *(]*(?:(?:of|for|in|on|at|during) )?(?:the )?(?:{PREFILL}|input)\b(?!:| (?:(?:at|of|is|was|runs at) )?[~≈]?\d)",
        strict=True,
    ),
    Frame("prefill", SPEEDS, ("prefill-speed",), rf"\b{PREFILL}{PHASE}{LINK}", strict=True),
    Frame("capacity", SPEEDS, ("inference-capacity",), rf"\bcapacity (?:of|for|to (?:serve|handle|process|generate)){LINK}"),
    Frame(
        "training throughput",
        SPEEDS,
        ("training-throughput",),
        rf"\b(?:pre-?)?training (?:speed|throughput)s?\b{IN_TRAINING}{LINK}",
        strict=True,
    ),
    Frame(
        "trains at",
        SPEEDS,
        ("training-throughput",),
        rf"\b(?:pre-?)?train(?:s|ed|ing)?(?: [\w-]+){{0,3}}? (?:at|with a (?:speed|throughput) of){LINK}",
        strict=True,
    ),
    Frame(
        "answers in",
        ("time",),
        ("latency",),
        r"\b(?:responds?|responding|answers|answering|repl(?:y|ies)|replying|reacts?|first (?:audio|sound|packet|byte|response|output))"
        rf"(?: (?!by\b)[\w.-]+){{0,5}}? (?:in|within|after)(?: (?:under|less than|about|as little as))*{LINK}",
        r"(?! ?(?:min|h|d|w|mo|y))",
    ),
)
