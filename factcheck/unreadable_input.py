"""An article that could not be read.

## What it checks
Every path that is named leads to an article: a file that is there, that may be read, and that is text in UTF-8; a folder or a pattern
with at least one article in it.

## Why it matters
A check that passes because it looked at nothing is worse than none. So this is always an error, and the exit code is 2.

## What to write instead
The path without its typing mistake. A file in another encoding is saved as UTF-8, a document of a word processor as text, Markdown or
HTML.

## How it can be wrong
A folder of articles may be empty on purpose; then leave it out.
"""

from __future__ import annotations

from factcheck.findings import Rule

RULE = Rule("FC901", "unreadable-input", "error", "the article could not be read")
