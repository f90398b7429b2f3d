"""Whom an availability is said of where its sentence names nobody: "Open source.", "License: MIT", "500B total, MIT license"."""

from __future__ import annotations

import re

from factcheck.extract.access.access_words import Heard
from factcheck.extract.names.sentence import COMPANY, Choice, stranger
from factcheck.patterns import compile_re

# A sentence or fragment that says what the passage is about by leaving it out: "Open source.", "License: MIT", "It is now available".
UNSAID = compile_re(
    r"[^.;]{0,30}[:—–]\W*|\W*(?:It|This (?=is|model|release|project|repo|code|work)|The model|(?:The |All )?(?:model )?(?:weights"
    r"|checkpoints)|(?:The )?Code and|Models|All (?:the )?models|Both models|We(?: also)? (?:releas\w+|open\w*|provide|offer)?|Now"
    r"|Currently|Today|Released|Licensed|Available|Also|Fully|And|The|An?|Our|Its|There is an?)\b[^,;]*|\W*(?:no [\w ]+, (?:and )?)+",
    re.IGNORECASE,
)
# ... or about the several that the passage has just named: "They are released under".
THEY = compile_re(r"\W*(?:They|Both(?: models)?|(?:All of )?(?:[Tt]hese|[Bb]oth) models|All (?:two|three|four|five)(?: models)?)\b[^,;.:]*")
# A line of facts without a verb, as items and the sentences behind a bold name are: "500B total (20B active), 64K context, ".
FACTS = compile_re(
    r"(?=.*\d)(?:(?!\b(?:is|are|was|were|has|have|had|it|its|they|which|that|who|we|you)\b)(?:[^.;:()!?]|\.(?=\d)|\([^()]*\)))+"
    r"(?:, |[,+&] ?|\b(?:and|with|under)(?: an?)? |/ )",
    re.IGNORECASE,
)
CLAUSES = compile_re(r"[,;] (?:while|and|but|whereas) ")
MADE = compile_re(
    r"[*_]*(?: (?:also|has|had|then|just|quietly|recently))*"
    r" (?:releas|launch|publish|open|unveil|announc|introduc|put|drop|ship|upload)\w*\b"
)
MODEL = compile_re(r"\bmodel\b", re.IGNORECASE)


def left_out(heard: Heard) -> tuple[Choice, ...]:
    """What the passage is about, for a sentence that names nobody and leaves its subject out."""
    sentence, before = heard.sentence, CLAUSES.split(heard.before)[-1]
    if any(stranger(s) and s.start < heard.start and not sentence.oblique(s) for s in sentence.subjects):
        return ()  # "X9 was announced, but it is out of reach"
    makers = {sentence.vocabulary.subjects[c.id or ""].maker for c in sentence.around.subjects if sentence.is_model(c.id)}
    doer = next((s for s in sentence.subjects if s.start < heard.start and not s.pronoun and not sentence.oblique(s)), None)
    if doer and MADE.match(sentence.scene.text, doer.end) and doer.id not in makers:
        return ()  # "a day later, B released a small model under the licence"
    if THEY.fullmatch(before) and all(sentence.is_model(id_) for id_ in sentence.around.group):
        family = [c.id for c in sentence.around.subjects[:1] if c.id in sentence.vocabulary.families]
        return tuple(Choice(id_, 4.2, "all that the passage names together") for id_ in sentence.around.group or family)
    row = any(c.rule == "row or column" for c in sentence.around.subjects) and heard.frame.name == "licence in a list"
    if before.strip(' *_-•“"') and (not (row or UNSAID.fullmatch(before) or FACTS.fullmatch(heard.before)) or COMPANY.search(before)):
        return ()
    around = [c for c in sentence.around.subjects if sentence.is_model(c.id) and c.weight >= 3.4]
    if MODEL.search(before) or (before.strip() and heard.frame.metric in ("open-weights", "open-source")):
        around = [c for c in around if sentence.vocabulary.subjects[c.id or ""].kind == "model"]
    return (around[0],) if around and (len(around) == 1 or around[0].weight > around[1].weight) else ()
