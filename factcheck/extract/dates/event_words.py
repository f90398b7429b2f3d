"""The words for what happens to things on a day, sort by sort: releases, shutdowns, cut-offs, foundings, rounds, deals."""

from __future__ import annotations

from factcheck.dataclass import dataclass
from factcheck.ledger.model import SubjectKind


@dataclass(frozen=True, slots=True)
class Event:
    """A sort of event: the words for it, the standard metrics for its date (the first that the ledger has), and what it happens to."""

    name: str
    pattern: str
    metrics: tuple[str, ...]
    kinds: tuple[SubjectKind, ...] = ("model", "product", "benchmark")
    doer: bool = False  # whether it is the event of who does it, rather than of what it is done to


MONTH = r"(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
SOME = r"(?:(?:[$€£]?[\w.,-]+) ){0,5}?"  # what may stand before a noun: "a new multi-year"
MONEY = r"[$€£][\d.,]+(?: ?(?:[mMbB]n?\b|[mb]illion))?"
ABOUT = r"(?:(?:about|over|around|roughly|nearly|some|more|than|an?|its|additional|further|another|total|of|up|to) )*"
OFFER = r"(?:the |its |our )?(?:\w+ )?(?:API|app|platform|service|lineup|store|catalogue|model picker)\b"
WHEN = r"(?= (?:the |about |around |roughly |early |mid|late |end of |(?-i:[A-Z])|20\d\d))"  # a date is to follow
# Where words of two sorts overlap, the sort that stands first here has them.
EVENTS: tuple[Event, ...] = (
    Event(
        "cut-off",
        r"(?:(?:(?:knowledge|training|data|pre-?training)[ -])+cut[ -]?offs?|cut-?offs?)(?:[ -]dates?)?|(?:data|knowledge) freshness"
        rf"|(?:pre-?)?trained (?:on [^.;,]{{0,60}}?)?(?:up )?(?:to|until|through){WHEN}"
        r"|(?:(?:pre-?)?training data|knowledge|data)(?: of \S+(?: (?!(?:was|were|has|had|have)\b)\S+){0,3}?)?"
        rf"(?: (?:is|runs?|goes|extends?|ends?|stops?|current|available|reaches|dates))*(?: up)? (?:to|until|through|in|at|by){WHEN}"
        rf"|knows? (?:[\w-]+ ){{0,3}}?(?:up to|until|through|after){WHEN}|(?:is|are) current (?:to|through|up to){WHEN}"
        r"|(?:knowledge|knows?|trained on data|training data)(?: up)? (?:to|until|through)(?=\W*$|:)",
        ("knowledge-cutoff",),
    ),
    Event(
        "founding",
        r"(?:co-?)?found(?:ed|ing|s)"
        r"|(?:(?:was|were) |(?<=, )|(?<=company )|(?<=firm )|(?<=startup )|(?<=lab ))(?:established|formed|created|incorporated)|formation"
        r"|(?-i:Established|Formed|Incorporated)(?= in |\W*$)|(?:was|were) (?:started|born|set up(?= (?:in|on|as|by) ))|spun (?:out|off)"
        r"|started(?= (?:in|as) )|began (?:operations|life)|opened its doors|got its start|came into being|been around(?= since)"
        r"|existed(?= since)|(?:creation|establishment|incorporation|inception)(?= of )"
        r"|(?<=its )(?:creation|establishment|incorporation|(?-i:inception))",
        ("founding-date",),
        ("organisation",),
    ),
    Event(
        "funding",
        rf"rais(?:ed|es|ing)(?= {ABOUT}(?:[$€£]|series |seed|\d))|(?:(?:clos|announc|secur|complet|land|finali[sz])(?:ed|es|ing) {SOME})?"
        r"(?:(?:(?-i:Series [A-K])|seed|funding|financing|investment)(?: (?:funding|financing))? rounds?|(?-i:Series [A-K])\b)"
        rf"|(?:(?:clos|secur|receiv|land|attract|collect|obtain|bagg|scor|nabb|complet)(?:e?d|es|s|ing)|(?:took|pulled|brought) in"
        rf"|picked up)"
        rf" (?:\w+ ){{0,2}}{MONEY} (?:[\w-]+ ){{0,4}}?(?:funding|financing|investors|round|raise|(?-i:Series [A-K])|capital)(?! for )"
        rf"|announc(?:ed|es|ing) (?:\w+ ){{0,2}}{MONEY} (?:[\w-]+ ){{0,3}}?(?:funding|financing|round|raise)(?! for )"
        rf"|clos(?:ed|es|ing) (?:another|a further|an additional) {MONEY}|{MONEY} (?:[\w-]+ ){{0,2}}(?:round|raise)\b"
        rf"|(?:clos|secur|complet|finali[sz])(?:ed|es|ing) {SOME}round|finali[sz](?:ed|es|ing) {SOME}(?:funding|financing)",
        ("funding-date",),
        ("organisation",),
        doer=True,
    ),
    Event(
        "sale of a company",
        r"(?:(?<=was )|(?<=were )|(?<=been ))(?:sold(?= to (?-i:[A-Z]))|(?:bought|purchased|snapped up|taken over|swallowed)(?= by ))"
        r"|agree(?:d|s) to (?:buy|acquire)(?= (?-i:[A-Z]))|(?:took|takes) over(?= (?-i:[A-Z]))|snapp(?:ed|ing) up(?= (?-i:[A-Z]))",
        ("acquisition-date",),
        ("organisation",),
    ),
    Event(
        "acquisition",
        r"acqui(?:red|res|ring|sition)|bought(?= (?-i:[A-Z]))|takeover|merg(?:ed|es|er)(?= with| of)",
        ("acquisition-date",),
        ("organisation", "product"),
    ),
    Event(
        "withdrawal from the stock market",
        r"(?:withdr[ae]w(?:n|s|ing)?|pull(?:ed|s|ing)|cancel(?:l?ed|s)|call(?:ed|s) off|scrapp?(?:ed|s)|shelv(?:ed|es)|abandon(?:ed|s))"
        r" (?:\w+ ){0,4}?(?:IPO|S-1|initial public offering|registration(?: statement)?|prospectus)"
        r"(?: (?:filing|plans?|registration|papers))?"
        r"|(?:IPO|S-1) withdrawal",
        ("ipo-withdrawal-date",),
        ("organisation",),
        doer=True,
    ),
    Event(
        "stock market",
        r"(?:re-?)?(?:fil|submitt|lodg)(?:ed|es|ing) (?:\w+ly )?(?:with (?:the )?[\w.]+ |again )?(?:to go public|for (?:an? |its )?"
        r"(?:IPO|initial public offering|(?:stock market |public )?listing)"
        r"|(?:\w+ ){0,3}?(?:IPO|S-1|prospectus|registration statement)(?: (?:papers?|paperwork|documents|prospectus|registration))?"
        r"|(?:\w+ ){0,2}?(?:papers|paperwork|documents) (?:to go public|for (?:an? |its )?(?:IPO|initial public offering|listing)))"
        r"|(?:IPO|S-1) filing",
        ("ipo-filing-date",),
        ("organisation",),
        doer=True,
    ),
    Event(
        "deal",
        rf"(?:sign|ink|seal|penn|conclud|land|reach|w[io]n)(?:ed|e?s)? {SOME}(?:deal|agreement|contract|partnership|memorandum)"
        r"|(?:partner|team)(?:ed|s)(?: up)?(?= with)|join(?:ed|s) forces(?= with)|(?:cut|made) a deal(?= with)"
        rf"|(?:str(?:uck|ikes)|enter(?:ed|s) into|(?:announc|expand|form|agre)(?:ed|es)(?: to| on)?) {SOME}"
        r"(?:deal|partnership|agreement|collaboration)",
        ("deal-date",),
        ("organisation",),
        doer=True,
    ),
    Event(
        "departure",
        r"step(?:ped|ping|s)? down|resign(?:ed|s|ation)|depart(?:ed|s|ure)"
        rf"|(?:left|leaves|quits?|exit(?:ed|s))(?= (?:the (?:company|firm|lab|startup)\b|(?:his|her|their) (?:post|role|job)\b|(?-i:[A-Z])"
        rf"|(?:in|on) (?:\d|{MONTH}|early|mid|late)))|part(?:ed|s) ways(?= with)|(?:was|were) (?:fired|ousted|dismissed)",
        ("departure-date",),
        ("person",),
        doer=True,
    ),
    Event(
        "dismissal",
        r"(?:fir|oust|sack|dismiss)(?:ed|es|ing)(?= (?-i:[A-Z]))|remov(?:ed|es|ing)(?= (?-i:[A-Z])[\w.'’ -]{2,40} as (?:CEO|chief|chair))",
        ("departure-date",),
        ("person",),
    ),
    Event(
        "joining",
        r"joined(?= (?:the (?:company|firm|lab|startup)\b|as an?\b|(?-i:[A-Z])))|joins(?= (?-i:[A-Z]))"
        r"|(?:was|were) hired(?= (?:by|as|in|on) )",
        ("joining-date",),
        ("person",),
        doer=True,
    ),
    Event(
        "start of training",
        r"(?:start|beg[ai]n|kick)(?:ed|s|ing)?(?: off)? (?:the )?(?:pre-?)?training(?! (?:data|on|with|runs?)\b)(?: of)?"
        r"|(?:pre-?)?training (?:run )?(?:started|began|kicked off|starts|begins)|went into training|in training(?= since)"
        r"|(?:start|beginning) of (?:pre-?)?training|training start",
        ("training-start",),
    ),
    Event(
        "start of development",
        r"(?:work|development|design)(?: (?:on|of))?(?= (?:[\w.-]+ ){0,5}?(?:started|began|kicked off|begins|starts) )",
        ("development-start",),
    ),
    Event(
        "shutdown",
        r"shut(?:ting|s)?[ -]?downs?|shut(?:ting|s)? off|retir(?:ed|es|e|ing|ements?)|sunset(?:ted|ting|s)?|discontinu(?:ed|es|e|ing|ation)"
        r"|decommission(?:ed|ing|s)?|(?:turned|switched|turn|switch) off|phas(?:ed|ing|e) out|end[ -]of[ -]life|taken offline|removal"
        r"|(?:reach(?:es|ed)?|hits?) (?:its )?end[ -]of[ -]life|pull(?:s|ed|ing) the plug(?: on)?"
        r"|stop(?:s|ped)? (?:serving|supporting|offering|selling|working|responding|functioning)"
        r"|ceas(?:ed?|es) (?:operating|to be available)"
        rf"|(?:took|taken|takes?|went|go(?:es)?|pull(?:ed|s)) offline|(?:taken|took|takes) down|(?:went|goes) dark"
        rf"|kill(?:ed|s|ing)? off|axed"
        rf"|withdrawn|withdrew|(?:leaves?|left|disappear(?:s|ed)? from|(?:pull|dropp)(?:ed|s) from) {OFFER}"
        r"|(?:pull|dropp)ed from(?= (?-i:[A-Z]))|EOL(?: date)?|end of support"
        r"|end(?:ed|s|ing)? (?:support|access) (?:for|to)|cut(?:s|ting)? off access to"
        r"|(?:requests|calls) (?:to|for)(?= (?:[\w./-]+ ){1,5}(?:will |now )?fail\b)"
        r"|(?:support|access) (?:for|to)(?= (?:[\w.-]+ ){1,5}(?:will )?(?:ends?|ended|be cut off|ceases?|expires?)\b)"
        r"|removed(?! from (?:[\w-]+ ){0,3}(?:plans?|tiers?|lists?|leaderboards?|rankings?|index|subscriptions?)\b)"
        r"(?: from (?:the )?\w+|(?= (?:on|in|by|after) |\W*$|:))"
        rf"|remov(?:e|es|ed|ing)(?= (?-i:[A-Z])(?:(?! from )[^.;:()]|\.(?=\d)){{1,60}}? (?:on|in|by) (?:\d|{MONTH}))"
        r"|remov(?:es?|ing|ed)(?=(?:[^.;:()]|\.(?=\d)){1,160}? from (?:the |its |our )?(?:\w+ )?(?:API|app|platform|service|menu)\b)"
        r"|(?:supported|available|accessible|maintained|offered|active|online|operational) (?:only )?until"
        rf"|(?:supported|available|accessible|maintained|offered|active|online) (?:only )?through(?= (?:at least )?(?:\d|{MONTH}|Q[1-4]\b))"
        r"|(?:be|becomes?|became|is|was|goes) unavailable(?= (?:on|from|after|as of|starting)\b)"
        r"|(?:go|goes|going|went) away(?= (?:on|by|after)\b)"
        r"|no longer (?:be )?(?:supported|available|accessible|maintained|offered|served)",
        ("shutdown-date",),
    ),
    Event("deprecation", r"(?:marked|declared|listed)(?: as)? (?:deprecated|legacy)|deprecat(?:ed|es|e|ing|ions?)", ("deprecation-date",)),
    Event(
        "open weights",
        r"(?:open |model |full )?weights (?:(?:were|was|are|is|will be|to be|being|promised|expected|planned|due|coming) )*"
        r"(?:released?|published?|uploaded|available|out|open(?:ed)?|posted)"
        r"|open[ -]weights(?: (?:promised|expected|planned|due|coming|arriving|follow))?(?=,? (?:by|on|in) )"
        r"|weights (?:went up|land(?:ed)?|dropped|arrived|came|appeared|followed)(?= )"
        r"|(?:open[ -])?weights[ -]releas(?:ed?|es)|(?:went|became|goes) open[ -]weights?"
        r"|(?:releas|upload|publish|post|open|open-?sourc|dropp|shipp|promis)(?:ed|es|e|s|ing)"
        r" (?:up )?(?:the |its |their |all |full |open |model )*weights",
        ("open-weights-date", "release-date"),
    ),
    Event(
        "paper",
        rf"(?:publish|releas|post|present)(?:ed|es|e|ing) {SOME}(?:papers?|(?:tech(?:nical)? )?reports?|preprint)"
        r"(?= (?:describing|introducing|presenting|behind|of))|tech(?:nical)? (?:report|paper)s?"
        r"|papers?(?= (?:describing|introducing|presenting|behind) )|(?:arXiv )?preprint|(?:on )?arXiv(?=\W*$)|arXiv (?:paper|report)"
        r"|(?:describ|introduc|present|propos|detail)ed in (?:an?|the|their|its) (?:[\w-]+ ){0,3}(?:paper|preprint|report)"
        r"|(?:submit(?:s|ted)|upload(?:s|ed)|publish(?:ed)?|releas(?:e|ed)|post(?:ed)?|put|shared?) our (?:[\w-]+ ){0,2}"
        r"(?:paper|preprint|report)"
        r"|our (?:[\w-]+ ){0,2}(?:paper|preprint|report)(?= (?:is|was|has been) (?:now )?(?:available|out|released|online|public|on) )",
        ("paper-date",),
    ),
    Event("announcement", r"announc(?:ed|es|ing|ement)", ("announcement-date", "release-date")),
    Event(
        "release",
        r"(?:re|pre-)?releas(?:ed|es|e|ing)|launch(?:ed|es|ing)?|unveil(?:ed|s|ing)?|debut(?:ed|s|ing)?|introduc(?:ed|es|e|ing|tion)"
        r"|(?<=\bwe )(?:present|(?:have )?open-?source)"
        r"|ship(?:ped|s|ping)?|roll(?:ed|s|ing)?[ -]?out|arriv(?:ed|es|e|ing|al)|published|dropped"
        r"|open-?sourc(?:ed|es|ing)|(?:(?<=\d )|(?<=\d, )|(?<=then ))came(?= (?:the |its )?(?-i:[A-Z]))"
        r"|c[ao]mes? (?:out|along)|(?:went|goes|go|came) (?:live|online)|(?:went|goes|reached) GA\b"
        r"|(?:goes|went) open[ -]?source|put (?:out|online)|brought (?:out|to market)|took the wraps off"
        r"|(?:lift|pull)(?:ed|s) (?:back )?the curtain (?:back )?on"
        r"|opened (?:up )?to (?:the public|everyone|all|developers|users)|(?:hits?|reach(?:ed|es)?) (?:the )?(?:market|shelves|stores)"
        r"|reach(?:ed|es)? (?:the public|customers|general availability)|saw the light of day|c[ao]mes? to market"
        r"|(?:start|beg[ai]n)(?:ed|s)? (?:shipping|rolling out)|made its first (?:public )?appearance"
        r"|followed(?= (?:in|on|(?:[\w-]+ ){1,6}later,?) )"
        r"|(?:made|became|becomes?|been|was|is|are) (?:\w+ly )?available|general(?:ly)? availab(?:le|ility)"
        r"|available(?= (?:on|since|from|as of) | in (?-i:[A-Z]))"
        r"|available(?= to (?:all|every|the public|developers|users|customers|subscribers|paying|free|\w+ users))"
        r"|(?:hits?|burst on(?:to)?|came on(?:to)?|entered|arrived on) the scene|(?:was|were) (?:out|live)(?= (?:in|on|by) )"
        r"|(?:is|are|be|been) (?:now )?(?:out|live|here|available)|now (?:out|live|available|public)|out now"
        r"|(?:made|went|goes|are|is) public"
        r"|(?:is|are|now) open to (?:everyone|all|the public)|(?:is|are) (?:now )?up(?=\W*$)"
        r"|enter(?:ed|s|ing) (?:(?:public|open|closed|private|limited) )?(?:preview|beta|general availability)"
        r"|(?-i:(?:Available|Uploaded)(?=\W*$)|GA\b)|out since"
        r"|joins? (?:the|our|its) (?:family|line-?up|model zoo|series)"
        r"|(?:stunn|surpris|shock|wow)ed (?:\w+ ){1,4}with|revealed|previewed|premiered|presented|land(?:ed|s)|appear(?:ed|s)"
        r"|(?:came|dropp?(?:s|ed)?|comes)(?= (?:in|on) )|follows(?=\W*$)"
        r"|(?:answer|respond|counter|repli|follow|hit back|fought back|return)(?:ed|s)?(?: up)? with"
        r"|(?:go(?:es|ne|ing)?|went) on sale|on sale(?= (?:in|on|from|as) )|premieres?"
        rf"|(?:expected|coming|planned|scheduled|slated|set|targeted)(?= (?:in|on|for|by) | {MONTH})"
        rf"|(?:slipp|delay|postpon|push|mov|reschedul)ed(?: back)? (?:to|until)"
        rf"(?= (?:(?:the |about |early |mid|late |end of )|{MONTH}|Q[1-4]|H[12]|20\d\d|\d"
        r"|spring|summer|autumn|fall|winter|next))"
        r"|due(?= (?:in|on|by|out|before) )|dates? (?:from|back to)",
        ("release-date",),
    ),
)
