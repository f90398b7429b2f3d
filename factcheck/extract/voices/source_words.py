"""The words with which English names the source of a figure: who says or measures, in what, before or behind the name."""

from __future__ import annotations

import re

from factcheck.patterns import compile_re

SAYING = (
    r"says?|said|saying|claim(?:s|ed|ing)?(?! (?:the |its |a )?(?:top|first|second|third|lead|title|crown|victory|number|No|#"
    r"|spot|place|win|share|record|majority)\b)"
    r"|report(?:s|ed|ing)?|stat(?:es|ed|ing)|announc(?:es?|ed|ing)|not(?:es|ed|ing)|writes?"
    r"|wrote|tells?|told"
    r"|confirm(?:s|ed|ing)?|add(?:s|ed)|admit(?:s|ted)?|acknowledge[sd]?|estimate[sd]?|promis(?:es?|ed|ing)|pledg(?:es?|ed|ing)"
    r"|expect(?:s|ed)?"
    r"|predict(?:s|ed)?|forecasts?|project(?:s|ed)?|reveal(?:s|ed)?|disclose[sd]?|highlight(?:s|ed)?|shared"
    r"|shares? that|post(?:s|ed)|argue[sd]?"
    r"|conclude[sd]?|suggest(?:s|ed)?|insist(?:s|ed)?|alleg(?:es?|ed)|explain(?:s|ed)?|detail(?:s|ed)|quote[sd]?|peg(?:s|ged)"
    r"|reckon(?:s|ed)?|believe[sd]?|warn(?:s|ed)?|cite[sd]?|tout(?:s|ed|ing)?|boast(?:s|ed)?|advertise[sd]?|describe[sd]?|tweet(?:s"
    r"|ed|ing)?|repeat(?:s"
    r"|ed)?|emphasi[sz]e[sd]?"
)
MEASURING = (
    r"measure[sd]?|assess(?:es|ed)|calculate[sd]?|verif(?:y|ies|ied)|test(?:s|ed|ing)?|score[sd]?|rate[sd]?|rank(?:s|ed)?|place[sd]?"
    r"|evaluate[sd]?|benchmark(?:s|ed)|finds?|found"
    r"|track(?:s|ed)|call(?:s|ed)|name[sd]|dub(?:s|bed)|deem(?:s|ed)|label(?:s|led)|characteri[sz]e[sd]?|crown(?:s|ed)|grade[sd]|judge[sd]"
    r"|clock(?:s|ed)|record(?:s|ed)|publishe[sd]|list(?:s|ed)|gives?|gave|puts?|show(?:s|ed)|credit(?:s|ed)|flags?|backs?(?: up)?"
    r"|survey(?:s|ed)|arrive[sd]? at|came up with|observe[sd]|reproduce[sd]"
    r"|(?:g[eo]ts?|sees|saw|obtain(?:s|ed))(?= (?:(?:about|around|roughly|only|just) )?[$~]?\d)"
    r"|(?:ran|runs|conducted|performed|carried out)(?= (?:the |its |all |these |independent )*(?:tests?|benchmarks?|evaluations?)\b)"
    r"|(?:got|had|has|was given) (?:early|exclusive|advance) access"
)
OUTPUT = (
    r"(?:benchmarks?|benchmarking|tests?|testing|evaluations?|audits?|auditing|analysis|data|figures?|measurements?|leaderboards?"
    r"|rankings?|ratings?"
    r"|reports?|reporting|study|survey|blog(?: post)?|research|numbers|results?|scores?|findings|filing|announcement|statement"
    r"|system card|model card|paper|estimates?|documentation|docs|pricing page|price list)"
)
OUTLET = r"(?:outlet|publication|newspaper|magazine|news agency|news site|broadcaster)"
KINDS = (
    r"(?:own|official|self-reported|in-house|earnings|financial|launch|safety|benchmark|market|developer|internal|latest|recent|new"
    r"|annual|quarterly"
    r"|independent|initial|early|published|(?:19|20)\d\d|\w+-party)"
)
GIVING = rf"(?:published|released|posted|shared|put out|issued) (?:a|an|the|its|their) (?:{KINDS} )*{OUTPUT}"  # "published a paper"
BEFORE = compile_re(
    rf"(?:\b[Aa]ccording to|\b[Pp]er|\b[Cc]ourtesy of|\b[Ss]ources?:"
    rf"|(?<!available )(?<!accessible )(?<!reachable )(?<!offered )(?<!served )(?<!accessed )(?<!routed )(?<!used )\b[Vv]ia"
    rf"|\b(?:reported|measured|announced|noted|stated|claimed|estimated|tested|evaluated|benchmarked|published|audited|tracked"
    rf"|ranked|confirmed|verified|disclosed|surveyed|listed|quoted|cited|seen|reviewed|obtained|viewed) by"
    rf"|\b(?:measured|clocked|rated|pegged|scored|tested|benchmarked|calculated) [^.;:,]{{1,50}} by"
    rf"|\b{OUTPUT},?(?: (?:below|above|here|shown|listed|used|cited|quoted))* (?:(?:is|are|was|were) (?:all )?(?:from|provided by)"
    rf"|provided by|by|from|in|of)"
    rf"|\b(?:c[ao]mes?|taken|sourced|drawn|compiled|collected|derived|pulled)"
    rf"(?: (?:straight|directly|exclusively|entirely|solely|mostly|largely))? (?:from|by))"
    rf"(?: (?:the|a|an|its|{KINDS}|(?:blog )?post on|{OUTPUT}|from|by|at|firm|analysts?|tracker|evaluator))*[ \"“*_]*$",
    re.IGNORECASE,
)
OFFICE = (
    r"(?:CEO|CTO|CFO|COO|[Pp]resident|(?:[Cc]o-?)?[Ff]ounder|[Cc]hief [a-z]+(?: officer)?|[Ss]pokes(?:person|woman|man)"
    r"|(?:senior |research )?(?:executive|analyst|researcher|engineer|scientist|director|economist))"
)

HAS_AT = r"ha[sd](?= [A-Z][\w.’'-]*(?: [\w.-]+){0,4} (?:at|on|scoring) (?:about |around |just |only )?[~$]?\d)"  # "Epoch has S at 57"
AFTER = compile_re(
    rf"(?: (?:News|Research|Group|Inc\.?|Corp\.?))?(?:(?:['’]s?)?(?: {KINDS})* {OUTPUT})?[\"”*_]*(?: \([^)]*\)|\))?"
    rf"(?:['’]s?(?: [A-Z][a-z][\w’'-]*){{2,3}}(?= (?:{SAYING})))?"
    rf"(?: (?:at|of|in) (?:the )?[A-Z][\w.&-]*)?(?: {OFFICE}(?: [A-Z][\w’'-]+){{0,3}})?(?:, [^,.;]{{1,90}},)?"
    r"(?: (?:(?:earlier )?(?:last|this) (?:week|month|year|quarter)|yesterday|also|then|later|now|has|have|had|does|did|since|officially"
    r"|even|recently|itself|independently|further|separately"
    r"|again|just|teams?|researchers|analysts|engineers|scientists))*"
    rf" (?:(?P<say>{SAYING}|{GIVING})|(?P<measure>(?:re-?)?(?:{MEASURING})(?! in\b)|{HAS_AT}))\b"
)
COMPANY = compile_re(r"(?:it|the (?:company|firm|start-?up|lab|maker|service))", re.IGNORECASE)
LISTING = compile_re(r"(?:lists?|listed|gives?|gave|puts?|publishe[sd]|advertise[sd]?)$")  # what a maker may do of its own things
SAID = compile_re(
    rf"(?:,|[”\"’]),? (?:(?:\w+ ){{0,6}})?(?!t(?:old|ells?) )(?:{SAYING}) (?:the )?"
    rf"(?:(?-i:[A-Z])[\w.&-]*(?: (?-i:[A-Z])[\w.&-]*)?(?:['’]s?)? (?:[a-z-]+ ){{0,2}}{OFFICE} )?[*_]*$",
    re.IGNORECASE,
)
# Whoever was told something by somebody without a name: "a person close to the talks told S".
LEAKED = compile_re(
    r"\b(?:sources?|persons?|people|insiders?|employees?|investors?|officials)\b[^,;.]{0,60} t(?:old|ells?) (?:the )?[*_]*$"
)
# A company whose officer is named behind it: "said S's chief executive Jane Doe".
ITS_OFFICER = compile_re(rf"(?:['’]s?)?(?: [a-z-]+){{0,2}} {OFFICE} (?=[A-Z])")
SAYS_END = compile_re(
    rf"(?:['’]s?(?: {KINDS})* {OUTPUT})?[*_]*(?: \w+)? (?:{SAYING}|learn(?:s|ed)|shows?|finds?|found)\b"
    r"[^,;:]{0,30}(?:, (?:citing|quoting|adding|without|after)\b.*)?[.)]?$"
)
# ... in the middle of it: "raised $5 million, X reported on Thursday, and has"
SAYS_WITHIN = compile_re(
    rf"[*_]*(?: \w+)? (?:{SAYING})(?: [A-Z][\w.-]*)?(?: (?:(?:on|in|at|to) [^,;:]{{2,24}}|(?:last|this|earlier|late|early) [^,;:]{{2,20}}"
    r"|\w+day|today|first))?, "
)
# Papers that only the maker of a thing writes about it.
PAPER = (
    r"(?:(?:system|model)[ -]cards?|press releases?|release notes|(?:launch|release|developer|company|product|official|announcement)"
    r"(?: launch)? (?:blog(?: post)?|post|page|notes|announcement)|tech(?:nical)? report"
    r"|(?:API |product |developer )?(?:documentation|docs)"
    r"|(?:pricing|product) page|spec(?:ification)? sheet|data ?sheet|changelog|white ?paper)"
)
PAPERS = compile_re(
    r"(?P<per>\b(?:according to|as per|per|in|from) )?(?P<the>\b(?:the|its|their|this|that|accompanying) "
    r"(?:[A-Z][\w.’'-]* (?:[\w.]*\d[\w.]* |[A-Z]\w* ){0,2})?|['’]s? |[(\[])"
    rf"(?P<kind>{KINDS} |accompanying )*{PAPER}\b(?! (?:by|from) )(?P<aside>[)\]])?(?P<says>(?: \w+)? (?:{SAYING}|{MEASURING})\b)?",
    re.IGNORECASE,
)
# Somebody's own finding: "Epoch AI's measurement of 39.9%".
WITHIN = compile_re(r"\b(?:in|on|by|under|from|at|across) (?:the )?[\"“*_]*$", re.IGNORECASE)  # "in S's tests"
CLOSING = compile_re(
    rf"['’]s?(?: {KINDS})* (?:{OUTPUT}|(?:re-?)?runs?|trials?|evals?|count|account|reckoning|estimation|telling|assessment|tally)"
    r"[*_”\"]*(?:[.,;:)]|$)"
)  # ... with nothing behind them
# Somebody who is no pronoun and says something: "Reuters reported".
UNKNOWN = compile_re(rf"\b(?!(?:It|They|He|She|We|I|This|That|These|The|Its|Who)\b)[A-Z][\w.&-]+ (?:{SAYING})\b")
ACCORDING = compile_re(r"\b(?:[Aa]ccording to|[Aa]s reported by) (?:the )?[*_\[\"“]*(?P<name>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3})")
TITLE = r"[*_“\"]*[A-Z]\w*(?: (?:of|in|the|on|for|and|to|[A-Z]\w*|(?:19|20)\d\d))*[*_”\"]*"
POSSESSED = compile_re(
    rf"['’]s?(?: {KINDS})* (?:{TITLE} )?(?:{OUTPUT}\b(?<!research)|research (?:{SAYING}|{MEASURING}|on|into)\b|(?:re-?)?(?:runs?"
    rf"|tests?|counts?)"
    r" (?:gave|gives|found|got|gets|puts?|showed|shows|ended|yielded|came)\b)"
)
# Findings of somebody's of which the sentences that follow tell: "S's own tests tell another story."
FINDINGS = compile_re(
    rf"['’]s?(?: {KINDS})* (?:benchmarks?|benchmarking|tests?|testing|evaluations?|figures?|numbers|results?|scores?|findings|data"
    rf"|survey|study"
    r"|report|analysis|research)\b"
)
BASED = compile_re(r"\bbased (?:\w+ )?(?:up)?on (?:the )?[*_]*$", re.IGNORECASE)
RESULTS = compile_re(
    r"(?:['’]s?)?(?: [\w.-]+){0,3}? (?:data|figures|numbers|scores|results|benchmarks?|benchmarking|rankings?|ratings|leaderboards?"
    r"|tests|testing|evaluations|estimates|measurements)\b"
)
# What a source that stands on either side may be followed by before it ends: "in S's survey of 200 people".
OWN_WORK = compile_re(rf"['’]s?(?: {KINDS})* {OUTPUT}(?: (?:of|among|on|with|across)\b[^,;:()]*)?")
OFFICIAL = compile_re(
    r"(?<!\bno )(?<!\bnot an )(?<!n['’]t an )(?<!\bany )(?<!\bwithout )\bofficial (?:\w+ ){0,2}?(?:pric\w+|numbers?|figures?|claims?"
    r"|scores?|results?|benchmarks?|specs?|specifications?|data"
    r"|rates?|announcements?|statements?|cards?|reports?)\b"
    r"|\bofficially (?:supports?\b|(?:say|state|score|list|price|report|claim|announce|rate|cost|reach|achieve)\w*)"
    r"|\b(?:self|vendor|maker|company|developer|provider)-(?:reported|claimed|stated|published)\b|[(\[](?:vendor|maker|company"
    r"|developer|provider|self)[)\]]"
    r"|\b(?:reported|published|listed|stated|claimed) by (?:the|their|its|each|every) (?:(?:respective|model) )?(?:makers?|developers?"
    r"|vendors?|providers?|labs?|authors?)\b"
    r"|\b(?:the|their) (?:model )?(?:makers?|developers?|vendors?|providers?|labs?|authors?|companies) (?:themselves )?"
    r"(?:reported|published|stated|listed|claim(?:ed)?|report|give|gave)\b(?! that)",
    re.IGNORECASE,
)
PLAIN = compile_re(r"(?:source|link|report|blog(?: post)?|announcement|paper|post|via|ref(?:erence)?|\[?\d+\]?)s?", re.IGNORECASE)
# The words of a link to what somebody said: "reportedly", "has announced that".
TOLD = compile_re(
    rf"(?:(?:has|have|had|were|was|also|as|it) ){{0,2}}(?:reportedly|according to|{SAYING}|{MEASURING})(?: (?:that|by|at|to|in|a))?"
)
HEADED = compile_re(rf"(?:['’]s?)?(?: {KINDS})* (?:{OUTPUT}|claims?)\b", re.IGNORECASE)
REPORT = compile_re(
    rf"\b(?:according to|per|as per) (?:the|its|their|that|this|the same) (?:{KINDS} )*(?:{OUTPUT}|{OUTLET})\b(?! (?:by|from|of)\b)"
    rf"|\b(?:in|on) (?:the|that|this) same (?:{KINDS} )*(?:{OUTPUT}|{OUTLET}|table|chart|post|release|interview|call|thread|memo|letter)\b"
    rf"|\b(?:the|this) {OUTLET} (?:(?:also|further|has|had) )?(?:{SAYING}|{MEASURING})\b"
    rf"|\b(?:the|its|their|that|this) (?:{KINDS} )*(?:report|survey|study|analysis|paper|research) (?:(?:also"
    rf"|further) )?(?:{SAYING}|finds?|found|shows?|showed|puts)\b",
    re.IGNORECASE,
)
# "Epoch-measured", "the Bloomberg-sourced report"
JOINED = compile_re(r"-(?:sourced|reported|measured|verified|tested|audited|published|claimed|estimated|compiled)\b", re.IGNORECASE)
# What stands before and behind a publisher that a figure is followed by: "($300 million, Bloomberg)", "... — Bloomberg".
ASIDE = compile_re(r"(?:[(\[](?:[^()\[\]]*[,;] )?| [—–] |\s-{1,2} )[*_]*$")
ALONE = compile_re(
    r"[*_]*(?:[- ](?:reported|says|said|claims|claimed|announced|estimates?|data|figures|numbers))?"
    r"(?:, (?:[A-Z][a-z]+\.? )?\d[\d /-]*)?[)\]]*[*_]*[.;]?[*_]*$"
)
# What a name that is no source stands behind: "available on [Bloomberg]".
PART = compile_re(
    r"\b(?:on|in|at|to|by|with|for|of|and|or|the|an?|from|into|over|than|against|like|is|are|was|beats?|using)[ *_]*$|,[ *_]*$",
    re.IGNORECASE,
)
# "S launched it, saying that": who did it says so.
ADDING = compile_re(
    r", (?:(?:and|while|also) )?(?:saying|claiming|noting|stating|adding that|reporting|touting|promising|boasting|announcing|arguing)\b"
)
# The author: what comes behind is nobody's else.
OWN_VOICE = compile_re(
    r"\b(?:[Oo]ur|[Mm]y) (?:own )?(?:[a-z-]+ )?(?:(?:re-?)?runs?|tests?|measurements?|benchmarks?|evaluations?|numbers|results?|count)\b"
    r"|\b(?:[Ww]e|I) (?:only |just |then |ourselves )?(?:got|get|measured|saw|found|clocked|could only reach)\b"
)
# Whoever made what a figure is about, without a name.
ITS_MAKER = compile_re(
    r"\b(?P<per>according to|per) (?:its|the) (?:own )?(?:maker|developer|creator|vendor|manufacturer)s?\b"
    rf"|\b(?:its|the) (?:maker|developer|creator|vendor|manufacturer) (?:also |itself |now )?(?:{SAYING}|puts?|lists?|gives?|rates?)\b",
    re.IGNORECASE,
)
