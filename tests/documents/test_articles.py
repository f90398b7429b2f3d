"""Which files a command line means."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.documents import find


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder to lay files in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lay(top: Path, *paths: str) -> None:
    for path in paths:
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_text("Words")


def test_a_folder_means_the_articles_below_it(here: Path) -> None:
    lay(here, "b.md", "a.txt", "c.py", "D.HTML", "x/e.markdown", "x/f.mdx", "x/y/g.htm", "x/h.json")
    lay(here, ".hidden/a.md", ".draft.md", "node_modules/a.md", "x/.venv/a.md", "x/venv/a.md")
    assert find(["."]) == (["D.HTML", "a.txt", "b.md", "x/e.markdown", "x/f.mdx", "x/y/g.htm"], [])
    assert find(["x/"]) == (["x/e.markdown", "x/f.mdx", "x/y/g.htm"], [])
    assert find([str(here / "x" / "y")]) == ([f"{here.as_posix()}/x/y/g.htm"], [])


def test_a_file_is_taken_as_it_is(here: Path) -> None:
    lay(here, "c.py", ".draft.md", "node_modules/a.md", "[a].md")
    (here / ".gitignore").write_text("*\n")
    assert find(["c.py", ".draft.md", "node_modules/a.md", "[a].md"]) == (["c.py", ".draft.md", "node_modules/a.md", "[a].md"], [])


def test_paths_come_once_in_the_order_they_are_named(here: Path) -> None:
    lay(here, "a.md", "b.md", "x/c.md")
    assert find(["./b.md", "x", ".", ".//a.md", "b.md", "-", "-"]) == (["b.md", "x/c.md", "a.md", "-"], [])


def test_a_file_named_like_standard_input(here: Path) -> None:
    lay(here, "-")
    assert find(["./-"]) == (["./-"], [])


def test_globs_that_no_shell_expanded(here: Path) -> None:
    lay(here, "a.md", "b.txt", "c.rst", "d.png", "x/e.md", "x/y/f.md", "z/g.txt")
    assert find(["*.md"]) == (["a.md"], [])
    assert find(["**/*.md"]) == (["a.md", "x/e.md", "x/y/f.md"], [])
    assert find(["*.rst"]) == (["c.rst"], [])
    assert find(["[ab].*"]) == (["a.md", "b.txt"], [])
    assert find(["?"]) == (["x/e.md", "x/y/f.md", "z/g.txt"], [])
    assert find(["x/**"]) == (["x/e.md", "x/y/f.md"], [])


def test_problems_do_not_hide_what_is_there(here: Path) -> None:
    lay(here, "a.md", "x/b.py")
    files, problems = find(["no.md", "a.md", "x", "*.html", "", "a\0b"])
    assert files == ["a.md"]
    assert problems == [
        "no.md: there is no such file or folder; check the spelling of the path",
        "x: there is no article in this folder; articles end in .txt, .md, .markdown, .mdx, .html, .htm",
        "*.html: no article matches this pattern",
        ": there is no such file or folder; check the spelling of the path",
        "a\0b: there is no such file or folder; check the spelling of the path",
    ]


def test_a_folder_that_cannot_be_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    lay(here, "x/a.md", "y/b.md")
    scandir = os.scandir

    def denied(path: Path) -> object:
        if Path(path).name == "x":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denied)
    assert find(["."]) == (["y/b.md"], ["x: this folder cannot be read: Permission denied"])


IGNORED = [
    ("drafts/", ["drafts/a.md", "x/drafts/b.md"], ["drafts.md", "x/a.md"]),
    ("/drafts", ["drafts/a.md"], ["x/drafts/b.md"]),
    ("x/drafts", ["x/drafts/a.md"], ["y/x/drafts/a.md"]),
    ("*.txt", ["a.txt", "x/b.txt"], ["a.md"]),
    ("draft-?.md", ["draft-1.md"], ["draft-12.md"]),
    ("draft-[0-9].md", ["draft-1.md"], ["draft-a.md"]),
    ("draft-[!0-9].md", ["draft-a.md"], ["draft-1.md"]),
    ("**/old/*.md", ["old/a.md", "x/y/old/b.md"], ["old/x/a.md"]),
    ("x/**", ["x/a.md", "x/y/a.md"], ["a.md"]),
    ("x/**/z.md", ["x/z.md", "x/y/y/z.md"], ["z.md"]),
    ("# a.md\n\n\\#b.md\nc.md   ", ["#b.md", "c.md"], ["a.md"]),
    ("*.md\n!keep.md", ["a.md"], ["keep.md", "x/keep.md"]),
    ("x/\n!x/keep.md", ["x/keep.md"], ["keep.md"]),
    ("a.md\r\nb.md\r\n", ["a.md", "b.md"], ["c.md"]),
    ("[\n!\n/\n\\\n[]a].md", ["a.md"], ["b.md"]),
]


@pytest.mark.parametrize(("lines", "out", "kept"), IGNORED, ids=[lines for lines, _, _ in IGNORED])
def test_gitignore(here: Path, lines: str, out: list[str], kept: list[str]) -> None:
    lay(here, *out, *kept)
    (here / ".gitignore").write_text(lines, newline="")
    files, _ = find(["."])
    assert sorted(files) == sorted(kept)


def test_gitignore_of_inner_and_outer_folders(here: Path) -> None:
    lay(here, "posts/a.md", "posts/b.md", "posts/x/a.md", "posts/x/c.md", "posts/x/b.md")
    (here / ".gitignore").write_text("/posts/a.md\nc.md\n")
    (here / "posts/x/.gitignore").write_text("/b.md\n!c.md\n")
    assert find(["posts"])[0] == ["posts/a.md", "posts/b.md", "posts/x/a.md", "posts/x/c.md"]  # no checkout: nothing from above
    (here / ".git").mkdir()
    assert find(["posts"])[0] == ["posts/b.md", "posts/x/a.md", "posts/x/c.md"]
    assert find(["posts/x"])[0] == ["posts/x/a.md", "posts/x/c.md"]
