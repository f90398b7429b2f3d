"""What can be had and how: open weights, open source, an API, an app, free of charge; available, limited, planned or not.

A frame is a wording with the standard metric it speaks of. Whose it is must show in the grammar: the frame is said of a name before it
("X is open source", "X, a proprietary model"), or a name follows that it describes or is done to ("the open-source X", "released X").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from factcheck.extract.scene import SubjectMark
from factcheck.extract.sentence import Choice, Sentence
from factcheck.ledger.model import Metric
from factcheck.values import Status

# quality: an adjective or a noun phrase; done: a verb; place: what can be used, and after it where
Shape = Literal["quality", "done", "place", "noun"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A wording of availability: its words are group "w" of the pattern; what they say where nothing turns it."""

    name: str
    metric: str
    shape: Shape
    pattern: str
    status: Status


LICENCE = (
    r"(?:an? |the )?(?:fully |very |more |highly )?(?:permissive |open(?:-source)? "
    r"|standard )?(?P<w>Apache(?:[ -]License)?(?:,? [Vv]ersion)?[ -]?2(?:\.0)?|MIT|BSD(?:-\d)?|CC[ -]BY(?:-\d\.\d|-SA)*)"
    r"(?![\w-]*(?:-NC| Technology| CSAIL| study| researchers))"
)
FRAMES: tuple[Frame, ...] = (
    Frame("proprietary", "open-weights", "quality", r"(?P<w>proprietary)(?:-only)?", "unavailable"),
    Frame("closed weights", "open-weights", "quality", r"(?P<w>(?:with)?out (?:open|public) weights|closed[- ]weights?)", "unavailable"),
    Frame("open weights", "open-weights", "quality", r"(?P<w>open[- ]weight(?:s|ed)?)", "available"),
    Frame(
        "open licence",
        "open-weights",
        "noun",
        rf"(?:under|with|carries|uses?|is|are|through|licen[sc]e:?[* ]*) {LICENCE}(?:[- ]licen[sc]ed?)?",
        "available",
    ),
    Frame("licensed", "open-weights", "noun", rf"{LICENCE}[- ]licen[sc]ed", "available"),
    Frame(
        "weights can be had",
        "open-weights",
        "noun",
        r"(?:model |the )?weights (?:(?:of|for) [^.;,]{1,40}? )?(?:and \w+ )?(?:are|were|is|have been|has been|will be"
        r"|aren['’]t|haven['’]t been|have not been|are not|were not)"
        r"(?: (?:now|also|publicly|freely|fully|all|directly|already|yet))* (?P<w>available|released|published|downloadable|open|public)",
        "available",
    ),
    Frame(
        "releases weights",
        "open-weights",
        "done",
        r"(?P<w>releas(?:ed?|es|ing)|publish(?:ed|es|ing)|open(?:ed|s|ing)|shar(?:ed|es|ing)) (?:the |its |their |all |full "
        r"|open |model )*weights",
        "available",
    ),
    Frame("closed source", "open-source", "quality", r"(?P<w>closed[- ]sourced?)", "unavailable"),
    Frame("open source", "open-source", "quality", r"(?P<w>open[- ]source)(?!d|r)", "available"),
    Frame(
        "open-sources",
        "open-source",
        "done",
        r"(?P<w>open[- ]sourc(?:ed|es|ing)|open[- ]source(?= (?:it\b|the\b|its\b|[A-Z])))",
        "available",
    ),
    Frame(
        "API preview",
        "api-access",
        "quality",
        r"(?P<w>(?:private|limited|closed|public|gated|early)[- ]API (?:preview|beta|access)|API (?:preview|beta))",
        "limited",
    ),
    Frame(
        "no API",
        "api-access",
        "noun",
        r"(?P<w>no (?:public |open |official )?API)(?= |\.|,|;|$)(?! (?:key|call|cost|fee)s?)",
        "unavailable",
    ),
    Frame("API access", "api-access", "noun", r"(?P<w>(?:public )?API access)(?! (?:to|for) (?:the|a)\b)", "available"),
    Frame(
        "API is live",
        "api-access",
        "noun",
        r"\bAPI (?:is|are|was|went|will be|has been)(?: (?:now|also|already|not|yet))* (?P<w>live|available|open|online|launched|released)",
        "available",
    ),
    Frame(
        "via API",
        "api-access",
        "place",
        r"(?:available|accessible|offered|accessed?|serve[ds]?|usable|used?|try|call(?:ed)?|reach(?:ed"
        r"|able)?)\b[^.;:]{0,50}? (?:via|through|in|on|over|using|by) (?:the |an? |its |their |our |[A-Z]\w+(?:['’]s?)? )*(?P<w>APIs?)",
        "available",
    ),
    Frame(
        "free of charge",
        "free-access",
        "quality",
        r"(?P<w>free of charge|free to use|(?:available |usable |offered )?for free|free (?:for|to) (?:all|everyone"
        r"|anyone)(?: users)?|completely free|entirely free)",
        "available",
    ),
    Frame(
        "is free",
        "free-access",
        "noun",
        r"(?:is|are|remains|stays)(?: (?:now|also|still|currently|not|no longer))* (?P<w>free)(?= (?:for|until|on|in|during)\b|[.,;]|$)",
        "available",
    ),
    Frame(
        "generally available",
        "app-access",
        "quality",
        r"(?P<w>(?:generally|publicly|widely|broadly|now) available|general availability|in GA|publicly accessible)",
        "available",
    ),
    Frame(
        "preview",
        "app-access",
        "quality",
        r"(?:(?:available|launched|released|offered|is|are|remains|currently|still) (?:\w+ )?(?:in"
        r"|as) (?:an? )?)(?P<w>(?:public |private |limited |closed |open |research |early |technical )*(?:preview|beta|alpha"
        r"|early access))",
        "limited",
    ),
    Frame("waitlist", "app-access", "noun", r"(?P<w>wait[- ]?list)(?= (?:for|to)\b| is\b| access\b|\.|,|$)", "limited"),
    Frame(
        "in a product",
        "app-access",
        "place",
        r"(?:(?:is|are|was|were|be|been|being|model|now|went|goes|also|already|currently|not|n['’]t|yet|today|fully|directly"
        r"|made|become|becomes|became|natively) )"
        r"(?P<w>live|available|accessible|supported|integrated|included|usable|offered|built|deployed|embedded"
        r"|online)(?: (?:now|today|worldwide|globally|immediately|starting today|for free|to (?:all"
        r"|every)\w*(?: \w+)? users))*(?= (?:on|in|at|through|via|into|within|by|inside|across) )",
        "available",
    ),
    Frame(
        "rolls out",
        "app-access",
        "place",
        r"(?P<w>roll(?:ing|ed|s)? out(?: gradually| globally| worldwide| today| now)*)(?: to (?:all |every |\w+ )*(?:users?"
        r"|subscribers|customers|developers|everyone))?(?= (?:on|in|to|across|within|via) )",
        "available",
    ),
    Frame(
        "powers",
        "app-access",
        "done",
        r"(?P<w>powers|is powering|now powering)(?= (?:[A-Z]|the [A-Z]|an? (?:upgraded|new|updated)|both [A-Z]))",
        "available",
    ),
    Frame(
        "comes to",
        "app-access",
        "place",
        r"(?P<w>com(?:es|ing)|came|arriv(?:es|ed|ing)|landed|entered|launched)(?: (?:next|soon|first|now))*(?= (?:to|in|on) )",
        "available",
    ),
)
COMPILED = [
    (frame, re.compile(rf"(?<![\w-]){frame.pattern}(?![\w])", re.IGNORECASE if "A-Z" not in frame.pattern else 0)) for frame in FRAMES
]
# What a wording speaks of when it qualifies one of these: not of a model at all.
OTHER_THINGS = re.compile(
    r"[ -](?:[\w-]+ )?(?:sources?|web|data|datasets?|information|formats?|chips?|hardware|technolog(?:y|ies)|software|training"
    r"|communit(?:y|ies)|ecosystems?|philosophy|roots|playbook|strateg(?:y|ies)|generosity|movements?|worlds?|labs?"
    r"|competitors?|competition|alternatives?|counterparts?|rivals?|licen[sc]es?|initiatives?|projects?|tools?|librar(?:y|ies)"
    r"|code(?:base)?|frameworks?|stacks?|ethos|peers?|options?|solutions?|space|field|side|ones?|efforts?|landscape|leaders?"
    r"|developers?|startups?|"
    r"benchmarks?|architectures?|techniques?|methods?|contributions?|advocates?|champions?|methodology|recipe|category|offerings)\b",
    re.IGNORECASE,
)
MODELS = re.compile(r"[ -](?:[\w.-]+ ){0,3}?(?:models|LLMs|systems|families)\b", re.IGNORECASE)
NOUN = re.compile(
    r"[ -](?:[\w.-]+ ){0,4}?(?:model|LLM|system|release|assistant|family|chatbot|tool|app|agent|version|approach)\b", re.IGNORECASE
)
# Words before a description ("is an open", ", a new open") that leave it one of the sentence's subject, those that make it another's, and
# those that a description cannot reach across to the name it describes.
OWN = frozenset("is are was were as remains remain became becomes isn't wasn't aren't not called be being".split())
OTHERS = frozenset(
    "every any other another many most all some best best-performing strongest top leading largest popular of among between vs"
    " against than like unlike"
    " from into to with on for over by replaces rival rivals beats outperforms surpasses trails previous both how about trying"
    " use uses using available"
    " closest robust no".split()
)
APART = frozenset(
    "to approach strategy launching away than and but while from like by with unlike over beats as is are was against that"
    " which into on in at".split()
)
SAID_OF = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|remains?|stays?|becomes?|became|isn['’]t|aren['’]t|wasn['’]t|as|goes|went|being|made"
    r"|makes|keeps?|kept|currently|now|not)\b|[,—–:(-]|\bof)[^.;]*$",
    re.IGNORECASE,
)
COPULA = re.compile(
    r"\b(?:is|are|was|were|be|been|remains?|stays?|becomes?|became|has|have|had|will|can|isn['’]t|aren['’]t|ships?|shipped"
    r"|comes?|came|launch(?:es|ed)|releas(?:es|ed)|go(?:es)?|went|offers?|offering)\b",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"(?:\bnot|n['’]t|\bno longer|\bnever|\bwithout|\bno|\brather than|\binstead of|\bnor|\baway from|\bneither|\bcannot"
    r"|\bisn['’]t|\bstopped being)(?: (?:yet|\w+ly|be|been|an?|the|its|currently|fully|as)){0,3} [\"“]?$",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:plans?|planning|planned|will(?! not)|intends?|promis(?:es?|ed|ing)|expect(?:s|ed)|set to|scheduled|slated|hop(?:es?"
    r"|ing)|aims?|going to|coming|soon|future|later|would like|pledg(?:es|ed)|eventually|committed to|consider(?:s"
    r"|ing))\b(?: [\w-]+){0,4} [\"“]?$",
    re.IGNORECASE,
)
LATER = re.compile(
    r"[^.;,]{0,30}?\b(?:(?:by|in|from|over) (?:\w+ )?(?:the )?(?:future|soon|next|coming)|(?:will|to) (?:follow|come|arrive"
    r"|launch)|promised|planned|coming (?:soon|weeks|months|days|next)|soon|later|in the future|next (?:week|month|year|quarter))\b",
    re.IGNORECASE,
)
LIMITED = re.compile(
    r"\b(?:preview|beta|wait[- ]?list|(?:select(?:ed)?|a few|some|early|trusted|enterprise) (?:users|partners|customers|testers"
    r"|developers)|limited (?:access|to|availability|release|rollout)|early access|invite[- ]only|trusted testers"
    r"|gradual(?:ly)?|trusted partners|restricted|only to)\b",
    re.IGNORECASE,
)
PLACE = re.compile(r"(?: (?:on|in|at|through|via|into|within|inside|across|to|by))+ ")
NAME = re.compile(r"(?:[A-Z0-9][\w.+-]*|[a-z]+\.(?:ai|com|org|dev|app)|iOS|macOS|i[A-Z]\w+|v?LLM|llama\.cpp)")
THING = re.compile(r"(?:app|apps|website|web|desktop|mobile|platform|browser|site|chat|transformers|glasses|search|tab|store|stores)\b")
GLUE = re.compile(r"[,/&*\s_`'’“”\"]+|(?:and|or|the|its|in|on|via|through|at|both|also|then|as well as|s|a|an|our|their|to)\b")
REGION = re.compile(r"EU|US|USA|UK|U\.S|U\.K|Europe|China|India|Japan|Canada|Germany|France|Italy|States|United|Union|European")
TURNED = re.compile(r"\b(?:away from|unlike|rather than|instead of) (?:the )?[*“\"]*$", re.IGNORECASE)
LATER_ONES = re.compile(
    r" (?:parts? of|some of|(?:its |their |the |all )?(?:future|next|later|upcoming|new|older) (?:\w+ )?(?:versions?|models?|releases?))\b"
)
FORMS = re.compile(
    r" (?:\w+ )?(?:formats?|sizes?|versions?|variants?|languages?|precision|quantizations?|configurations?|flavou?rs|modes?|tiers?)\b"
)
PLACED = ("in a product", "rolls out", "comes to", "powers")
UNNAMED = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Q[1-4]|\d+)\b"
)


@dataclass(frozen=True, slots=True)
class Access:
    """An availability read: the words that say it (offsets, end exclusive), of whom, of what, how it stands, and where."""

    start: int
    end: int
    subject: str
    metric: Metric
    status: Status
    rule: str
    conditions: dict[str, str] = field(default_factory=dict)


def read_access(sentence: Sentence) -> Iterator[Access]:
    """What a sentence says of availability, each with whose it is."""
    text = sentence.scene.text
    done: list[tuple[int, int]] = []
    for frame, pattern in COMPILED:
        metric = sentence.vocabulary.role(frame.metric)
        if not metric:
            continue
        for m in pattern.finditer(text, sentence.start, sentence.end):
            a, b = m.span("w")
            if any(x < b and a < y for x, y in done):
                continue
            where = places_after(text, m.end(), sentence.end) if frame.name in PLACED else Places((), False, b)
            if where.api and any(b < y <= where.end for _, y in done):
                where = replace(where, api=False)  # read as such
            if frame.shape == "place" and frame.metric == "app-access" and not where:
                continue
            if frame.name == "comes to" and len(where.names) < 2 and not PLANNED.search(text[sentence.start : a]):
                continue
            best = whose(sentence, a, b, frame)
            if best is None or best.id is None:
                continue
            done.append((a, max(b, where.end)))
            status = (
                frame.status
                if best.rule == "named after it" and frame.shape == "quality" and TURNED.search(text[:a])
                else meant(text, sentence, m, frame)
            )
            if status == "unavailable" and frame.name == "generally available":
                continue  # what not everybody can have may be had somewhere, or be a matter of weights
            api = sentence.vocabulary.role("api-access")
            if api and where.api:
                yield Access(a, b, best.id, api, status, f"{frame.name}; {best.rule}")
            if where.names or not where.api:
                yield Access(a, b, best.id, metric, status, f"{frame.name}; {best.rule}", where.conditions)


@dataclass(frozen=True, slots=True)
class Places:
    """Where something can be had: the names as written, whether an API is among them, and the offset where they end."""

    names: tuple[str, ...]
    api: bool
    end: int

    def __bool__(self) -> bool:
        return self.api or bool(self.names)

    @property
    def conditions(self) -> dict[str, str]:
        key = "region" if self.names and all(REGION.fullmatch(n) for n in self.names) else "variant"
        return {key: " ".join(self.names).lower()} if self.names else {}


def places_after(text: str, at: int, end: int) -> Places:
    """The places that a list names.

    >>> text = "live on meta.ai and in the Meta AI app, and via the Meta API today"
    >>> places_after(text, 4, len(text)).names, places_after(text, 4, len(text)).api
    (('meta.ai', 'Meta', 'AI', 'app'), True)
    """
    lead = PLACE.match(text, at, end) or re.compile(r" ").match(text, at, end)
    groups: list[list[str]] = [[]]
    at, last = (lead.end() if lead else end), at
    while at < end:
        if m := GLUE.match(text, at, end):
            if m.group().strip("*_ \"'’`“”") not in ("", "the", "its", "s", "a", "an", "our", "their"):
                groups.append([])
        elif (m := NAME.match(text, at, end)) or (any(groups) and (m := THING.match(text, at, end))):
            if UNNAMED.fullmatch(m.group()):
                break
            groups[-1].append(m.group().rstrip(".,"))
            last = m.end()
        else:
            break
        at = m.end()
        if m.group().endswith("."):
            break
    if FORMS.match(text, last, end) or any(re.fullmatch(r"\d+B|(?:BF|FP|INT)\d+", n) for g in groups for n in g):
        return Places((), False, last)
    api = [g for g in groups if g and g[-1] in ("API", "APIs")]
    return Places(tuple(n for g in groups if g not in api for n in g), bool(api), last)


def whose(sentence: Sentence, a: int, b: int, frame: Frame) -> Choice | None:
    """Whose availability the words at `a` to `b` speak of, by the grammar round them."""
    text = sentence.scene.text
    marks = [
        modelled(sentence, s)
        for s in sentence.subjects
        if s.id and (sentence.is_model(s.id) or s.pronoun) and text[s.start - 1 : s.start] != "@"
    ]
    after, before = text[b : sentence.end], text[sentence.start : a]
    if frame.shape == "quality" and (OTHER_THINGS.match(after) or re.match(r" (?:is|isn['’]t|has|was|can|could|would)\b", after)):
        return None
    if frame.shape in ("done", "quality") and LATER_ONES.match(after):
        return None  # not the subject at hand
    described = next((s for s in marks if s.start >= b and s.start - b <= 60), None)
    reaches = frame.shape in ("quality", "done") and frame.name != "powers"
    if described and reaches and not described.object and describes(text[b : described.start]):
        return Choice(described.id, 6.0, "named after it", described)
    if frame.shape == "noun":
        of = next((s for s in marks if s.start >= b and re.fullmatch(r" (?:of|for|to) [*“\"]*", text[b : s.start])), None)
        if of:
            return Choice(of.id, 6.0, "of what follows", of)
    if frame.shape == "quality":
        several = MODELS.match(after)
        if several and not re.search(r"\b(?:are|were|as|two|both|three)\b[^,;.]{0,30}$", before):
            return None
        if (several or NOUN.match(after)) and not introduced(before):
            return None
    candidates = [s for s in marks if s.end <= a and not s.object]
    if candidates:
        mark = nearest(sentence, candidates, a)
        gap = text[mark.end : a]
        if fits(gap, frame) or (frame.shape == "noun" and COPULA.search(before) and len(gap.split()) <= 8):
            return Choice(mark.id, 5.0, "said of it", mark)
        return None
    if before.strip(' *_-•“"') and not re.fullmatch(
        r"[^.;]{0,30}[:—–]\W*|\W*(?:It|The model|Now|Currently|Today|Released|Licensed|Available|Also|Fully|And|The|There is an?)\b[^,;]*",
        before,
        re.IGNORECASE,
    ):
        return None
    around = [c for c in sentence.around.subjects if sentence.is_model(c.id) and c.weight >= 3.0]
    if frame.metric in ("open-weights", "open-source"):
        around = [c for c in around if sentence.vocabulary.subjects[c.id or ""].kind == "model"]
    return around[0] if around and (len(around) == 1 or around[0].weight > around[1].weight) else None


def modelled(sentence: Sentence, mark: SubjectMark) -> SubjectMark:
    """A mark as it is, but "the model" never as a product that runs one."""
    if not mark.pronoun or "model" not in mark.text.lower() or sentence.vocabulary.subjects[mark.id or ""].kind == "model":
        return mark
    models = [c.id for c in sentence.around.subjects if c.id and sentence.vocabulary.subjects[c.id].kind == "model"]
    return replace(mark, id=models[0]) if models else mark


def describes(between: str) -> bool:
    """Whether a quality reaches across these words to the name that follows: "open-source [coding model] X"."""
    words = re.findall(r"[\w’'.-]+", between.lower())
    return len(words) <= 5 and not APART & set(words) and not re.search(r"[;()]|\. |, .*,", between)


def introduced(before: str) -> bool:
    """Whether the words before a noun phrase make it one of the sentence's subject: "X is an", "X, its first"."""
    tokens = re.findall(r"[\w’'-]+|[,—–:(]", before.lower())
    for token in reversed(tokens[-6:]):
        if token in OTHERS:
            return False
        if token.replace("’", "'") in OWN or token in ",—–:(":
            return True
    return len(tokens) <= 3


def nearest(sentence: Sentence, candidates: list[SubjectMark], a: int) -> SubjectMark:
    """The likeliest of the names before: the last one that stands in no place ("in ChatGPT") and is the subject of the clause."""
    text = sentence.scene.text
    heads = [
        s
        for s in candidates
        if not re.search(
            r"\b(?:in|on|at|via|through|like|unlike|than|for|of|powers|with|from) (?:the |an? |its )?[*“\"]*$",
            text[max(sentence.start, s.start - 24) : s.start],
        )
    ]
    return (heads or candidates)[-1]


def fits(gap: str, frame: Frame) -> bool:
    """Whether the words between a name and the frame make it the subject."""
    words = gap.split()
    if len(words) > 28 or re.search(r"[;]|\. ", gap):
        return False
    if re.match(r"['’]s? ", gap) and len(words) > 8:
        return False
    if len(words) <= 2 and not re.search(r"[.;]", gap):
        return True
    if frame.shape in ("place", "noun"):
        return bool(COPULA.search(gap)) or len(words) <= 3
    return bool(COPULA.search(gap) or SAID_OF.search(gap))


def meant(text: str, sentence: Sentence, m: re.Match[str], frame: Frame) -> Status:
    """How it stands once negation, plans and limits round the words are heard."""
    a, b = m.span("w")
    lead = re.split(r"[;:.]|, (?:and|but|while|with)\b|\b(?:but|while)\b", text[max(sentence.start, a - 70) : a])[-1]
    inside = text[m.start() : a]
    if frame.status in ("available", "limited"):
        if (
            PLANNED.search(lead)
            or PLANNED.search(inside)
            or re.search(r"\bwill be\b", inside)
            or LATER.match(text, b, min(sentence.end, b + 60))
        ):
            return "planned"
        if (
            NEGATED.search(lead)
            or NEGATED.search(text[max(sentence.start, m.start() - 40) : m.start()].rstrip() + " ")
            or re.search(r"\b(?:not|n['’]t)\b", inside)
        ):
            return "unavailable"
        near = text[max(sentence.start, a - 30) : min(sentence.end, b + 60)]
        if (
            frame.status == "available"
            and frame.metric in ("app-access", "api-access")
            and LIMITED.search(re.split(r"[.;]|, (?:with|and|but)", near)[0] if len(near) < 20 else near)
        ):
            return "limited"
    return frame.status
