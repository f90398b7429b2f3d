"""How articles word that a thing can be had free of charge."""

from __future__ import annotations

from factcheck.extract.access.access_words import Frame

FREE: tuple[Frame, ...] = (
    Frame(
        "free of charge",
        "free-access",
        "adverb",
        "free|no |nothing",
        r"(?P<w>free of charge|free to use|for free(?![- ](?:tier|users|plan))|free (?:for|to) (?:all|everyone|anyone)(?: users)?"
        r"|completely free|entirely free|at no (?:extra |additional )?(?:cost|charge)|costs? nothing)",
        "available",
    ),
    Frame(
        "is free",
        "free-access",
        "noun",
        "free",
        r"(?:is|are|be|remains|stays|isn['’]t|aren['’]t|both)(?: (?:now|currently|also|still|not|no longer|available and"
        r"|publicly available and))* (?P<w>free)(?= (?:for(?! (?:commercial|research|academic|non-?commercial))|until|on|in|during)\b"
        r"|[.,;]|$)",
        "available",
    ),
    Frame(
        "free tier",
        "free-access",
        "noun",
        "free",
        r"(?:offer(?:s|ed|ing)?|ha(?:s|ve|d)|includes?|provides?|comes? with|with|there(?:['’]s| is)|keeps?|lacks?|without"
        r"|features?) (?:an? |its |no |any )?(?P<w>(?:(?:generous|limited|robust|basic|permanent|ad-supported|restricted) )*free (?:tier"
        r"|plan|version)s?)(?! (?:users|limits?|of)\b)",
        "available",
    ),
    Frame(
        "free tier available",
        "free-access",
        "noun",
        "free",
        r"(?:\A|(?<=[\n.:•✅✓✔-] ))(?:(?:an?|the) )?(?P<w>free (?:tier|plan|version))(?=(?: is)? available| with )",
        "available",
    ),
    Frame(
        "on the free tier",
        "free-access",
        "noun",
        "free ",
        r"(?:available|included|usable|offered) (?:on|in|under|with) (?:the |its |every )?(?P<w>free (?:tier|plan|version))",
        "available",
    ),
    Frame(
        "a free tier beside it",
        "free-access",
        "noun",
        "free ",
        r"(?:(?<=[—–] )|(?<=: )|(?<=\())(?:an? )?(?P<w>free (?:tier|plan|version))(?=[.,;)]|$)",
        "available",
    ),
    Frame("free version of", "free-access", "noun", "free", r"the (?P<w>free (?:tier|plan|version))(?= of )", "available"),
    Frame("no free tier", "free-access", "noun", "no free", r"(?P<w>no free (?:tier|plan|version))", "unavailable"),
    Frame(
        "a free one",
        "free-access",
        "noun",
        "free ",
        r"an? (?:(?:completely|entirely) )?(?P<w>free)(?=(?: and open(?:-source)?|,? open-source| research| web| mobile"
        r"| online)* (?:chatbot|app|tool|version|assistant|preview|service|model|LLM|alternative|extension|editor|IDE)\b)",
        "available",
    ),
)
