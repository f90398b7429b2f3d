"""Somebody who has no name in a text: "its rival", "the other lab", "OpenAI's chatbot"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.taken import Taken
from factcheck.patterns import compile_re

# Somebody who has no name here: a figure of theirs belongs to none of those who have.
OTHERS = compile_re(
    r"\b(?:"
    r"(?:its|the|their|his) (?:(?:direct|immediate|little|big|bigger|larger|smaller|older|closest|nearest|main"
    r"|chief|biggest|strongest|fiercest|open"
    r"|western|chinese|american|european|domestic) )?"
    r"(?:predecessors?|siblings?|brothers?|sisters?|rivals?|competitors?"
    r"|(?:previous|own|other|older|earlier) (?:models?|versions?|generations?|flagships?)"
    r"|(?:(?:mini|nano|tiny|lite|flash|pro|base|chat|instruct|thinking|smaller?|little|larger?|big(?:ger)?|distilled|cheaper|faster)"
    r"(?:,? (?:and |or )?| / ))+(?:versions?|variants?|editions?|siblings?|brothers?|sisters?|counterparts?)"
    r"|nearest rival|closest competitor|runner-up|industry average"
    r"|(?:average|median)(?! (?:[\w-]+ )?(?:time|latency|speed|throughput|score|price|cost|length|response|output)\b))"
    r"|(?:other|most|many|rival|competing|previous|earlier|older|larger|smaller|some|all|both|these|those|leading|existing|similar"
    r"|comparable|top|best|frontier|modern)"
    r" (?:\w+[ -]){0,2}?(?:models|systems|LLMs|versions|labs|companies|competitors|rivals|participants)"
    r"|(?:(?<=['’]s )|(?<=s['’] ))(?:\w+[ -]){0,2}?(?:models?|system|chatbot|offering|lineup)"
    r"(?! (?:weights|checkpoints?|code|files?|cards?|licen[sc]es?)\b)"
    r"|(?<=['’]s )(?:(?:new|own|AI|tech|chip|secretive|latest|former|other) )*"
    r"(?:company|start-?up|firm|lab)(?= (?!called|named|dubbed|(?-i:[A-Z])))"
    r"|the (?:other|acquiring|acquired|rival|parent|target|merged|combined) (?:company|start-?up|firm|lab)"
    r"|(?:one|another|every|each) (?:company|start-?up|firm|lab|vendor|provider|customer)"
    r"|(?:its|their) (?:own |new |latest |flagship |frontier |AI )*models(?! (?:weights|checkpoints?|code|files?|cards?)\b)"
    r"|(?:his|her) (?:\w+ )?(?:ventures?|start-?ups?)"
    r"|the (?:new|newer|old|older|other|larger|bigger|smaller|former|latter|previous) ones?"
    r"|(?:all|each|both) of them"
    r"|all (?:three|four|five)(?= (?:come|cost|are|have|were|offer|support|accept|share|run|use|take|handle|score))"
    r"|(?:the other|another|an? (?:earlier|older|different)) (?:\w+[ -]){0,2}?(?:model|system|LLM)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|several|dozens of|hundreds of) (?:\w+ ){0,2}"
    r"(?:companies|labs|start-?ups|firms|vendors)"
    r"|(?:\A|(?<=[.!?:] )|(?<=[.!?:]\*\* )|(?<=\n))an? (?:[\w-]+ )?\d+(?:\.\d+)?[BT](?:-parameter)?(?: [\w-]+){0,2} model"
    r"(?= (?:at|needs?|weighs?|requires?|runs?|takes?|fits?|can|would|will|has|uses|delivers|costs|typically|usually|by"
    r"|from|scores|scored|beats|outperforms|outscores"
    r"|reaches|gets|got)\b)"
    r"|an? (?:smaller|larger|bigger|lighter|distilled|cheaper)(?:,? [\w-]+){0,2} (?:variant|version|sibling|edition)"
    r"|the (?:AI |tech |chip |whole |entire )*industry|companies(?= (?:with|without|that|which)\b)|hyperscalers"
    r"|(?:start-?ups|companies|firms|labs|investors|organi[sz]ations|enterprises|businesses)"
    r"(?= (?:(?:now|also|already|together) )?(?:have|had|are|were|will|can|could|may|spent|rose|grew|saw|put|poured"
    r"|raised|invested|adopted|reported|reached|smashed|surpassed|doubled|tripled)\b)"
    r"|(?:some|any) (?:other|different) (?:model|system|LLM)"
    r"|(?:\A|(?<=[.!?] ))the (?:best|strongest|second-best|next-best|worst|weakest) (?:\w+ ){0,2}(?:model|system|LLM)"
    r"|the (?:largest|biggest|average|typical|leading|top|dominant) (?:\w+ )?(?:data ?cent(?:er|re)s?|clusters?|models?|companies"
    r"|company|labs?|firms?|start-?ups?)"
    r"|the best(?= (?:is|was) (?:still |now |just |only )*(?:under|over|below|above|about|around|at|[$€£]?\d))"
    r"|no (?:(?:other|single|current|existing|open|public) )*(?:model|system|LLM)"
    r"(?= (?:has|had|can|could|will|would|does|did|[a-z]+(?:s|ed))\b)"
    r"|an? (?:model|system|LLM)(?= (?:of|at|like|on) (?:this|that|such)\b)"
    r"|the (?:pair|duo)(?= (?:are|have|has|is|was|were|costs?|offers?|supports?|shares?|scores?|scored|comes?|came"
    r"|runs?|uses?|gets?|got)\b)"
    r"|human (?:experts|participants|testers)|(?:competitors|rivals)(?! (?-i:[A-Z]))|prior art|state of the art"
    r"|both(?= (?:cost|are|have|were|offer|support|score|scored|run|use)\b)|neither(?= \w)"
    r")\b",
    re.IGNORECASE,
)
IS_THEIR = compile_re(r"\b(?:is|was|remains|became|becomes) (?:[A-Z][\w.&-]* ){0,2}[A-Z][\w.&-]*['’]s? $")  # "S is X's first model"

FIRST = compile_re(
    r"an? (?:smaller|larger|bigger|lighter|distilled|cheaper)\b"
    r"|the (?:largest|biggest|leading|top|dominant|best|strongest|second-best|next-best|worst|weakest)\b"
)
# "S is the top open model", "S, a smaller version of it"
IS = compile_re(r"[,—–(] ?$|\b(?:is|was|remains|became|becomes)(?: (?:now|still|currently|also|again|by far))* $")


def others(text: str, people: Taken) -> Iterator[SubjectMark]:
    """Those who have no name in a text, where nobody else is named; what somebody is said to be is nobody else."""
    for m in people.take(OTHERS, text):
        is_it = FIRST.match(m.group()) and IS.search(text, max(0, m.start() - 24), m.start())
        if not is_it and not IS_THEIR.search(text, max(0, m.start() - 50), m.start()):
            yield SubjectMark(*m.span(), None, m.group())
