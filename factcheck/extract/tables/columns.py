"""What the header of a table's column says of the part that the column plays."""

from __future__ import annotations

import re

from factcheck.patterns import compile_re

# What something is good at.
STRENGTHS = (
    r"(?:(?:key|main|notable|core|biggest|primary|standout) )?(?:strengths?|innovations?|advantages?|differentiators?"
    r"|selling points?|specialt(?:y|ies))|known for|notable(?: for)?|pros"
)

# Headers of the column that names whom a row is about, and of columns that only describe it.
NAMES = compile_re(
    r"(?:ai |base |language |hf |hugging ?face )?"
    r"(?:models?|llms?|systems?|names?|model (?:name|id)s?|variants?|versions?|products?|assistants?|checkpoints?)"
    r"|winner|best model|leader",
    re.IGNORECASE,
)
# Headers of the column that names what was measured.
BENCHMARKS = compile_re(r"benchmarks?(?: names?)?", re.IGNORECASE)
# Columns that only describe the row.
ASIDE = compile_re(
    r"#|no\.?|rank(?:ing)?|pos(?:ition)?"
    r"|(?:ai )?(?:developer|provider|company|lab|organi[sz]ation|org|maker|vendor|creator|owner|author)s?"
    r"|licen[sc]es?|(?:[\w-]+ )?(?:notes?|comments?|remarks?|highlights?)|description|(?:best )?(?:use cases?|for)"
    rf"|weakness(?:es)?|category|categories|domain|area|type|capability|source|links?|family|date|key features?|{STRENGTHS}",
    re.IGNORECASE,
)
# Headers of columns that say where, how or on what part something was measured.
SETTINGS = compile_re(
    r"languages?|locale|data ?sets?|sub-?sets?|splits?|domains?|subjects?|topics?|task types?|difficulty|levels?"
    r"|hardware|devices?|gpus?|accelerators?|chips?|cpus?|platforms?|machines?|processors?|threads|batch(?: size)?|concurrency"
    r"|quanti[sz]ations?|quants?|precisions?|formats?|dtypes?|bits|set-?ups?|settings?|config(?:uration)?s?"
    r"|backends?|engines?|runtimes?|frameworks?"
    r"|(?:context|prompt|input|sequence|output) (?:length|size)|resolutions?|scenarios?|conditions?|providers?|hosts?|endpoints?",
    re.IGNORECASE,
)
# Columns of who serves a model, and what only those are told apart by.
HOSTS = compile_re(r"(?:api |inference |cloud )?(?:providers?|hosts?|endpoints?|platforms?)", re.IGNORECASE)
SERVED = compile_re(
    r"\b(?:tok(?:en)?s?(?:/| per )s\w*|t/s|tps|(?:output |generation )?speed|throughput|latency|TTFT|time to first)\b", re.IGNORECASE
)
PRICES = compile_re(r"\b(?:in ?(?:/|and|&) ?out|input|output|prompt|completion|tokens?|mTok)\b|/ ?1?M\b", re.IGNORECASE)
# First columns that only count or date the rows: those of a log, about whatever the article is about.
LOG = compile_re(r"#|no\.?|dates?|when|steps?|iterations?|epochs?|runs?|rounds?|checkpoints?|stages?|phases?", re.IGNORECASE)
# Columns of what takes the place of the model of a row.
REPLACEMENT = compile_re(
    r"(?:(?:recommended|suggested) )?(?:replacements?|substitutes?|alternatives?|successors?)(?: models?)?|migrate to|replaced (?:by|with)",
    re.IGNORECASE,
)
# Columns of plans, which may be followed by the models that a plan includes.
PLANS = compile_re(r"(?:(?:pricing |subscription )?(?:plan|tier)|subscription)s?(?: name)?", re.IGNORECASE)
# Columns that tell what happened.
EVENTS = compile_re(r"(?:key |main |major )?(?:events?|milestones?|what happened|developments?|happenings?|news)", re.IGNORECASE)
# Columns that tell who came out best.
VERDICT = compile_re(r"(?:overall )?(?:winner|best(?: model)?|leader|edge|verdict|advantage)", re.IGNORECASE)
# Columns of remarks, whose cells are read as prose.
REMARK = compile_re(
    rf"(?:[\w-]+ )?(?:notes?|comments?|remarks?|highlights?)|description|(?:key )?features?|best for|why|{STRENGTHS}", re.IGNORECASE
)
