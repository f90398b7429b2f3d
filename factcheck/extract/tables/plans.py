"""The plans of products, as headers and notes name them: "Pro", "Max 5x", "$20/month (Plus)"."""

from __future__ import annotations

import re

from factcheck.extract.forms.plan_names import PLAN_NAME
from factcheck.extract.tables.flavours import plain
from factcheck.patterns import compile_re

NOTE = compile_re(r"\((?P<note>[^()]+)\)\W*$")
PLAN = compile_re(rf"(?:the )?(?P<plan>{PLAN_NAME})(?: plan| tier| subscription)?", re.IGNORECASE)


def plan_in(text: str) -> str | None:
    """The plan that a text names, if it is nothing else.

    >>> plan_in("**Pro plan**"), plan_in("Max 5x"), plan_in("Annual")
    ('pro', 'max 5x', None)
    """
    plan = PLAN.fullmatch(text.strip(" *_"))
    return plain(plan["plan"]) if plan else None


def noted_plan(text: str) -> str | None:
    """The plan that the brackets at the end of a text name.

    >>> noted_plan("$20/month (Plus)"), noted_plan("$20 (billed yearly)"), noted_plan("$20")
    ('plus', None, None)
    """
    note = NOTE.search(text)
    return plan_in(note["note"]) if note else None
