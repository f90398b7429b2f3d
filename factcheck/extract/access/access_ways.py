"""How articles word by what way a thing can be had: an API, an app or product, a stage of release."""

from __future__ import annotations

from factcheck.extract.access.access_words import ADVERBS, Frame

STAGE = (
    r"(?:(?:public|private|limited|closed|open|research|early|technical|developer|invite-only|paid)[ -])*(?:preview|beta|alpha"
    r"|early access)(?: version)?"
)
SOMEBODY = (
    r"(?:users?|developers?|customers?|subscribers?|members|you|anyone|everyone|people|consumers|businesses|enterprises|teams|researchers)"
)

WAYS: tuple[Frame, ...] = (
    Frame(
        "API preview",
        "api-access",
        "noun",
        "api ",
        r"(?P<w>(?:private|limited|closed|public|gated|early)[- ]API (?:preview|beta|access)|API (?:preview|beta))",
        "limited",
    ),
    Frame(
        "no API",
        "api-access",
        "noun",
        "no |lack|without",
        r"(?P<w>(?:no|lacks? an?|lacks? any|without an?|without any) (?:public |open |official )?API)(?= |\.|,|;|\)|$)"
        r"(?! (?:key|call|cost|fee)s?)(?: access)?",
        "unavailable",
    ),
    Frame("API access", "api-access", "noun", "api access", r"(?P<w>(?:public )?API access)(?! (?:to|for) (?:the|a)\b)", "available"),
    Frame(
        "API is live",
        "api-access",
        "noun",
        "api ",
        rf"API (?:is|are|was|went|will be|has been)(?: not)?{ADVERBS} (?P<w>live|available|open|online|launched|released)",
        "available",
    ),
    Frame(
        "in the API",
        "api-access",
        "noun",
        "in the api",
        r"(?:is|are|was|were|(?:is|are)n['’]t) (?:now |already |also |not |yet )*(?P<w>in the API)"
        r"(?=[.,;:)]|$| (?:yet|now|today|already|and|but|since)\b)",
        "available",
    ),
    Frame("API only", "api-access", "quality", "api", r"(?P<w>API[- ]only|only (?:in|via|through|over) the API)", "available"),
    Frame(
        "via API",
        "api-access",
        "place",
        "api",
        r"(?:available|accessible|open(?= to)|offered|accessed?|serve[ds]?|usable|used?|try|call(?:ed)?|reach(?:ed|able)?)\b"
        r"[^.;:]{0,50}? (?:via"
        r"|through|in|on|over|using|by) (?:(?:the|an?|its|their|our|paid|public|own|official|(?-i:[A-Z])\w+(?:['’]s?)?) )*(?P<w>APIs?)",
        "available",
    ),
    Frame(
        "offers an API",
        "api-access",
        "verb",
        "api",
        r"(?P<w>(?:provides?|offers?|exposes?|has|have|gets?|(?:comes?|ships?|launched) with) (?:an? |its (?:own )?|the )?"
        r"(?:(?:public|official|paid|developer|REST|hosted"
        r"|(?-i:[A-Z])\w+-compatible) )*APIs?(?: access| availability)?)"
        r"(?! (?:keys?|credits?|preview|pric\w+|costs?|fees?|rates?|limits?|calls?|bills?|revenue|users?"
        r"|customers?|traffic|version|tier|surcharge|requests?)\b)(?![-/])",
        "available",
    ),
    Frame("goes online", "app-access", "adverb", "online|live", r"(?P<w>(?:goes|went|go|gone|going) (?:online|live))", "available"),
    Frame(
        "gone",
        "app-access",
        "adverb",
        "sold out|winding|no longer|discontinued",
        r"(?P<w>sold out|winding down|discontinued|no longer available(?! (?:on|in|to|through|via|for) ))",
        "unavailable",
    ),
    Frame(
        "taken out",
        "app-access",
        "adverb",
        " from ",
        r"(?:is|are|was|were|been|being) (?:(?:\w+ly|since|then|now) )*(?P<w>removed|retired|withdrawn|delisted|pulled)(?= from (?:the )?"
        r"(?-i:[A-Z]))",
        "unavailable",
    ),
    Frame(
        "integrates with",
        "app-access",
        "place",
        "integrates|works",
        r"(?P<w>integrates(?=(?: \w+ly)? with )|works(?=(?: \w+ly)? (?:inside|within|across) ))(?: \w+ly)?",
        "available",
    ),
    Frame(
        "in a product",
        "app-access",
        "place",
        "can be used|default|live|availab|accessible|support|integrat|inclu|usable|offered|built|deploy|embed|online|out|bundled|added"
        "|hosted|enabled"
        "|baked|exclusive",
        r"(?:(?:is|are|was|were|be|been|being|remains?|stays?|model|models|now|went|goes|also|already|currently|not|(?:is|are|was"
        r"|were)n['’]t|yet|today|fully|directly|made|become|becomes|became|natively|both|and|but|or|no longer|only"
        r"|exclusively|initially) |(?<=, )|\A"
        r"|(?<=[\n.!:•—–-] )|(?<=\())(?P<w>(?<=can be )used|the default(?: model)?"
        r"|live|available|accessible|supported|integrated|included|usable|offered|exclusive"
        r"|b(?:uilt|aked)(?= in)"
        r"|deployed|embedded|online|out|bundled|added|hosted|enabled)(?: (?:now|today|worldwide|globally|immediately|starting today"
        r"|for free|exclusively|only|directly|first|natively))*(?= (?:on|in|at|through|via|into|within|inside|across|to|for) "
        r"|(?:(?<=supported)|(?<=hosted)|(?<=offered)) by |(?:(?<=integrated)|(?<=bundled)|(?<=included)) with )",
        "available",
    ),
    Frame("unavailable", "app-access", "place", "unavailable", r"(?P<w>unavailable)(?= (?:in|on|to) )", "unavailable"),
    Frame(
        "coming soon",
        "app-access",
        "adverb",
        "coming soon",
        r"(?:is|are) (?P<w>coming soon)(?! (?:to|in|on|with|for|from)\b)",
        "planned",
    ),
    Frame(
        "generally available",
        "app-access",
        "quality",
        "availab|in ga|accessible",
        r"(?P<w>(?:generally|publicly|widely|broadly|now) available|general availability|in GA|publicly accessible|(?:(?<=is )|(?<=are )"
        r"|(?<=made )|(?<=becomes )|(?<=also ))available (?:now|today|immediately|starting today|worldwide|globally))(?! (?:through|via"
        r"|over) )",
        "available",
    ),
    Frame(
        "preview",
        "app-access",
        "quality",
        "preview|beta|alpha|early access",
        r"(?:(?:available|launched|released|offered|is|it['’]s|are|was|remains|currently|still) (?:\w+ )?(?:(?:in|as) )?(?:an? )?"
        rf"|(?:(?<=\w )|(?<=\())(?=(?:public|private|open|closed|research|limited|paid)[ -]))(?P<w>{STAGE})",
        "limited",
    ),
    Frame("stage in brackets", "app-access", "quality", "(", rf"(?<=\()(?P<w>(?:in |now in |currently in )?{STAGE})(?=\))", "limited"),
    Frame(
        "invited",
        "app-access",
        "quality",
        "invit|waitlisted",
        r"(?P<w>invit(?:e|ation)[- ]only|by invitation only|waitlisted)",
        "limited",
    ),
    Frame(
        "in part",
        "app-access",
        "adverb",
        "partially|gradually",
        r"(?P<w>(?:partially|gradually) (?:released|rolled out|available))",
        "limited",
    ),
    Frame(
        "released to",
        "app-access",
        "place",
        "released|launched|opened|expanded|extended",
        r"(?:is|are|was|were|been|being) (?:\w+ly )?(?P<w>released|launched|opened(?: up)?|expanded|extended)(?= (?:exclusively "
        r"|only )?(?:to|for) )",
        "available",
    ),
    Frame("waitlist", "app-access", "noun", "wait", r"(?P<w>wait[- ]?list)(?= (?:for|to)\b| is\b| access\b|\.|,|$)", "limited"),
    Frame(
        "restricted to",
        "app-access",
        "place",
        "restricted|limited|tested|reserved|gated",
        r"(?P<w>restricted|limited|reserved|gated|being tested|in testing)(?= (?:exclusively |only )*(?:to|for|with) )",
        "limited",
    ),
    Frame(
        "not out",
        "app-access",
        "adverb",
        "releas|ship|launch|inaccessible|yet",
        r"(?P<w>unreleased|(?:not yet (?:available|out)|(?:not|\w+n['’]t) (?:available|out) yet)(?! (?:via|through|at|over)\b)"
        r"|yet to (?:be released|ship|launch)|(?:not|\w+n['’]t)(?: yet| been| still)* (?:shipp(?:ed|ing)|released"
        r"|launched)(?: yet)?|inaccessible)(?! (?:the|its|any|an?|details|training|pricing|benchmarks?|figures|information|official"
        r"|under|with|on|in|by|to|for|as)\b)",
        "unavailable",
    ),
    Frame(
        "rolls out",
        "app-access",
        "place",
        "roll",
        r"(?P<w>roll(?:ing|ed|s)? out(?: gradually| globally| worldwide| today| now)*)(?= (?:on|in|to|across|within|via|for) |[.;,)]|$)",
        "available",
    ),
    Frame("rollout", "app-access", "place", "rollout|roll-out", r"(?P<w>roll-?outs?)(?= (?:for|in|to|across) )", "available"),
    Frame("rollout of", "app-access", "move", "rollout of|roll-out of", r"(?P<w>roll-?out) of", "available"),
    Frame(
        "powers",
        "app-access",
        "deed",
        "power",
        r"(?P<w>powers|is powering|now powering)(?= (?:(?-i:[A-Z])|the (?-i:[A-Z])|an? (?:upgraded|new|updated)|both (?-i:[A-Z])))",
        "available",
    ),
    Frame(
        "comes to",
        "app-access",
        "place",
        "com|came|arriv|land|entered|launched",
        r"(?P<w>com(?:e|es|ing)|came|arriv(?:es|ed|ing)|land(?:s|ed)|entered|launched)(?: (?:next|soon|first|now))*(?= (?:to|in|on) )",
        "available",
    ),
    Frame(
        "brings",
        "app-access",
        "move",
        "add|br|integrat|ship|launch|releas|deploy|embed|mak|made|offer|put|roll|open",
        r"(?P<w>add(?:s|ed|ing)|br(?:ings?|inging|ought)|integrat(?:es|ed|ing)|ship(?:s|ped|ping)|launch(?:es|ed|ing)|releas(?:es|ed"
        r"|ing)|deploy(?:s|ed|ing)|embed(?:s|ded|ding)|mak(?:es|ing)|made|offer(?:s|ed|ing)|roll(?:s|ed|ing)? out|baking|baked"
        r"|(?<=to )(?:add|integrate|ship|launch|release|deploy|embed|make|offer)|(?<=will )(?:add|integrate|ship|launch|release|deploy"
        r"|offer))",
        "available",
    ),
    Frame(
        "takes in",
        "app-access",
        "move",
        "add|support|now",
        r"(?P<w>add(?:s|ed)|supports?|(?<=now )(?:offers|includes|hosts|serves|has))",
        "available",
    ),
    Frame(
        "somebody can use",
        "app-access",
        "move",
        "can|may|able",
        rf"{SOMEBODY} (?:can|may|could|are able to|will be able to)(?: (?:now|also|already|still|then|either|only))* "
        r"(?P<w>access|use|try(?: out)?|chat with|test|find|reach|interact with|talk to|call|harness)",
        "available",
    ),
    Frame(
        "get access",
        "app-access",
        "move",
        "access to|get|receive",
        r"(?:users|subscribers|customers|members|everyone|developers)(?: (?:will|can|now|also|already|who pay))* (?P<w>(?:get|gets|have"
        r"|has|receive|gain|given)(?: \w+)? access(?= to )|(?:get|receive)(?= (?:it\b|(?-i:[A-Z]))))(?: to)?",
        "available",
    ),
)
