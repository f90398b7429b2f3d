"""Whose availability a wording speaks of, by the grammar round it."""

from __future__ import annotations

import re

from factcheck import patterns
from factcheck.dataclass import replace
from factcheck.extract.access.access_asides import of_feature, set_apart
from factcheck.extract.access.access_unsaid import FACTS, left_out
from factcheck.extract.access.access_words import Frame, Heard
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import COMPANY, Choice, Sentence
from factcheck.patterns import compile_re

# What may follow a quality that is said of a name before it ("is open source and", "proprietary, so"); any other word is what it qualifies.
GOES_ON = compile_re(
    r"(?:[\"”’)*_]* ?)(?:$|[^\w\s\"“*(]|\(| (?:and|or|but|with|without|under|so|which|while|on|in|at|via|from|by|for|to|since|today|now"
    r"|as|because|rather|like|unlike|instead|that|if|yet|too|again|this|when|where|through|across|until|although|though|than|after"
    r"|before|of|not|only)\b)"
)
# ... where it stands behind one of these, or behind the name itself.
PREDICATED = compile_re(
    r"(?:^|[^\w\s]|\b(?:is|are|was|were|be|been|being|remains?|stays?|becomes?|became|as|goes|went|gone|going|enter(?:s|ed)|reach(?:es"
    r"|ed)|made|keeps?|kept|now|not|\w+n['’]t|currently|fully|completely|entirely|truly|both|all|also|still|and|or|but|yet|it['’]s|has"
    r"|have|had|with|offers?|ships?|releas\w+|publish\w+|provides?|in|already|(?:is|are|was|remains|as|in|into|it['’]s) an?|\d[\w.]*"
    r"|[A-Z][\w.-]*))[*”\"]* ?[*“\"]*$"
)
# What it may qualify and still be said of the name that the sentence is about, and what several of them are called.
KIND = compile_re(
    r"(?:[ -](?!(?:and|or|of|to|in|for|on|with|from)\b)[\w.+]+,?){0,8}?[ -](?:model|LLM|MoE|system|release|assistant|family|chatbot"
    r"|tool|app|agent|version|alternative|framework|library|editor|engine|platform|project|approach|architecture|variant|encoder|nature"
    r"|distribution|software|series|IDE|CLI|extension|orchestration)\b",
    re.IGNORECASE,
)
KINDS = compile_re(
    r"(?:[ -](?!(?:and|or|of|to|in|for|on|with|from)\b)[\w.+]+){0,7}?[ -](?:models|LLMs|MoEs|systems|families|weights|tools|assistants)\b",
    re.IGNORECASE,
)
BE = compile_re(r"\b(?:is|are|remain(?:s|ed)?|stay(?:s|ed)?|was|were) (?:\w+ly )?$")
OF = compile_re(r" (?:of|for|to) [*“\"]*")
WEIGHTS_OF = compile_re(r" (?:the |its |all )?(?:full |model |open |trained )*(?:weights|checkpoints) (?:of|for) [*“\"]*")
INCLUDING = compile_re(r"[^.;:]{0,40}, including (?:the )?[*“\"]*")
# "released two models under the MIT license: X and Y"
SEVERAL = compile_re(
    r"\b(?:two|three|four|five|six|both|new|several)(?: (?!(?:for|of|to|in|on)\b)[\w-]+){0,4}?"
    r" (?:models|LLMs|systems|versions|sizes|variants|tools|agents)\b",
    re.IGNORECASE,
)
COLON = compile_re(r"(?:[^.;:()]|\.(?=\d)){0,40}: (?:the )?[*“\"]*")
EXAMPLES = compile_re(r",? (?:such as|like|including|e\.g\.,?) (?:the )?[*“\"]*$")
# Words before a description that leave it one of the sentence's subject ("is an open"), those that make it another's, and those that a
# description cannot reach across to the name it describes.
OWN = frozenset("is are was were as remains remain became becomes isn't wasn't aren't not called be being calls".split())
OTHERS = frozenset(
    "every any other another many most all some best best-performing strongest top leading largest popular of among between vs against"
    " than like unlike from into to with on for over by replaces rival rivals beats outperforms surpasses trails previous both how about"
    " trying use uses using employs employ employing adopts"
    " leverages leveraging features utilizes incorporates available closest robust no away developing toward towards".split()
)
APART = frozenset(
    "to approach strategy launching away than and but while from like by with unlike over beats as is are was against that which into on in"
    " at inside within through via during for of remained support under about around after before since without between using".split()
)
SAID_OF = compile_re(
    r"(?:\b(?:is|are|was|were|be|been|remains?|stays?|becomes?|became|isn['’]t|aren['’]t|wasn['’]t|as|goes|went|being|made|makes|keeps?"
    r"|kept|currently|now|not|it['’]s)\b|[,—–:(-])[^.;]*$",
    re.IGNORECASE,
)
COPULA = compile_re(
    r"\b(?:is|are|was|were|be|been|remains?|stays?|becomes?|became|has|have|had|will|can|isn['’]t|aren['’]t|ships?|shipped|comes?|came"
    r"|launch(?:es|ed)|releas(?:es|ed)|go(?:es)?|went|offers?|offering|gets?|lacks?|carries|uses?|provides?|includes?|made|makes)\b",
    re.IGNORECASE,
)
# "future versions of X": not the subject at hand.
LATER_ONES = compile_re(
    r" (?:parts? of|some of|(?:its |their |the |all )?(?:future|next|later|upcoming|new|older) (?:\w+ )?(?:versions?|models?|releases?))\b"
)
# "Released under the MIT licence, X is": the name is to come.
PARTICIPLE = compile_re(r"\W*(?:Released|Licensed|Available|Published|Distributed|Open-?sourced|Launched|Offered|Shipped|Built)\b[^,;.:]*")
INTRODUCES = compile_re(r"[^,;.:()]{0,40}, (?:the )?[*“\"]*")
MODEL = compile_re(r"\bmodel\b", re.IGNORECASE)
# What has only the name of a thing: not the thing itself.
ANOTHER = compile_re(
    r"(?:['’]s)? (?:\w+ )?(?:blog|paper|team|website|page|announcement|event|report|docs|documentation|repo|repository|demo|channel"
    r"|account|community|clone|competitor|rival|maker|users|subscribers|customers|benchmarks?|subreddit|newsletter|podcast|thread|video"
    r"|keynote)\b",
    re.IGNORECASE,
)
PREPOSED = compile_re(
    r"\b(?:in|on|at|via|through|like|unlike|than|for|of|powers|with|from|within|inside|by|using|called|named) (?:the |an? |its "
    r"|both |one |two |\d+[x×]? )?(?:single )?[*“\"]*$"
)
JOINT = compile_re(r"[*”\"]*(?:, and |,? and |,? or | & | ?/ ?| as well as | plus )(?:the |both )?[*“\"]*")
BRACKET = compile_re(r"[*_”\"`]* ?\([*_]*")
# A quality that heads a list of names ("Open-source models: X, Y"), and what stands between them.
LABELS = compile_re(r"(?:[ -](?:[a-z-]+ )?(?:models?|LLMs?|options?|alternatives?|tools?|choices?))?[*_”\"]*:[*_]* ?[*_“\"`]*")
LISTED = compile_re(r"[*_”\"`]*(?: ?\([^()]*\))?[*_]*(?:[,;] ?(?:and |or |& )?| and | or | & | ?/ ?| · )(?:the )?[*_“\"`]*")
RELATIVE = compile_re(r"^[*_\"”]*, (?:which|that)\b")
WHICH_IS = compile_re(r"[*_\"”]*,? (?:which|that) (?:is|are|was|were|remains?)(?: (?:now|still|also|\w+ly))* ")
COMMA = compile_re(r"[*”\"]*, (?:the )?[*“\"]*")
OBJECT = compile_re(r" (?:(?:the|an?|its|their|our|both|new|all|[a-z][\w-]*) ){0,4}?(?:[A-Z][\w.]*['’]s )?(?:model |new )?[*“\"]*")


def subjects_of(heard: Heard) -> tuple[Choice, ...]:
    """Whom a wording speaks of; several only where the sentence joins them."""
    frame, text, before, after = heard.frame, heard.text, heard.before, heard.after
    marks = marks_of(heard.sentence)
    if of_feature(heard):
        return ()
    if frame.name == "stage in brackets":  # "X (beta)"; of "X supports files (beta)" it is the support
        return choices([s for s in marks if BRACKET.fullmatch(text, s.end, heard.start)], "right behind it", 6.0)
    if frame.shape in ("deed", "quality"):
        if LATER_ONES.match(after):
            return ()
        if described := described_by(heard, marks):
            return described
    if frame.shape in ("noun", "verb") and (of := next((s for s in marks if OF.fullmatch(text[heard.end : s.start])), None)):
        return choices(forwards(text, marks, of), "of what follows", 6.0)
    if frame.shape == "quality" and not (GOES_ON.match(after) and PREDICATED.search(before)):
        several = KINDS.match(after)
        if several and not patterns.search(
            r"\b(?:are|were|as|two|both|three|(?:family|series|suite|set|line|range|collection|group) of)\b[^,;.]{0,30}$"
            r"|(?:\b(?:is|was|are|were|as|remains|became|becomes|considered)|[,(—–-]) (?:(?:still|now|widely|also) )?one of (?:the|our|its"
            r"|today['’]s) (?:[\w-]+,? ){0,4}$",
            before,
        ):
            return ()
        if not several and not (KIND.match(after) and introduced(before)):
            return ()
    if which := next((s for s in marks if WHICH_IS.fullmatch(text, s.end, heard.match.start("w"))), None):
        return choices([which], "said of it", 5.0)
    candidates = [s for s in marks if s.end <= heard.start and not s.object]
    facts = frame.shape == "noun" and FACTS.fullmatch(before)
    if facts and all(heard.sentence.scene.bracket(s.start) for s in candidates):
        return left_out(heard)
    if not candidates:
        led = PARTICIPLE.fullmatch(before) and next((s for s in marks if INTRODUCES.fullmatch(text[heard.end : s.start])), None)
        if led:
            return choices(forwards(text, marks, led), "named after it", 5.0)
        colon = COLON if SEVERAL.search(before) else INCLUDING
        listed = next(
            (s for s in marks if INCLUDING.fullmatch(text[heard.end : s.start]) or colon.fullmatch(text[heard.end : s.start])), None
        )
        return choices(forwards(text, marks, listed), "listed after it", 5.0) if listed else left_out(heard)
    mark = nearest(heard.sentence, marks, candidates)
    if set_apart(heard, mark):
        return ()
    gap = text[mark.end : heard.start]
    if fits(gap, frame, mark.pronoun) or (frame.shape in ("noun", "adverb") and COPULA.search(before) and len(gap.split()) <= 8):
        return choices(backwards(text, marks, mark), "said of it", 5.0)
    return ()


def marks_of(sentence: Sentence) -> list[SubjectMark]:
    """The models and products that a sentence names, those that an address means left out."""
    named = [modelled(sentence, s) for s in sentence.subjects if s.id and sentence.scene.text[s.start - 1 : s.start] != "@"]
    return [s for s in named if sentence.is_model(s.id)]  # an id that the passage cannot give makes no subject


def modelled(sentence: Sentence, mark: SubjectMark) -> SubjectMark:
    """A mark as it is, but "the model" never as a product that runs one, and "it" never as an organisation."""
    kind = sentence.vocabulary.subjects[mark.id or ""].kind
    if mark.pronoun and COMPANY.search(mark.text):
        return replace(mark, id=None)
    said = mark.text.lower() + sentence.scene.text[mark.end : min(mark.end + 60, sentence.end)]
    if not mark.pronoun or kind == "model" or (kind == "product" and not MODEL.search(said)):
        return mark
    kinds = ("model",) if MODEL.search(said) else ("model", "product")
    models = [c.id for c in sentence.around.subjects if c.id and sentence.vocabulary.subjects[c.id].kind in kinds]
    return replace(mark, id=models[0] if models else None)


def choices(marks: list[SubjectMark], rule: str, weight: float) -> tuple[Choice, ...]:
    return tuple({m.id: Choice(m.id, weight, rule, m) for m in marks}.values())


def described_by(heard: Heard, marks: list[SubjectMark]) -> tuple[Choice, ...]:
    """The name that follows a description or a deed and is its noun or object: "the open-source X", "open-sourced X and Y"."""
    frame, text = heard.frame, heard.text
    end = heard.match.end() if frame.shape == "deed" else heard.end
    mark = next((s for s in marks if s.start >= end and s.start - end <= 60), None)
    if not mark or frame.name in ("powers", "preview") or (mark.pronoun and frame.shape == "quality"):
        return ()
    between = text[end : mark.start]
    if frame.shape == "quality" and LABELS.fullmatch(between) and not patterns.search(r"\w", heard.before):
        return choices(enumerated(text, marks, mark), "listed after it", 6.0)
    if frame.shape == "quality" and (several := KINDS.match(between)):
        return choices(forwards(text, marks, mark), "one of those", 6.0) if EXAMPLES.fullmatch(between[several.end() :]) else ()
    if frame.shape == "deed" and patterns.match(r"['’]s? \w", text[mark.end :]):
        return ()  # done to a part of it
    if mark.object or (frame.shape == "quality" and between[:1] in ",.;" and BE.search(heard.before)):
        return ()
    of = OF.match(between) or WEIGHTS_OF.match(between) if frame.shape == "deed" else None
    return choices(forwards(text, marks, mark), "named after it", 6.0) if describes(between[of.end() if of else 0 :]) else ()


def describes(between: str) -> bool:
    """Whether a quality reaches across these words to the name that follows: "open-source [coding model] X"."""
    words = patterns.findall(r"[\w’'.-]+", between.lower())
    return len(words) <= 5 and not APART & set(words) and not patterns.search(r"[;()]|\. |, .*,|[“\"][^“”\"]+[”\"]", between)


def introduced(before: str) -> bool:
    """Whether the words before a noun phrase make it one of the sentence's subject: "X is an", "X, its first"."""
    tokens = patterns.findall(r"[\w’'-]+|[,—–:(]", before.lower())
    for token in reversed(tokens[-6:]):
        if token in OTHERS:
            return False
        if token.replace("’", "'") in OWN or token in ",—–:(":
            return True
    return len(tokens) <= 3


def backwards(text: str, marks: list[SubjectMark], mark: SubjectMark) -> list[SubjectMark]:
    """A name with those that stand joined to it before it: "X, Y and Z"."""
    out, joined = [mark], False
    for earlier in reversed([m for m in marks if m.end <= mark.start and not m.object]):
        between = text[earlier.end : out[0].start]
        if JOINT.fullmatch(between) or (joined and COMMA.fullmatch(between)):
            out, joined = [earlier, *out], True
        else:
            break
    return out


def forwards(text: str, marks: list[SubjectMark], mark: SubjectMark) -> list[SubjectMark]:
    """A name with those that stand joined to it after it."""
    later = [m for m in marks if m.start >= mark.end]
    chain: list[SubjectMark] = [mark]
    listed: list[SubjectMark] = []
    for m in later:
        between = text[(listed or chain)[-1].end : m.start]
        if JOINT.fullmatch(between):
            chain, listed = [*chain, *listed, m], []
        elif COMMA.fullmatch(between):
            listed.append(m)
        else:
            break
    return chain


def enumerated(text: str, marks: list[SubjectMark], mark: SubjectMark) -> list[SubjectMark]:
    """A name with all that follow it in a list, whether or not its last is joined by a word: "X, Y (8B), Z"."""
    out = [mark]
    for m in (m for m in marks if m.start >= mark.end):
        if not LISTED.fullmatch(text, out[-1].end, m.start):
            break
        out.append(m)
    return out


def nearest(sentence: Sentence, marks: list[SubjectMark], candidates: list[SubjectMark]) -> SubjectMark:
    """The likeliest of the names before: the last one that stands in no place ("in ChatGPT") and is the subject of the clause."""
    text = sentence.scene.text

    def placed(mark: SubjectMark) -> bool:
        first = backwards(text, marks, mark)[0]
        return bool(PREPOSED.search(text[max(sentence.start, first.start - 24) : first.start]))

    heads = [s for s in candidates if not placed(s)]
    return (heads or candidates)[-1]


def fits(gap: str, frame: Frame, pronoun: bool) -> bool:
    """Whether the words between a name and the wording make it the subject."""
    words = gap.split()
    if ANOTHER.match(gap):
        return False
    if len(words) > 28 or patterns.search(r"[;]|\. ", gap) or (not pronoun and patterns.match(r"['’]s? ", gap) and len(words) > 8):
        return False
    if len(words) <= 2:
        return "." not in gap
    if pronoun and words[0] in ("'s", "’s"):
        return True
    if frame.shape in ("noun", "place", "adverb") and patterns.match(r"[*_]*(?: ?[:—–(]| - )", gap) and len(words) <= 14:
        return True  # "X: 70B parameters, 128K context, MIT license"
    if frame.shape == "verb":
        return len(words) <= 8 and "," not in RELATIVE.sub("", gap)
    if frame.shape in ("place", "noun", "adverb"):
        return bool(COPULA.search(gap)) or len(words) <= 3
    return bool(COPULA.search(gap) or SAID_OF.search(gap))


def object_of(sentence: Sentence, b: int) -> list[SubjectMark]:
    """The names that a verb which ends at `b` is done to."""
    text, marks = sentence.scene.text, marks_of(sentence)
    mark = next((s for s in marks if s.start > b), None)
    if not mark or not OBJECT.fullmatch(text, b, mark.start) or not describes(text[b : mark.start]):
        return []
    return forwards(text, marks, mark)
