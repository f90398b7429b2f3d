"""What the tests of all readers ask of a document."""

from __future__ import annotations

from factcheck.documents import Document
from factcheck.documents.document import visible


def outline(document: Document) -> list[str]:
    """A line a block: "heading2 Words", "paragraph Words", "table/1 A | B // 1 | 2" with the number of header rows."""
    lines: list[str] = []
    for block in document.blocks:
        if block.kind == "table":
            rows = " // ".join(" | ".join(cell.text for cell in row) for row in block.rows)
            lines.append(f"table/{block.header_rows} {rows}")
        else:
            lines.append(f"{block.kind}{block.level or ''} {block.text.text}")
    return lines


def texts(document: Document) -> list[str]:
    return [text.text for text in visible(document.blocks)]


def assert_true_to_file(document: Document) -> None:
    """Runs cover every text without gaps, go forward in the file and lie in it; a stretch that is as long in the file as it
    is in the text reads the same there, but for white space; nothing begins or ends with a blank; rows are equally long."""
    source = document.source
    for text in visible(document.blocks):
        assert text.text == text.text.strip()
        at = end = 0
        for i, run in enumerate(text.runs):
            after = text.runs[i + 1].at if i + 1 < len(text.runs) else len(text.text)
            assert run.at == at < after
            assert end <= run.start < run.end <= len(source)
            piece, original = text.text[run.at : after], source[run.start : run.end]
            if len(piece) == len(original):
                assert all(a == b or (a in " \n" and b.isspace()) for a, b in zip(piece, original, strict=True))
                assert text.span(run.at, after) == (run.start, run.end)
            at, end = after, run.end
        assert at == len(text.text)
        for link in text.links:
            assert 0 <= link.start <= link.end <= len(text.text)
    for block in document.blocks:
        assert (block.kind == "table") == bool(block.rows)
        assert len({len(row) for row in block.rows}) <= 1
        assert 0 <= block.header_rows <= len(block.rows)
        assert block.kind == "table" or block.text.text or block.text.links
    for span, inner in document.comments:
        assert all(word in source[span.start : span.end] for word in inner.split())
