"""Who is named as the source of the cells of a table."""

from __future__ import annotations

import re

from factcheck.documents import Block
from factcheck.documents.document import Text
from factcheck.extract.names.pieces import pieces
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.voices.notes import OWN_PAPER, Note, Notes
from factcheck.extract.voices.publishers import MAKER, host, maker_of, publisher
from factcheck.extract.voices.source_words import OFFICIAL
from factcheck.patterns import compile_re

SOURCE_HEADER = compile_re(
    r"(?:data |primary |official )?(?:sources?|references?|refs?\.?|evaluators?|citations?|provenance|announcements?"
    r"|pricing page|release notes|urls?|by)"
    r"|(?:reported|measured|tested|evaluated|published|benchmarked|announced|run) by|source links?",
    re.IGNORECASE,
)
SOURCE = compile_re(r"\W*source\W*", re.IGNORECASE)


def of_cells(block: Block, notes: Notes, vocabulary: Vocabulary) -> dict[int, Notes]:
    """Who is named as the source of a table's cells, by the identity of the cell; `notes` are those of the section.

    It is named by a sign on the cell or its labels that a note explains, in brackets in the cell, in its header or its row label, in
    the row's column of sources, in a link called so, or for the whole table in brackets in its first header.
    """
    heads, body = block.rows[: block.header_rows], block.rows[block.header_rows :]
    width = len(block.rows[0]) if block.rows else 0
    titles = [" ".join(row[c].text for row in heads) for c in range(width)]
    columns = [c for c in range(width) if SOURCE_HEADER.fullmatch(titles[c].strip(" *"))]
    of_column = [in_brackets(title, vocabulary) for title in titles]
    out: dict[int, Notes] = {}
    for row in body:
        told: list[str | None] = []
        for column, cell in enumerate(row):
            given = [link for link in cell.links if column in columns or SOURCE.fullmatch(cell.text[link.start : link.end])]
            if not given and not (column in columns and cell.text.strip()):
                continue
            name = in_column(cell, vocabulary) if column in columns else None
            told.append(name or next((id_ for link in given if (id_ := host(link.url, vocabulary))), None))
        label = in_brackets(row[0].text, vocabulary)
        for column, cell in enumerate(row):
            told_by = next(
                (n.source for n in notes if n.mark and any(t.strip().endswith(n.mark) for t in (cell.text, titles[column], row[0].text))),
                None,
            )
            near = told_by or (MAKER if OFFICIAL.search(cell.text) else None) or label or of_column[column]
            if near or told or of_column[0]:
                source = near or (next((n for n in told if n), None) if told else of_column[0])
                out[id(cell)] = (Note(source),) if source else ()
    return out


def in_column(cell: Text, vocabulary: Vocabulary) -> str | None:
    """Whom a cell in a column of sources names: a publisher, or the maker by a paper of its own."""
    named = publisher(cell.text.strip(" *()[]@"), vocabulary)
    return named or (MAKER if OWN_PAPER.search(cell.text) or OFFICIAL.search(cell.text) else None)


def in_brackets(label: str, vocabulary: Vocabulary) -> str | None:
    """Who a label names in brackets: "Score (Epoch)", "GPQA (self-reported)"; "Aurora 2 (Borealis)" says who makes it."""
    if OFFICIAL.search(label):
        return MAKER
    named = [id_ for m in re.finditer(r"[(\[]([^()\[\]]+)[)\]]", label) if (id_ := publisher(m[1].strip(), vocabulary))]
    makers = {maker_of(n.id, vocabulary) for n in vocabulary.subject_names.find(label, pieces(label)) if n.id not in named} if named else ()
    return next((id_ for id_ in named if id_ not in makers), None)
