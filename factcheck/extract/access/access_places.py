"""Where and for whom something can be had: "in the Atlas app and via the API", "to Plus and Pro users", "to trusted partners"."""

from __future__ import annotations

import re

from factcheck import patterns
from factcheck.dataclass import dataclass
from factcheck.patterns import compile_re

LIKE = r"(?:(?:platforms|services|tools|sites|providers|clouds|products|apps|surfaces|frameworks) (?:like|such as|including) )?"
PLACE = compile_re(rf"(?: (?:on|in|at|through|via|into|within|inside|across|to|by|with|from|alongside))+ {LIKE}")
NAME = compile_re(r"(?:[A-Z0-9][\w.+-]*|[a-z]+\.(?:ai|com|org|dev|app)|[a-z]{1,5}[A-Z]\w*|llama\.cpp|transformers\b)")
THING = compile_re(
    r"(?:app|apps|website|web|desktop|mobile|platform|browser|site|chat|transformers|glasses|search|tab|store|stores|arenas?)\b"
)
BROUGHT = compile_re(r"(?: (?:on|in|through|via|into|within|inside|across|to))+ ")  # where a verb brings something
ALONE = compile_re(r"(?:web|mobile|desktop)(?: apps?| version)?\b|website\b|apps?\b(?! store)")  # things that need no name
GLUE = compile_re(
    r"[,/&*\s_`'’“”\"()\U0001f300-\U0001faff]+|(?:and|or|the|its|in|on|via|through|at|both|also|then|as well as|inside|s|a|an|our|their"
    r"|to|own|official|new)\b"
)
REGION = compile_re(
    r"EU|US|USA|UK|U\.S|U\.K|Europe|China|India|Japan|Canada|Germany|France|Italy|States|United|Union|European|Kingdom|Australia|Korea"
    r"|South"
)
FORMS = compile_re(
    r" (?:\w+ )?(?:formats?|sizes?|versions?|variants?|languages?|precision|quantizations?|configurations?|flavou?rs|modes?|tiers?"
    r"|benchmarks?|leaderboards?|index|lists?|lineup|family|licen[sc]es?|agreement)\b"
)
UNNAMED = compile_re(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday|Sunday|Q[1-4]|\d+(?:st|nd|rd|th)?|English|French|German|Spanish|Chinese|Japanese|Korean|Portuguese|Italian|Hindi|Arabic|Russian|Mandarin"
    r"|Python|It|This|The|We|I)\b"
)
RELEASE = compile_re(r"\d{1,2}(?=[.,;)]|$| (?:and|or)\b)")  # of a named thing: "Windows 11"
AUDIENCE = compile_re(
    r"(?:,? (?:exclusively|only|immediately|now|today|first|initially|also|available|starting))* (?:to|for|with) (?P<who>(?:(?:all|every"
    r"|any|our|its|the|a|both|select(?:ed)?|trusted|certain|some|few|small|limited|number|group|set|of|early|approved|eligible|logged-in"
    r"|signed-in|paid|paying|free|existing|new|enterprise|business|individual|general|government|and|or|plus|vetted|outside|external"
    r"|[A-Z][\w+.-]*(?:['’]s)?)(?:, | ?/ ?| ?& ?| ))*?)(?P<noun>users?|subscribers?|customers?|developers|everyone|everybody|anyone"
    r"|members|accounts|plans?|tiers?|public|researchers|partners|testers|organi[sz]ations|enterprises|businesses|teams|governments"
    r"|students)\b"
)
CHOSEN = compile_re(
    r"\b(?:select(?:ed)?|trusted|certain|some|few|small|limited|early|approved|eligible|vetted|governments?|testers|partners|researchers)\b"
)
TIER = compile_re(
    r"\b(?:AI (?:Ultra|Pro)|[Ff]ree|Go|Plus|Pro|Team|Teams|Enterprise|Edu|Max|Ultra|Business|Premium|Standard|Starter|[Pp]aid)(?![\w+])"
)
HUBS = compile_re(r"(?:Hugging Face|HuggingFace|ModelScope|HF|Hub| )+")


@dataclass(frozen=True, slots=True)
class Places:
    """Where something can be had: the names as written, whether an API is among them, and the offset where they end."""

    names: tuple[str, ...]
    api: bool
    end: int
    api_end: int = 0  # where the API's name ends

    def __bool__(self) -> bool:
        return self.api or bool(self.names)

    @property
    def conditions(self) -> dict[str, str]:
        key = "region" if self.names and all(REGION.fullmatch(n) for n in self.names) else "variant"
        return {key: " ".join(self.names).lower()} if self.names else {}

    @property
    def hub(self) -> bool:
        """Whether these are places that hold the files of models."""
        return bool(self.names) and HUBS.fullmatch(" ".join(self.names)) is not None


@dataclass(frozen=True, slots=True)
class Audience:
    """For whom something can be had: plans in their order, whether others are shut out, and the offset where the words end."""

    tiers: tuple[str, ...]
    chosen: bool
    end: int


@dataclass(frozen=True, slots=True)
class Reach:
    """Where and for whom, as far as the words after an offset go."""

    places: Places
    audience: Audience | None
    end: int

    def __bool__(self) -> bool:
        return bool(self.places) or self.audience is not None

    @property
    def conditions(self) -> dict[str, str]:
        tiers = " ".join(self.audience.tiers).lower() if self.audience else ""
        return {**self.places.conditions, **({"tier": tiers} if tiers else {})}


def reach_after(text: str, at: int, end: int, lead: re.Pattern[str] = PLACE) -> Reach:
    """The places and the people that the words from `at` on name, in either order; `lead` are the prepositions before a place.

    >>> text = "available to all Plus and Pro users in Atlas today"
    >>> reach_after(text, 9, len(text)).conditions
    {'variant': 'atlas', 'tier': 'plus pro'}
    """
    places, audience = Places((), False, at), None
    for _ in range(2):
        if audience is None and (found := audience_after(text, at, end)):
            audience, at = found, found.end
        elif not places and (lead.match(text, at, end)) and (more := places_after(text, at, end)):
            places, at = more, more.end
    return Reach(places, audience, at)


def audience_after(text: str, at: int, end: int) -> Audience | None:
    """The people named from an offset on.

    >>> audience_after(" to select partners", 0, 19).chosen, audience_after(" to everyone on Pro", 0, 19).chosen
    (True, False)
    """
    m = AUDIENCE.match(text, at, end)
    if not m:
        return None
    said = m["who"] + m["noun"]
    return Audience(tuple(TIER.findall(m["who"])), bool(CHOSEN.search(said)), m.end())


def places_after(text: str, at: int, end: int) -> Places:
    """The places that a list names.

    >>> text = "live on meta.ai and in the Meta AI app, and via the Meta API today"
    >>> places_after(text, 4, len(text)).names, places_after(text, 4, len(text)).api
    (('meta.ai', 'Meta', 'AI', 'app'), True)
    """
    lead = PLACE.match(text, at, end)
    groups: list[list[str]] = [[]]
    api_end = 0
    at, last = lead.end() if lead else at, at
    while at < end:
        if m := GLUE.match(text, at, end):
            if "(" in m.group() and any(groups) and not patterns.match(r"(?:and|or|via|in|on) ", text[m.end() : end]):
                break
            if m.group().strip("*_ \"'’`“”()") not in ("", "the", "its", "s", "a", "an", "our", "their", "own", "official", "new"):
                groups.append([])
        elif (m := NAME.match(text, at, end)) or (m := (THING if any(groups) else ALONE).match(text, at, end)):
            if UNNAMED.fullmatch(m.group().rstrip(".,")) and not (groups[-1] and RELEASE.match(text, m.start(), end)):
                break
            groups[-1].append(m.group().rstrip(".,"))
            last = m.end()
            api_end = api_end or (m.start() + len(groups[-1][-1]) if groups[-1][-1] in ("API", "APIs") else 0)
        else:
            break
        at = m.end()
        if m.group().endswith("."):
            break
    if FORMS.match(text, last, end) or any(patterns.fullmatch(r"\d+B|(?:BF|FP|INT)\d+", n) for g in groups for n in g):
        return Places((), False, last)
    api = [g for g in groups if g and g[-1] in ("API", "APIs")]
    return Places(tuple(n for g in groups if g not in api for n in g), bool(api), last, api_end if api else 0)
