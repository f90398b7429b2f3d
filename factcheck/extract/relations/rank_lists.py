"""In which list a place is one: the name of a benchmark, a board, a task or a class, as written."""

from __future__ import annotations

import re

from factcheck import patterns
from factcheck.extract.names.scene import MetricMark
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.relations.rank_words import BOARD, Rank
from factcheck.extract.relations.superlatives import NOUN
from factcheck.patterns import compile_re

NEEDS_LIST = frozenset(
    (
        "best score on",
        "performs best",
        "record",
        "a record",
        "takes the top",
        "dominates tasks",
        "first place",
        "at the top",
        "best in class",
        "leader on",
        "leads on",
        "highest of any",
        "in brackets",
        "first in brackets",
        "rank in brackets",
        "from nth to nth",
        "came nth",
        "on top",
        "runner-up",
        "a place",
        "leads, alone",
        "leader, alone",
        "nth on M, S",
        "leader of M",
        "highest, in brackets",
    )
)
OF_MEASURE = frozenset(("has the highest M", "and highest M", "highest M: S", "highest M, item"))
OF_BEFORE = frozenset(
    ("in brackets", "first in brackets", "rank in brackets", "highest of any", "highest, in brackets", "leader of M")
)  # in the list named last before it
WHERE = compile_re(
    r"(?:(?!and\b)[\w-]+ ){0,3}?(?:on|in|of|among|for|at|across|as) (?:both )?(?:the |all |their |its "
    r"|our )?((?:[\w'’.-]+ ){0,5}?(?:arena|leaderboards?|rankings?|index|benchmarks?|charts?|models?|list|category|tasks?"
    r"|datasets?|class|division|tests?(?: sets?| suites?)?|domains?|(?:score)?boards?|standings|ladder|contest|competition|challenge))\b",
    re.IGNORECASE,
)
BREAK = compile_re(r"[.;]|#\d|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:first|second|third|fourth|fifth)\b")  # where another place begins
SAME_LIST = compile_re(r"(?:that|this|same) [a-z]+")
BOARD_AFTER = compile_re(rf"(?: the| their| its| all| both| every)? ((?:[\w'’.-]+ ){{0,4}}?{BOARD})\b", re.IGNORECASE)
TIMES = r"(?:(?:first|second|third|fourth|\d+(?:st|nd|rd|th))\b|(?:[\w-]+ )?(?:time|weeks?|months?|days?|quarters?|years?)\b)"
TASK = compile_re(
    rf" (?:[\w-]+ ){{0,2}}?(?:on|in|for|at|across|among) (?!(?:the )?{TIMES})(?:the )?((?!(?:most|many|our|its|their|this|that|all"
    r"|the world|history|terms|January|February|March|April|May|June|July|August|September|October|November|December|\w+day|\d+|roughly"
    r"|about|around|nearly|over|just|a|an|my"
    r"|your)\b)[\w-]+(?: (?!and\b|with\b|at\b|by\b|while\b|but\b|to\b|of\b|for\b|on\b|in\b)[\w-]+){0,3})",
    re.IGNORECASE,
)
WITH = compile_re(r" with (?:(?:an?|about|around|roughly|nearly|over|just|some) )*[*]*")
ON = compile_re(r"[*]* (?:on|in|for|at|of|across)(?: the)? [*]*")
TASKS = compile_re(r" ((?:[\w-]+ ){0,2}?(?:tasks|benchmarks|workloads))\b", re.IGNORECASE)
LEADS_AT = compile_re(  # "leads at 35% of U.S. businesses"
    r" (?:at|with) (?:(?:about|around|roughly|nearly|over|just) )*[~]?[\d.]+(?:%| percent) (?:share )?of (?:the |all )?"
    r"((?:[\w'’-]++(?:\.[\w'’-]++)*+\.? ?){1,3}?)"
    r"(?=[,;:)]|\.(?!\w)|$| (?:and|with|while|but|that|who|paying|using|to|in|on|for)\b)"
)
REALM = compile_re(r"(?:In|On|For|At)(?: the (?:realm|field|area|world|domain|category) of)?(?: the)? ([a-z][\w-]*(?: [\w-]+){0,3}),")
# "**Text Arena.** S"
LED = compile_re(r"\W{0,4}([A-Z][\w’'-]*(?: [\w’'-]+){0,4})(?:\.[*_]*|[*_]*:[*_]*|[*_]+ ?[—–:]) (?=\W*[A-Z])")
HEADED = compile_re(rf"(?:[\w’'-]+ ){{0,3}}?(?:{BOARD})", re.IGNORECASE)
KIND = compile_re(
    rf"[- ](?!(?:and|but|while)\b)(?:capable |ranked |performing |rated |scoring )?((?:[\w-]+ ){{0,4}}?(?:{NOUN}|score|benchmarks?))\b"
)
# "In the coding category of the Arena, S leads": the list stands in front
AHEAD = compile_re(
    r"(?:In|On|At|Among|For|Within|Across) (?:the |our |its |their )?((?:[\w'’.-]+ ){0,4}?"
    r"(?:categor(?:y|ies)|leaderboards?|rankings?|index|arena|standings|charts?|list|class|division|tests?|table|benchmarks?|models?))\b"
)


def measure_of(sentence: Sentence, rank: Rank) -> str:
    """What is highest or longest, as written: a metric right behind."""
    marks = [m for m in sentence.metrics if m.start > rank.end and len(sentence.words(rank.end, m.start)) <= 1]
    first = marks[0] if marks and patterns.fullmatch(r"[ *]+(?:[\w-]+ )?", sentence.scene.text[rank.end : marks[0].start]) else None
    return sentence.scene.text[rank.end : first.end].strip(" *").lower() if first else ""


def of_its_figure(sentence: Sentence, rank: Rank, mark: MetricMark) -> bool:
    """Whether a mention says of what the figure is with which one leads: "leads with 54% market share"."""
    figure = next((q for q in sentence.quantities if q.outer_start >= rank.end), None)
    if figure is None or not WITH.fullmatch(sentence.scene.text, rank.end, figure.outer_start):
        return False
    return 0 <= mark.start - figure.outer_end <= 1


def is_access(sentence: Sentence, mark: MetricMark) -> bool:
    """Whether a mention says how something can be had, which nobody is first in: "the open-source leaderboard"."""
    return (mark.common and mark.id is None) or (mark.id is not None and sentence.vocabulary.metrics[mark.id].kind == "availability")


def named_above(sentence: Sentence) -> str:
    """The benchmark that a list hangs on, as its parent or heading writes it; "" if it names none or several."""
    metrics = [c.id for c in sentence.around.metrics if c.id and c.rule in ("list", "heading")]
    metric = sentence.vocabulary.metrics[metrics[0]] if len(set(metrics)) == 1 else None
    above = " ".join(sentence.around.above).lower()
    names = (metric.name, *metric.aliases) if metric and metric.kind == "score" else ()
    return max((name.lower() for name in names if name.lower() in above), key=len, default="")


def list_of(sentence: Sentence, rank: Rank) -> str:
    """The name of the list in which the rank is one, as written, lower-cased; "" if unsaid."""
    text = sentence.scene.text
    near = [m for m in sentence.metrics if m.cue is None and not m.weak and not is_access(sentence, m)]
    if rank.rule in OF_MEASURE:
        return measure_of(sentence, rank)
    if rank.rule in ("leads, alone", "leader, alone", "a record"):
        near = [m for m in near if m.id and (sentence.vocabulary.metrics[m.id].kind == "score" or of_its_figure(sentence, rank, m))]
    last = [m for m in near if m.end <= rank.start]
    if rank.rule in OF_BEFORE and last:
        return last[-1].text.lower()
    if rank.rule in OF_BEFORE and not near and (above := named_above(sentence)):
        return above
    within = text[: sentence.end]
    board = next((m for m in (WHERE.match(within, rank.end + 1), BOARD_AFTER.match(within, rank.end)) if m), None)
    named = board and any(rank.end <= m.start < board.end() for m in near)
    if rank.rule == "tops the board" and board and not named and not ON.match(text, board.end()):
        return board[1].lower()
    near += [
        m for m in sentence.metrics if m.cue is None and m.weak and not is_access(sentence, m) and ON.fullmatch(text, rank.end, m.start)
    ]
    after = [m for m in near if m.start >= rank.end and m.start - rank.end < 60 and not BREAK.search(text, rank.end, m.start)]
    if after:
        listed = [after[0]]
        for m in after[1:]:
            if patterns.fullmatch(r"(?:\s|,|&|/|\*|\band\b|\bboth\b)*", text[listed[-1].end : m.start]):
                listed.append(m)
        return " ".join(m.text.lower() for m in listed)
    if board and last and SAME_LIST.fullmatch(board[1]):
        return last[-1].text.lower()
    if board:
        return board[1].lower()
    if rank.rule == "dominates tasks" and (tasks := TASKS.match(within, rank.end)):
        return tasks[1].lower()
    kind = KIND.match(within, rank.end)
    if kind and near:
        return near[-1].text.lower()
    if ahead := AHEAD.match(text, sentence.start, rank.start):
        return ahead[1].lower()
    if last:
        return last[-1].text.lower()
    if rank.rule == "leads on" and (share := LEADS_AT.match(within, rank.end)):
        return share[1].lower().rstrip(". ")
    if rank.rule in NEEDS_LIST and (task := TASK.match(within, rank.end) or REALM.match(text[sentence.start : rank.start])):
        return task[1].lower()
    return kind[1].lower() if kind else board_above(sentence) if rank.rule in NEEDS_LIST else ""


def board_above(sentence: Sentence) -> str:
    """The board that a paragraph or its heading is headed by, as written: "Vision Arena" of "**Vision Arena.** S holds the top spot"."""
    led = LED.match(sentence.scene.text)
    board = HEADED.fullmatch(led[1] if led else sentence.around.heading.strip(" *_.:#"))
    return board[0].lower() if board else ""
