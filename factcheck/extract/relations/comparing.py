"""Words that set one subject against others: who is compared, and who is only compared with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from factcheck.dataclass import dataclass
from factcheck.patterns import compile_re


@dataclass(frozen=True, slots=True)
class Comparing:
    """A comparing expression in a text. What follows it are the objects of the comparison.

    `op` is what it says of the subject against the object, None where it says neither (versus, than, compared with).
    """

    start: int
    end: int
    op: Literal[">", "<"] | None
    words: str


MORE = (
    r"beat(?:s|ing|en)?|outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|outscor(?:es?|ed|ing)|outpac(?:es?"
    r"|ed|ing)|eclips(?:es?|ed|ing)"
    r"|(?:gets?|got|getting|gotten) the better of|outr[au]n(?:s|ning)?(?= [A-Z])|out(?:does|doing|did|do)|one-ups|trump(?:s|ed)"
    r"|(?:sees?|saw|seeing|hold(?:s|ing)?|held|fend(?:s|ed|ing)?) off(?= [A-Z])"
    r"|(?:bl(?:ows?|ew|own|owing)|sail(?:s|ed|ing)?|rac(?:es?|ed|ing)|inch(?:es|ed|ing)|creeps?|crept|nudg(?:es?|ed|ing)|squeak(?:s|ed)"
    r"|sweeps?|swept|zip(?:s|ped)|breez(?:es?|ed)|powers|powered|surg(?:es|ed)) past(?= [A-Z])|pull(?:s|ed|ing)? (?:well )?(?:clear of"
    r"|away from)"
    r"|(?:edg(?:es?|ed|ing))(?: out| past)?|top(?:s|ped|ping)|best(?:s|ed|ing)|overtak(?:es?|ing|en)|overtook"
    r"|(?:passe[sd]|passing)(?= [A-Z])|trounc(?:es?"
    r"|ed|ing)|crush(?:es|ed|ing)|outshin(?:es?|ing)|outshone|outclass(?:es|ed|ing)?|outrank(?:s|ed|ing)?|leapfrog(?:s|ged"
    r"|ging)?|dethron(?:es?|ed|ing)|smok(?:es|ed)|wreck(?:s|ed)|demolish(?:es|ed)|thrash(?:es|ed)|outdo(?:es|ing)?|outdid"
    r"|(?:comfortably |well |far |just |slightly |narrowly )?(?:ahead of|clear of(?= [A-Z])|above|higher than|better than|faster than"
    r"|larger than|bigger than|greater than|stronger than|superior to|more than)"
    r"|(?:(?:a|an|the) )?(?:[a-z]+ )?(?:lead|edge|advantage|upper hand|improvement|win|victory|gains?) over|leads?(?= (?:[A-Z]|it\b))"
    r"|leading(?= [A-Z])|(?:wins?|won) (?:over|against)"
)
LESS = (
    r"trail(?:s|ed|ing)?(?: behind| only)?|lag(?:s|ged|ging)?(?: behind)?|fall(?:s|ing)? (?:behind|short of)|fell (?:behind|short of)"
    r"|(?:just |well |far |slightly |narrowly |only |still |placing it )?(?:behind(?! (?:at|with|on)\b)|below|lower than|worse than"
    r"|slower than"
    r"|smaller than|less than|fewer than|inferior to|second only to|short of)"
    r"|(?:placed |placing |put |putting )?(?:just |well |far )?behind only|no match for|bow(?:s|ed|ing)? to|los(?:es?|ing|t)(?: out)? to"
    r"|undercut(?:s|ting)?"
)
NEITHER = (
    r"(?:more |less |rather )?than|[Vv]s\.?|[Vv]ersus|[Aa]gainst|[Cc]ompar(?:ed?|es|ing) (?:to|with|against)"
    r"|[Rr]elative to|[Uu]nlike|similar(?:ly)? to"
    r"|comparabl[ey] to|on par with|par with|parity with"
    r"|level with|identical to|equal to|equivalent to|akin to|neck and neck with|toe-to-toe with"
    r"|[Cc]ompet(?:es|ed|ing|itive) with|(?:replac|displac)(?:es?|ed|ing)|(?:unseat|supplant|succeed)(?:s|ed|ing)?|rival(?:s|ing"
    r"|led)|(?<=[a-z] )(?<!\bwhile )(?<!\bbut )(?<!\bas )(?<!\bwith )(?<!\bby )(?<!\bfrom )rival|match(?:es|ed|ing)?"
    r"|(?:successors?|follow-?ups?|sequels?|replacements?|heirs?) (?:to|of|for)"
    r"|(?:[Ff]ollowed )(?:closely |narrowly )?by|identically to|tied with|(?:ties|tying)(?= (?:with )?[A-Z])(?: with)?|as (?:\w+) as"
    r"|(?<!\bI )(?<!\b[wW]e )(?<!\b[yY]ou )(?<!\b[tT]hey )(?<!\bto )(?<!\b[Pp]eople )(?<!\busers )like"
    r"|(?:a|tiny|small) fraction of the (?:price|costs?|size|compute|time)(?: of"
    r"|(?= (?:[A-Z][\w.-]* ){1,4}(?:costs?|charges?|takes?|needs?)))"
    r"|up from|down from|in line with|close to|near"
    r"|over(?= (?:[A-Z]|its (?:direct |immediate |own )?(?:predecessors?|rivals?|siblings?)\b))|alongside"
    r"|instead of|such as|(?:improv(?:es|ed|ing)|built|based) (?:up)?on(?: top of)?(?= (?:the )?[A-Z])|based off(?: of)?"
    r"|including|competitors like|just like|between|besides|[Aa]part from|[Aa]side from|[Ee]xcept(?: for)?|other than"
    r"|(?:(?<=place )|(?<=spot )|(?<=crown )|(?<=lead )|(?<=title )|(?<=position ))from(?= [A-Z])"
    r"|from(?= (?:[A-Z]|\d+\.)[\w.-]*(?: [\w.-]+){0,3}['’]s [*~$]*\d)"
    r"|within (?:just |only |about |roughly )?~?[\d.]+%? ?(?:percentage )?(?:points?|pts|pp|percent)? ?of"
    r"|(?:[Dd]ouble|[Tt]riple|[Tt]wice|[Qq]uadruple|[Hh]alf|[Dd]oubling|[Tt]ripling)(?= [A-Z])"
)
PASSIVE = (
    r"(?:beaten|bested|outdone|outperformed|outclassed|outpaced|outshone|outrun|surpassed|exceeded|outscored|edged out|overtaken|topped"
    r"|eclipsed"
    r"|crushed|trounced|dethroned|leapfrogged|left behind|pipped)(?: only| narrowly)? by"
)
AGAINST = compile_re(r"compared|comparing|relative|unlike")
# A phrase or clause that stands before the words a sentence opens against: "On a small chip, ", "As the text grows, ".
OPENING = compile_re(
    r"(?:^|\n|[.!?:]\s)\W*(?:On|In|At|For|With|Under|Across|During|When|While|As|After|By|Here|Overall|Notably|Again)\b[^.,;:!?\n]{0,90}, $"
)
PATTERN = compile_re(rf"\b(?:(?P<passive>{PASSIVE})|(?P<more>{MORE})|(?P<less>{LESS})|(?P<neither>{NEITHER}))(?=[\s(])")

# A title, which writes its words large: "S Beats O on Coding Tests".
TITLE = compile_re(r"\W*(?:[^.!?\n]|\.(?=\d)){12,140}\W*")
LONG_WORD = compile_re(r"(?<![\w-])(?!(?:with|from|over|than|into|amid|that)\b)[A-Za-z][a-z]{3,}(?![\w-])")
LEVEL = compile_re(r"(?:rival|match|compet)(?:s|es|ed|led|ing|ling)\b")
LARGE = compile_re(r"(?<=[\w)\]] )[A-Z](?=[a-z]+ )")

# The letter with which the first word is written large: "Beats O on M", "- **Outperforms O**"
FIRST = compile_re(r"(?:\A|\n|[.!?:] )\W*[A-Z](?=[a-z]+ )")


def opens(text: str, comparing: Comparing, names: Iterable[int]) -> bool:
    """Whether a sentence opens against somebody: "Compared to O, S is faster", "On a chip, compared to O, S is faster".

    `names` are the offsets of those named in the text: somebody named in the phrase before is spoken of already.

    >>> said = "On a chip, compared to Orbit 2, Tern 3 is fast. Tern 3 is fast, compared to Orbit 2."
    >>> [opens(said, c, (23, 32, 48, 74)) for c in find_comparing(said)]
    [True, False]
    """
    if comparing.words[0].isupper():
        return True
    phrase = OPENING.search(text, 0, comparing.start) if comparing.op is None and AGAINST.match(comparing.words) else None
    return phrase is not None and not any(phrase.start() <= at < phrase.end() for at in names)


def find_comparing(text: str) -> list[Comparing]:
    """The comparing expressions of a text, in order.

    >>> [(c.words, c.op) for c in find_comparing("It trails Opus 4.6 but beats GPT-5.4, surpassed only by Gemini")]
    [('trails', '<'), ('beats', '>'), ('surpassed only by', '<')]
    """
    plain = [comparing(m, text[m.start() : m.end()]) for m in PATTERN.finditer(FIRST.sub(lambda first: first.group().lower(), text))]
    return sorted((*plain, *(comparing(m, m.group()) for m in in_title(text))), key=lambda c: c.start)


def comparing(m: re.Match[str], words: str) -> Comparing:
    return Comparing(m.start(), m.end(), "<" if m["less"] or m["passive"] else ">" if m["more"] else None, words)


def in_title(text: str) -> Iterator[re.Match[str]]:
    """The words of a title that say who is ahead or behind, which it writes large: "S Beats O", "S Falls Behind O"."""
    long = LONG_WORD.findall(text) if TITLE.fullmatch(text) else []
    if len(long) < 3 or 5 * sum(word[0].isupper() for word in long) < 4 * len(long):
        return
    for large in LARGE.finditer(text):
        words = re.split(r"( )", text[large.start() :], maxsplit=2)
        for n in (1, 3):
            said = PATTERN.match(text[: large.start()] + "".join([*(w.lower() for w in words[:n]), *words[n:]]), large.start())
            if said and (not said["neither"] or LEVEL.match(said.group())):
                yield said
                break
