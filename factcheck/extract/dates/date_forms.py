"""The forms in which English writes a date, as patterns whose named groups are its parts."""

from __future__ import annotations

import re
from functools import cache

from factcheck import patterns
from factcheck.patterns import compile_re

MONTH_NAME = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?"
    r"|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SEASON_NAME = r"(?:spring|summer|autumn|fall|winter)"
MONTH = rf"(?P<month>{MONTH_NAME})\b\.?"
MONTH_2 = rf"(?P<month2>{MONTH_NAME})\b\.?"
NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
DAY = rf"(?P<day>{NUMBER})(?![\d%:.]\d|%)\b"
DAY_2 = rf"(?P<day2>{NUMBER})(?![\d%:.]\d|%)\b"
DAY_WORD = (
    r"(?P<dayword>(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth|fifth|sixth"
    r"|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)"
)
YEAR = r"(?P<year>(?:19|20)\d\d)\b"
BARE_YEAR = r"(?P<year>19\d\d|20[0-3]\d)\b(?![-/,]?\d)"  # 2048 is a number
SHORT_YEAR = r"['’](?P<short>\d\d)\b"
COMMA = r"(?: ?,| of| in)?"
PART = r"(?P<part>early|mid|late|(?:the )?(?:end|beginning|start|middle) of)(?: in)?[ -]"
SEASON = rf"(?P<season>{SEASON_NAME})"
TO = r"(?: ?[-–—/] ?| to | through )"
AFTER = r"(?:(?<=\bin )|(?<=\bsince )|(?<=\bby )|(?<=\buntil )|(?<=\bof )|(?<=\bthrough )|(?<=\bto )|(?<=\bas )|(?<=\bearly as ))"
# A number that follows these may be one of steps or tokens as well.
SIDE = (
    r"(?:(?<=\bafter )|(?<=\bbefore )|(?<=\blater than )|(?<=\bearlier than )|(?<=\bolder than )|(?<=\bbetween )|(?<=\byear )|(?<=\bcy ))"
)
AND_YEAR = r"(?:(?<=\b(?:in|of) \d\d\d\d and )|(?<=\b(?:in|of) \d\d\d\d or )|(?<=\bfrom \d\d\d\d and ))"
LEADING = r"(?:(?<![^\n])|(?<=\n[\[(*]))"
EVENT_NOUN = r"(?= (?:release|launch|debut|announcement|unveiling|rollout|update|shutdown|retirement)\b)"
COUNT = r"(?P<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
ALONE = r"(?![\w%/-]|[.,:]\d| ?[\w%(–-])"
NO_NOUN = r"(?! (?:more |new )?[a-z]+s\b)"

# Each is a name and a pattern; at one place the first that matches wins.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?<![\d.])(?<!\w-)(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\d-])"),
    ("ymd", r"(?<![\d.])(?<!\w-)(?P<y>(?:19|20)\d\d)(?P<sep>[/.-])(?P<m>0?[1-9]|1[0-2])[/.-](?P<d>0?[1-9]|[12]\d|3[01])(?![\d/.-]\d|\d)"),
    ("ymd", r"(?<![\w.,/-])(?P<y>20[0-3]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\w/-]|[.,]\d)"),
    ("ym", r"(?<![\d./])(?P<y>(?:19|20)\d\d)/(?P<m>0?[1-9]|1[0-2])(?![\d/])"),
    ("ym", r"(?<![\d./])(?<!\w-)(?P<y>20[0-3]\d)-(?P<m>[1-9])(?![\w/.-])"),
    ("slashes", r"(?<![\d./-])(?<!\w-)(?P<a>0?[1-9]|[12]\d|3[01])[/-](?P<b>0?[1-9]|[12]\d|3[01])[/-](?P<y>(?:19|20)\d\d)(?![\d-])"),
    ("slashes", r"(?<![\d./])(?P<a>0?[1-9]|[12]\d|3[01])/(?P<b>0?[1-9]|[12]\d|3[01])/(?P<short>[12]\d)(?![\d/])"),
    ("ym", r"(?<![\d./])(?<!\w-)(?P<m>0?[1-9]|1[0-2])[/-](?P<y>20[0-3]\d)(?![\d/-])"),
    ("ym", rf"(?<![\d./-])(?P<y>20[0-3]\d) ?[/-] ?(?P<m>0[1-9]|1[0-2]){ALONE}"),
    ("ym", rf"(?<![\d./-])(?<!\w-)(?P<m>0[1-9]|1[0-2]) ?[/-] ?(?P<y>20[0-3]\d){ALONE}"),
    ("dots", r"(?<![\d./])(?P<d>0?[1-9]|[12]\d|3[01])\.(?P<m>0?[1-9]|1[0-2])\.(?P<y>(?:19|20)\d\d)(?!\d)"),
    ("day range", rf"(?<![\d.$]){DAY}{TO}{DAY_2} {MONTH},? {YEAR}"),
    ("day range", rf"\b{MONTH} {DAY}{TO}{DAY_2}, ?{YEAR}"),
    ("day month year", rf"(?<![\d.$]){DAY}\.?(?: of)?[ /-]{MONTH}{COMMA}[ /-]{YEAR}"),
    ("day month year", rf"(?<![\w.$-]){DAY}-(?P<month>{MONTH_NAME})-(?P<short>[12]\d)(?![\w-])"),
    ("day month year", rf"(?<![\d.$]){DAY} {MONTH},? {SHORT_YEAR}"),
    ("day month year", rf"\b{DAY_WORD}(?: of)? {MONTH}{COMMA} {YEAR}"),
    ("month day year", rf"\b{MONTH}(?:,? |-){DAY}{COMMA}[ -]+{YEAR}"),
    ("month day year", rf"\b{MONTH} (?:the )?{DAY_WORD}{COMMA} {YEAR}"),
    ("month day year", rf"\b{MONTH} {DAY},? {SHORT_YEAR}"),
    ("year month day", rf"(?<![\d.$]){YEAR}(?:,? |[/-]){MONTH}[ /-]{DAY}"),
    ("ymd", r"(?<!\d)(?P<y>20[0-3]\d) ?年 ?(?P<m>1[0-2]|0?[1-9]) ?月 ?(?P<d>3[01]|[12]\d|0?[1-9]) ?[日号]"),
    ("ym", r"(?<!\d)(?P<y>20[0-3]\d) ?年 ?(?P<m>1[0-2]|0?[1-9]) ?月(?! ?\d)"),
    ("months", rf"\b{MONTH}{TO}{MONTH_2},?[ -]{YEAR}"),
    ("months", rf"(?<=\bbetween ){MONTH}(?:,? (?P<year2>(?:19|20)\d\d))? and {MONTH_2},?[ -]{YEAR}"),
    ("part month year", rf"\b{PART}{MONTH}(?:,| of)?[ -]{YEAR}"),
    ("month year", rf"\b{MONTH} of {YEAR}"),
    ("month year", rf"\b{MONTH}{COMMA}[ '’/-]{{1,2}}{YEAR}"),
    ("month year", rf"\b{MONTH} ?{SHORT_YEAR}"),
    ("year month", rf"(?<![\d.$-]){BARE_YEAR}(?: ?, ?| ){MONTH}(?![\w-]| \d)"),
    ("quarters", rf"\bQ(?P<q>[1-4]){TO}Q(?P<q2>[1-4])[ -]?(?:of )?{YEAR}"),
    (
        "quarter",
        rf"\b(?:(?:the )?(?P<word>first|second|third|fourth) quarter of |(?:early |late |mid-?)?Q(?P<q>[1-4])[ -]?(?:of )?(?:FY)?){YEAR}",
    ),
    ("quarter", rf"(?<![\d.$]){YEAR}[ -]Q(?P<q>[1-4])\b"),
    ("quarter", rf"\bQ(?P<q>[1-4])[ -]?{SHORT_YEAR}"),
    ("quarter", rf"{AFTER}(?:early |late |mid-?)?Q(?P<q>[1-4])\b(?![ -]?['’\d])"),
    ("half", rf"\b(?:(?:the )?(?P<word>first|second)(?: half of |-half (?:of )?)|(?P<h1>[12])H[ -]?|H(?P<h>[12])[ -]?){YEAR}"),
    ("part year", rf"\b{PART}(?:the year )?{YEAR}"),
    ("season year", rf"\b(?:{PART})?(?:the )?{SEASON}(?: of)?,? {YEAR}"),
    ("season year", rf"\b(?:{PART})?{SEASON} ?{SHORT_YEAR}"),
    ("month day", rf"\b{MONTH} {DAY}(?!,? (?:19|20)\d\d)"),
    ("day month", rf"(?<![\d.$]){DAY}(?: of)? {MONTH}(?!\w)"),
    ("part month", rf"\b{PART}{MONTH}"),
    ("month", rf"(?:{AFTER}|(?<=\blast )|(?<=\bthis )|(?<=\bnext )|(?<=\()){MONTH}(?! ?\d)"),
    ("month", rf"\b{MONTH}{EVENT_NOUN}"),
    ("month", rf"{LEADING}{MONTH}(?=\s*(?::|[—–-]\s))"),
    (
        "month",
        rf"{LEADING}(?P<month>{MONTH_NAME})\b(?=\. (?-i:[A-Z])| (?:was|is|saw|brought|belonged|began|started|opened|ended|closed|gave)\b)",
    ),
    (
        "year",
        rf"(?:{AFTER}|(?<=\bfrom )|(?<=\bduring )|(?<=\()|(?<=\blaunched )|(?<=\breleased )|(?<=\bfounded ))(?:the year )?{BARE_YEAR}",
    ),
    ("year", rf"(?:{SIDE}|(?<=\bthe year )|{AND_YEAR}){BARE_YEAR}{NO_NOUN}"),
    ("year", rf"(?<![\d.$-])\b{BARE_YEAR}(?= (?:or|and) (?:later|earlier|before|after|older|newer)\b)"),
    ("year", rf"{LEADING}{BARE_YEAR}(?=\s*(?::|[—–-]\s)|[ *_:]*\n)"),
    ("day", rf"{LEADING}{DAY}(?=\s*(?::|[—–-]\s))"),
    ("day", r"(?<=\bon )the (?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))\b(?! of [A-Z])"),
    (
        "day",
        r"(?:(?<=\bsince )|(?<=\buntil )|(?<=\bby )|(?<=\bfrom ))the (?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))\b"
        r"(?=[.,;:)]|$| (?:and|but|with|after|when)\b)",
    ),
    ("ago", rf"\b{COUNT} (?P<unit>day|week|month|year)s? (?P<way>ago|later|earlier|after that)\b"),
    ("weekday", rf"(?:(?<=\b[Oo]n )|(?<=\b[Ll]ast )|(?<=[a-z]ed ))(?P<weekday>{WEEKDAY})\b(?!,? (?:{MONTH_NAME}\b|the \d|\d))"),
    ("year's end", r"\b(?:(?:the )?end of (?:the|this) year|(?:the )?year[’']?s?[- ]end)\b"),
    (
        "relative",
        rf"\b(?P<relative>today|yesterday|tomorrow|(?:last|this) {SEASON_NAME}"
        r"|(?:early |late |mid-?)?(?:last|this|next) (?:month|year)|(?:earlier|later) this (?:month|year))\b",
    ),
)
# Every date has a year, a month, digits in the manner of a date or one of these words in it; the long pattern is only tried near them.
TRIGGER = compile_re(
    r"(?:19|20)\d\d|\d[/.-]\d{1,2}[/.-]\d|['’]\d\d|\bq[1-4]|\d(?:st|nd|rd|th)\b|(?:^|\n)\W*\d{1,2}(?:st|nd|rd|th)?\s*[:—–-]"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|today|yesterday|tomorrow|ago|later|earlier|after that|year.{0,3}end|end of"
    r"|(?:last|this|next) (?:spring|summer|autumn|fall|winter|month|year)|(?:on|last) \w{3,6}day)|\wed \w{3,6}day",
    re.IGNORECASE,
)
REACH = 36  # characters of a date before and after a trigger
WHOLE = compile_re(
    r"\W*(?:year:? )?(?:(?P<part>early|mid|late)[ -])?"
    rf"(?:(?P<y>(?:19|20)\d\d)(?:[./-](?P<m>0[1-9]|1[0-2]))?|(?P<month>{MONTH_NAME})\.?)\W*",
    re.IGNORECASE,
)


@cache
def any_form() -> re.Pattern[str]:
    """All forms at once; the group that matches tells which of them it is."""
    return compile_re("|".join("(" + patterns.sub(r"\(\?P<\w+>", "(?:", pattern) + ")" for _, pattern in PATTERNS), re.IGNORECASE)


@cache
def form(index: int) -> re.Pattern[str]:
    """One of the forms by itself, compiled when it is first needed."""
    return compile_re(PATTERNS[index][1], re.IGNORECASE)
