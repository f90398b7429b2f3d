"""How articles word what of a thing is open: weights, licences, source, data, commercial use."""

from __future__ import annotations

from factcheck.extract.access.access_words import ADVERBS, HAVE, Frame

DETERMINERS = r"(?:(?:an?|the|its|their|our|his|your|any) )?"
# MIT stands for a licence only where the words beside it say so; the others may stand alone.
NAMED = r"Apache(?:[ -]licen[sc]e)?(?:,? version)?[ -]?v?2(?:\.0)?(?!\.?\d)|BSD(?:-\d)?|CC[ -]BY(?:-\d\.\d|-SA)*(?![\w-]*-NC)"
LICENCE = rf"(?:{NAMED}|(?-i:MIT))"
PERMISSIVE = r"(?:(?:modified|fully|very|more|highly|truly|permissive|standard|open|open-source|commercially|friendly) )*"
EXPECTED = (
    r"(?:expected|set|due|scheduled|slated|promised|planned)(?: to (?:be )?(?:released|published|available|made available|drop|follow))?"
)

OPENNESS: tuple[Frame, ...] = (
    Frame("proprietary", "open-weights", "quality", "propriet", r"(?P<w>proprietary)(?:-only)?", "unavailable"),
    Frame(
        "closed weights",
        "open-weights",
        "quality",
        "weight",
        r"(?P<w>closed[- ]weights?)",
        "unavailable",
    ),
    Frame(
        "no weights",
        "open-weights",
        "noun",
        "weights",
        r"(?P<w>without (?:any )?(?:open|public) weights|no (?:open |public |model )?weights)",
        "unavailable",
    ),
    Frame(
        "open weights",
        "open-weights",
        "quality",
        "open",
        r"(?P<w>open[- ]weight(?:s|ed|ing)?(?: (?:promised|planned|expected|coming(?: soon)?|to follow))?)",
        "available",
    ),
    Frame(
        "under a licence",
        "open-weights",
        "noun",
        "apache|mit|bsd|cc",
        rf"(?:under|with|carr(?:y|ies)|uses?|using|is|are|through|via|on"
        rf"|licen[sc]e:?[* ]*) {DETERMINERS}{PERMISSIVE}(?P<w>{LICENCE}(?:[- ]licen[sc](?:ed?|ing|es))?)(?! (?:Technology|CSAIL|study"
        rf"|researchers?|dataset|professor|scientists?))",
        "available",
    ),
    Frame(
        "under its short name",
        "open-weights",
        "noun",
        "mit|apache",
        r"(?:under|licensed as) (?:the )?(?P<w>(?-i:MIT|Apache))(?=[.,;:)!]|$| (?:and|with|on|at|via)\b)",
        "available",
    ),
    Frame(
        "licensed",
        "open-weights",
        "noun",
        "licens|licenc",
        rf"{PERMISSIVE}(?P<w>(?:{LICENCE}|(?-i:Apache))[- ]licen[sc](?:ed|ing))",
        "available",
    ),
    Frame(
        "licence alone",
        "open-weights",
        "noun",
        "apache|mit|bsd|cc",
        rf"(?<=\()(?P<w>{LICENCE}(?:[- ]licen[sc]e)?)(?=[,;)!])",
        "available",
    ),
    Frame(
        "licence in a list",
        "open-weights",
        "noun",
        "apache|mit|bsd|cc",
        rf"(?:(?<=[,;:.·|—–] )|\A)(?P<w>{LICENCE}[- ]licen[sc]e|{NAMED})(?=[,;:).!—–]| [—–(]| (?:plus|and|with) |$)",
        "available",
    ),
    Frame("licence of a kind", "open-weights", "quality", "apache|bsd|cc", rf"an? (?P<w>{NAMED})(?!\.\d| licen[sc])", "available"),
    Frame(
        "open licence",
        "open-weights",
        "noun",
        "licens|licenc",
        rf"(?:under|with|has|carries) {DETERMINERS}(?P<w>(?:permissive |fully )?open licen[sc]e)",
        "available",
    ),
    Frame(
        "truly open",
        "open-weights",
        "quality",
        "open",
        r"(?P<w>(?:truly|fully|completely|properly|entirely|genuinely) open|openly (?:available|released|releasing|licensed"
        r"|shared))(?![- ](?:sourced?|weights?|to|about|access|up|about)\b)",
        "available",
    ),
    Frame(
        "weights can be had",
        "open-weights",
        "noun",
        "weight",
        r"(?:model |full |the )*weights (?:(?:of|for) (?:[^.;,]|\.(?=\d)){1,40}? )?(?:and \w+ )?"
        rf"(?:{HAVE}{ADVERBS} )?(?P<w>{EXPECTED}|(?<=(?:re|er|is|as|ve|en|be|ot|ow|so|dy|ll|et|ly|ay) )(?:available|released|published"
        rf"|downloadable|open|public|out|up))",
        "available",
    ),
    Frame(
        "weights on a hub",
        "open-weights",
        "noun",
        "weights",
        r"weights(?:(?: (?:of|for) (?:[^.;,]|\.(?=\d)){1,40}?)? (?:are|were)(?: [\w-]+ and)?)?"
        r"(?: now| also| already| up| live)* (?P<w>on (?:Hugging ?Face|HF|ModelScope|the Hub))",
        "available",
    ),
    Frame(
        "weights are kept",
        "open-weights",
        "noun",
        "weights",
        r"weights (?:(?:of|for) (?:[^.;,]|\.(?=\d)|,(?= )){1,60}? )?(?P<w>(?:stay|remain|are kept|are)"
        r" (?:secret|private|closed|proprietary|undisclosed|unreleased))",
        "unavailable",
    ),
    Frame(
        "can be downloaded",
        "open-weights",
        "noun",
        "download",
        r"(?P<w>(?:available|free) (?:for|to) download|(?<=be )(?:downloaded(?! by\b)|self-hosted)|downloadable)",
        "available",
    ),
    Frame(
        "keeps weights",
        "open-weights",
        "verb",
        "keep",
        r"(?P<w>keep(?:s|ing)? (?:its|the|their) weights (?:closed|private|secret|to itself))",
        "unavailable",
    ),
    Frame(
        "can download",
        "open-weights",
        "deed",
        "download",
        r"(?:you|anyone|everyone|developers|people|one|we) (?:can(?:not|['’]t| not)?|may) (?:now |freely |already )*(?P<w>download)",
        "available",
    ),
    Frame(
        "releases weights",
        "open-weights",
        "deed",
        "weights|checkpoints",
        r"(?P<w>releas(?:ed?|es|ing)|publish(?:ed|es|ing)|open(?:ed|s|ing)|shar(?:ed|es|ing)|(?:(?<=to )|(?<=will )|(?<=not ))(?:publish"
        r"|open|share|open[- ]source)|open[- ]sourc(?:ed|es|ing)) (?:the |its |their |our |all |full |open "
        r"|model |both |pre-?trained,? |base,? |instruct(?:ion-tuned)?,? |chat,? |intermediate,? |final |inference |training |source "
        r"|code |and )*(?:weights|checkpoints)",
        "available",
    ),
    Frame("closed source", "open-source", "quality", "closed", r"(?P<w>closed[- ]sourced?)", "unavailable"),
    Frame("open source", "open-source", "quality", "open", r"(?P<w>open[- ]source)(?!d|r)", "available"),
    Frame(
        "open-sources",
        "open-source",
        "deed",
        "sourc",
        r"(?P<w>open[- ]sourc(?:ed|es|ing)|(?:(?<=to )|(?<=will )|(?<=we )|(?<=and )|(?<=not ))open[- ]source(?= (?:it|the|its)\b"
        r"| (?-i:[A-Z])))",
        "available",
    ),
    Frame(
        "code can be had",
        "open-source",
        "noun",
        "code",
        rf"(?:source )?code(?: and [\w-]+(?: [\w-]+)?)? {HAVE}{ADVERBS} (?P<w>available|released|published|public|open)",
        "available",
    ),
    Frame(
        "commercial use",
        "commercial-use",
        "verb",
        "commercial",
        r"(?P<w>(?:(?:supports?|allows?|permits?|allowing|permitting) (?:(?:full|free|unrestricted|both|research|and) )*|(?:free"
        r"|licensed|available|suitable|cleared|(?<=be )used) for (?:(?:both|research|academic|personal|non-?commercial|and|or) )*)"
        r"commercial"
        r"(?:,? (?:and|or|&) (?:research|academic|personal|private|non-?commercial))? (?:use|usage|applications?|purposes|projects)"
        r"|(?:(?<=can be )|(?<=may be )|(?<=not be )|(?<=cannot be )|(?<=can't be )|(?<=can’t be ))(?:used|deployed|sold) commercially"
        r"|(?<=is )commercially (?:usable|permissive))",
        "available",
    ),
    Frame(
        "no commercial use",
        "commercial-use",
        "noun",
        "commercial",
        r"(?P<w>(?<=not )for commercial (?:use|purposes)"
        r"|(?:prohibits?|forbids?|bans?|disallows?|no) commercial (?:use|usage|applications?|purposes)"
        r"|non-?commercial(?: use(?: only)?| licen[sc]e| research licen[sc]e| terms)?)",
        "unavailable",
    ),
    Frame(
        "training data",
        "open-training-data",
        "noun",
        "training data",
        rf"training data(?:sets?)?(?: (?:or|and) \w+(?: \w+)?)? {HAVE}(?: not)?{ADVERBS} (?P<w>disclosed|released|published|open|public"
        rf"|available)",
        "available",
    ),
)
