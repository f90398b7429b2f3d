"""Records of the ledger as JSON, and the JSON of the commands that show them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from factcheck.ledger.conflicts import Group
from factcheck.ledger.layers import Origin
from factcheck.ledger.model import Claim, Ledger, Source, Subject
from factcheck.ledger.search import Hit
from factcheck.values import as_json

VERSION = 1


def dump(content: Mapping[str, Any]) -> str:
    """What a command prints for programs."""
    return json.dumps({"version": VERSION, **content}, ensure_ascii=False, indent=2) + "\n"


def conflicts_json(groups: Sequence[Group]) -> str:
    """What `factcheck conflicts --format json` prints."""
    return dump({"groups": [_group(group) for group in groups]})


def subject_json(subject: Subject, claims: Sequence[Claim], ledger: Ledger, today: date, origins: Mapping[str, Sequence[Origin]]) -> str:
    """What `factcheck show --format json` prints; `origins` are given where they were asked for."""
    extra = ("subject", "metric", "headline", "note")

    def more(claim: Claim) -> dict[str, Any]:
        day = ledger.day_of(claim)
        told = {key: getattr(claim, key) for key in extra}
        told |= {"until": as_json(claim.until), "age_days": (today - day).days if day else None}
        return told | ({"origin": [_origin(one) for one in origins[claim.id]]} if origins else {})

    return dump(
        {
            "subject": {
                "id": subject.id,
                "name": subject.name,
                "kind": subject.kind,
                "maker": subject.maker,
                "aliases": list(subject.aliases),
                "released": as_json(subject.released),
            },
            "claims": [_claim(claim) | more(claim) for claim in claims],
        }
    )


def hits_json(hits: Sequence[Hit]) -> str:
    """What `factcheck search --format json` prints."""
    return dump({"hits": [hit._asdict() for hit in hits]})


def sources_json(sources: Sequence[Source], uses: Mapping[str, int]) -> str:
    """What `factcheck sources --format json` prints; `uses` counts the claims of a source."""
    return dump(
        {
            "sources": [
                {
                    "id": source.id,
                    "publisher": source.publisher,
                    "title": source.title,
                    "kind": source.kind,
                    "published": as_json(source.published),
                    "url": source.url,
                    "archived": source.archived,
                    "claims": uses.get(source.id, 0),
                }
                for source in sources
            ]
        }
    )


def faults_json(faults: Sequence[str]) -> str:
    """What `factcheck validate --format json` prints of an unsound ledger."""
    return dump({"faults": [_fault(line) for line in faults]})


def ledger_json(ledger: Ledger) -> str:
    """What `factcheck validate --format json` prints of a sound one."""
    counts = {name: len(getattr(ledger, name)) for name in ("claims", "subjects", "metrics", "sources")}
    return dump({"faults": [], "ledger": {"version": ledger.version, **counts, "newest": ledger.newest}})


def _fault(line: str) -> dict[str, Any]:
    fault = re.match(r"(.*?):(\d+):(\d+): (.*)", line, re.DOTALL)
    assert fault  # as LedgerError promises
    return {"path": fault[1], "line": int(fault[2]), "column": int(fault[3]), "message": fault[4]}


def _group(group: Group) -> dict[str, Any]:
    return {
        "subject": group.subject,
        "metric": group.metric,
        "reasons": list(group.reasons),
        "explained": group.explained,
        "claims": [_claim(claim) for claim in group.claims],
    }


def _origin(origin: Origin) -> dict[str, Any]:
    place = origin.place
    return {"ledger": origin.ledger, "path": place.path, "line": place.line, "column": place.column, "value": as_json(origin.claim.value)}


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "value": as_json(claim.value),
        "unit": claim.unit,
        "op": claim.op,
        "conditions": dict(claim.conditions),
        "by": claim.by,
        "sources": list(claim.sources),
        "as_of": as_json(claim.as_of),
        "status": claim.status,
    }
