"""Figures of companies and machines whose form settles what they are: stock moves, shares of a market, staff, memory, videos."""

from __future__ import annotations

from factcheck.extract.forms.frames import LINK, Frame

HOLDS = (
    r"hold(?:s|ing)?|held|command(?:s|ed|ing)?|captur(?:e|es|ed|ing)|account(?:s|ed|ing)? for|control(?:s|led)?|claim(?:s|ed)?|took|takes?"
    r"|has|have|had|owns?|won|wins|garner(?:s|ed)|represent(?:s|ed|ing)?|makes? up|earn(?:s|ed)?|grabbed"
)
MARKET = r"(?:market|spend(?:ing)?|usage|sales|shipments|traffic|workloads)"
MOVED = (
    r"(?:skyrocketed|rocketed|spiked|popped|dipped|eased|slumped|crashed|leapt|leaped|shot up"
    r"|rose|fell|jumped|dropped|slid|surged|climbed|sank|tumbled|soared|plunged|gained|lost|slipped"
    r"|rallied|plummeted|declined|added|(?:gave|given) (?:up|back)|shed"
    r"|(?:have|has|had) (?:\w+ )?(?:risen|fallen|climbed|gained|dropped|jumped|surged|declined|lost|slid)"
    r"|(?:(?:were|was|are|is|closed?|ended|finished|traded|trading) )?(?:up|down))"
)
MOVING = (
    r"(?:plunging|falling|dropping|sliding|sinking|tumbling|slipping|slumping|losing|shedding|rising|jumping|climbing|gaining|surging"
    r"|soaring"
    r"|leaping|dipping|easing|crashing|rallying|plummeting|popping|spiking|rocketing)"
)
BY = r"(?: (?:by|as much as|more than|less than|about|around|roughly|nearly|almost|over|just|only|another|some|up to))*"
NAME = r"(?-i:[A-Z])[\w.&]*(?: (?-i:[A-Z])[\w.&]*){0,2}"
# "was up 9% on the day", but not "was up 9% in revenue"
NO_MOVE_OF = (
    r"(?! (?:in|on|to|of|from)\b(?! (?:early|late|pre|after|morning|heavy|trading|the (?:day|week|year|news|session)"
    r"|\w+day)))(?! (?:of|year|more|less))"
)
CAP = r"(?:stock[- ]|combined )?(?:market|stock market) (?:cap(?:itali[sz]ation)?|value)|market valuation"
PEOPLE = r"(?:people|staff(?:ers)?|engineers|researchers|scientists|workers|employees|specialists|developers)"

BUSINESS_FRAMES: tuple[Frame, ...] = (
    Frame(
        "stock",
        ("percent",),
        ("stock-move",),
        rf"\b(?:shares?|stock(?: price)?)\b[^.;%]{{0,45}}? {MOVED}(?: by| as much as| more than| about"
        r"| nearly| almost| just| only)*[ *]*",
        "",
    ),
    Frame(
        "stock",
        ("percent",),
        ("stock-move",),
        "",
        r" (?:drop|fall|jump|rise|surge|decline|gain|plunge|slide) in (?:\w+['’]s? |its "
        r"|the )?(?:\w+['’]s? )?(?:shares?|stock)\b",
    ),
    Frame(
        "stock",
        ("percent",),
        ("stock-move",),
        r"\b(?:shares?|stock(?: price)?) (?:had |has |have )?(?:closed|ended|finished|opened|traded|trading|moved)"
        r"(?: (?:about|around|nearly|over))*"
        r"[ *]*",
        r" (?:higher|lower)\b",
    ),
    Frame(
        "stock",
        ("percent",),
        ("stock-move",),
        rf"(?:^|[,;:.(] |\b(?:and|with|but|while|as|that|where) |\bwhile )(?:the )?{NAME}(?: (?:also|then|even))?"
        rf" (?:{MOVED}|{MOVING}|(?:was|were|is|closed|ended|traded|trading) (?:up|down)){BY}[ *\[]*",
        NO_MOVE_OF,
        within=r"\b(?:stocks?|shares)\b(?! of the market)",
    ),
    Frame(
        "stock",
        ("percent",),
        ("stock-move",),
        rf"{NAME}(?: (?:was|were|is|closed|ended|traded|trading))? (?:up|down){BY}[ *]*",
        NO_MOVE_OF,
        within=r"\b(?:stocks?|shares)\b(?! of the market)",
    ),
    Frame(
        "market value lost",
        ("money",),
        ("market-value-loss",),
        rf"\b(?:wip(?:e[sd]?|ing)|eras(?:e[sd]?|ing)|shav(?:e[sd]?|ing)|knock(?:s|ed|ing)?|slic(?:e[sd]?|ing)|shed(?:s|ding)?|los(?:e|es|t|ing)"
        rf"|destroy(?:s|ed|ing)?|vaporiz(?:e[sd]?|ing)|cut(?:s|ting)?|took|tak(?:es|ing))(?: out)?{BY}[ *]*",
        rf" (?:off|from|of|in|out of) (?:(?:the|its|their) )?(?:[\w&.]+['’]s? )?(?:{CAP})\b",
        1_000_000,
        per=(None,),
    ),
    Frame(
        "cached input discount",
        ("percent",),
        ("cached-input-discount",),
        "",
        r"\s?(?:discount|off|cheaper|less|reduction|savings?)\b[^.;]{0,24}\bcach(?:ed|ing|e)\b",
    ),
    Frame(
        "cached input discount",
        ("percent",),
        ("cached-input-discount",),
        r"\bcach(?:ed|ing|e)\b[^.;]{0,30}",
        r"\s?(?:discount|off|cheaper|less|reduction)\b",
    ),
    Frame(
        "market share",
        ("percent",),
        ("market-share",),
        rf"\b(?:{HOLDS})(?: (?:now|already|only|just|about|around|roughly|nearly|almost|over|more than|an?|some|up))*[ *]*",
        r"(?: share)? of (?:the |all |total |global |worldwide )*(?:[\w-]+ ){0,4}?" + MARKET + r"\b",
        weight=4.9,
    ),
    Frame(
        "market share",
        ("percent",),
        ("market-share",),
        rf"\b(?:[Oo]f|[Ii]n|[Bb]y) (?:the |all |total )*(?:[\w-]+ ){{0,3}}?{MARKET}(?: [^.;,%$]{{2,50}}(?=,))?,? (?:[^.;,%]{{2,40}} )?"
        rf"(?:{HOLDS}|is at|sits at|stands at|leads at|leads with|drop(?:s|ped) to|fell to|rose to|with|at){BY}[ *]*",
        r"(?! (?:of|more|less|growth|discount))",
        weight=4.9,
    ),
    Frame(
        "market share",
        ("percent",),
        ("market-share",),
        "",
        rf" of (?:the |all |total )*(?:[\w.-]+ ){{0,4}}?(?:{MARKET}|tokens)(?: [\w ]{{0,20}}?)? (?:went|goes|going|go|belong(?:s|ed"
        rf"|ing)?|fell|falls) to\b",
        weight=4.9,
    ),
    Frame(
        "memory and its speed",
        ("bytes",),
        ("memory-bandwidth",),
        r"\d\s?[GT]i?B[ *]*(?:of )?(?:[\w-]+ )?(?:HBM\w*|GDDR\w*|LPDDR\w*|memory|VRAM|DRAM|RAM)[*]*(?:,| at| with| and| running"
        r"| delivering| moving| offering| of| bandwidth)+ ~?[*]*$",
        "",
    ),
    Frame("memory of a card", ("bytes",), ("vram",), "", r"[ *]*(?:of )?(?:(?:fast|on-board|dedicated) )?GDDR\w*\b"),
    Frame(
        "time it was built in",
        ("time",),
        ("development-time",),
        "",
        r"(?:-| )(?:days?|weeks?|months?|years?) in (?:the making|development|the works)\b",
    ),
    Frame(
        "moves data",
        ("bytes",),
        ("memory-bandwidth",),
        r"\b(?:mov(?:es|ed|ing)|shift(?:s|ing)|shuffl(?:es|ing)|shuttl(?:es|ing)) (?:data|bytes|weights|them)(?: around)? at[ *]*$",
        "",
    ),
    Frame(
        "longest video",
        ("time",),
        ("max-video-length",),
        "",
        r"(?:-| )(?:seconds?|s|minutes?)?(?: long)?[- ](?:[a-z-]+ ){0,2}?(?:clips|videos|shots|footage)\b",
        within=r"\b(?:generat|creat|produc|mak|render|output|up to|supports?|clips? of|videos? (?:of|up))|^\W*up to",
    ),
    Frame(
        "longest video",
        ("time",),
        ("max-video-length",),
        rf"\b(?:clips?|videos?|footage)(?: lengths?| durations?)?(?: (?:of|up to|as long as|lasting|that last|can last|with))+{LINK}$",
        "",
    ),
    Frame(
        "storage",
        ("bytes",),
        ("storage",),
        "",
        r" (?:of )?(?:(?:NVMe|M\.2|PCIe|internal|fast|flash|local) )*(?:SSDs?|NVMe|storage|disk space|flash storage|hard (?:drive|disk))\b",
    ),
    Frame("frames in a second", ("number",), ("frame-rate",), "", r" ?(?:fps|frames (?:per|a|each) second)\b"),
    Frame("employees", ("number",), ("employees",), r"\bemploy(?:s|ing|ed)(?: \w+){0,2}[ *]*", rf" {PEOPLE}", 2),
    Frame(
        "employees",
        ("number",),
        ("employees",),
        rf"\b(?:has|have|had|grew to|grown to|counts|[Ww]ith){BY}[ *]*",
        r" (?:people|staff|employees)(?=[.,;:)]|$| and\b| (?:on staff|today|in all|across|worldwide)\b)",
        2,
    ),
    Frame("downloads", ("number",), ("downloads",), rf"\b(?:downloaded|fetched|pulled|installed){BY}[ *]*", r" times\b", 2),
    Frame(
        "employees",
        ("number",),
        ("employees",),
        "",
        r"[- ](?:people|person|strong|employee|man)[- ](?:[\w-]+ ){0,2}?(?:company|start-?up|firm|lab|outfit)\b",
        2,
    ),
    Frame(
        "employees",
        ("number",),
        ("employees",),
        rf"\b(?:staff|workforce|headcount|payroll|ranks)\b(?: (?!up\b|by\b|cuts?\b|of\b)[\w'’]+){{0,3}}? (?:of|to|at|counts?|counted"
        rf"|numbers?|totals?){BY}[ *]*",
        rf"(?![\d.,]*(?: ?%| percent))(?: {PEOPLE})?(?![\w-])(?! (?:million|billion|new|open|more)\b)",
        2,
    ),
    Frame(
        "employees",
        ("number",),
        ("employees",),
        "",
        rf"(?: {PEOPLE})?,? (?:on (?:its|the) (?:payroll|books|staff)\b|(?:who )?(?:now )?work(?:s|ed|ing)? (?:at|for|there)\b|in its"
        r" employ\b|are employed\b)",
        2,
    ),
)
