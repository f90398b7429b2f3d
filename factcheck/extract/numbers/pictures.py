"""How large pictures are: "1216×704", "640 x 360 pixels", "1920 by 1080", each a width and a height."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re
from factcheck.values import Number

PICTURE = compile_re(
    r"(?<![\w.,-])(?P<width>[1-9]\d{2,4})(?:[ \u00a0]?[x×X*][ \u00a0]?|[ \u00a0]by[ \u00a0])(?P<height>[1-9]\d{2,4})"
    r"(?=[ \u00a0]?p(?:x|ixels?)\b|[x×X]\d|(?![\w%-]|[.,]\d))(?:[ \u00a0]?p(?:x|ixels?)\b)?"
)
# What a picture is cut into has sides of its own: "patches of 384x384, instead of 364x364", "each 448x448 tile".
PIECES_OF = compile_re(r"\b(?:patch|tile|crop|sub-?image)(?:es|s)? (?:of|at|with|sized?) [^.;:()\n]{0,40}$", re.IGNORECASE)
PIECE = compile_re(r"[ -](?:pixel |px )?(?:image |input )?(?:patch|tile|crop)", re.IGNORECASE)


def pictures(text: str) -> Iterator[Quantity]:
    """The widths and heights that a text gives together.

    >>> [(q.unit, int(q.value.value)) for q in pictures("at 1216×704, or 1920 by 1080 pixels, on 8x100 cards")]
    [('width', 1216), ('height', 704), ('width', 1920), ('height', 1080)]
    """
    for match in PICTURE.finditer(text):
        if PIECES_OF.search(text, 0, match.start()) or PIECE.match(text, match.end()):
            continue
        for side in ("width", "height"):
            start, end = match.span(side)
            value = Number(Decimal(match[side]), Decimal(1))
            yield Quantity(start, end, start, match.end() if side == "height" else end, value, "pixels", side)
