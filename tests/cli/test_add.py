"""`factcheck add`: one claim, in the right file, or none."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from factcheck.ledger.load import load
from factcheck.ledger.model import Claim
from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]
ROOT = Path(__file__).parents[2]

BY_HAND = """\
# Acme's owl; the odd quotes are meant
subject: acme-owl
claims:
  # exams
  - {metric: long-exam, value: 58, conditions: {mode: deep}, by: acme, sources: [acme-1]}   # as told
  - metric: long-exam
    value: 42.8
    sources: ['acme-1']

  # other
  - {metric: quiz, value: 71, by: acme, sources: [acme-1]}
"""
LEAVING = ("\x03", "\x04")  # Ctrl-C, Ctrl-D
OWL = ("--subject", "acme owl", "--metric", "Long Exam")


@pytest.fixture
def claims(folder: Path) -> Path:
    path = folder / "claims/acme-owl.yaml"
    path.write_text(BY_HAND, encoding="utf-8")
    return path


def claim(folder: Path, id_: str) -> Claim:
    return load([folder]).claims[id_]


def kept(before: str, after: str) -> bool:
    """Whether every line of a text is still there, in its order."""
    left = iter(after.splitlines())
    return all(line in left for line in before.splitlines())


def test_a_claim_stands_beside_its_like(factcheck: Run, claims: Path, folder: Path) -> None:
    done = factcheck("add", *OWL, "--value", "39.90%", "--condition", "mode=Deep, tools=with", "--by", "gauge lab", "--source", "gauge")
    assert (done.code, done.err) == (0, "")
    assert done.out == "claims/acme-owl.yaml:10: acme-owl.long-exam.deep.with-tools.gauge-lab added\n"
    after = claims.read_text(encoding="utf-8")
    assert kept(BY_HAND, after) and after.index("39.90") < after.index("# other")
    added = claim(folder, "acme-owl.long-exam.deep.with-tools.gauge-lab")
    assert (str(added.value), added.sources, added.place.line) == (str(added.value), ("gauge",), 10)


def test_everything_a_claim_can_say(factcheck: Run, claims: Path, folder: Path) -> None:
    options = ("--op", ">=", "--headline", "--as-of", "2026-04-09", "--until", "2026-06", "--status", "superseded", "--id", "x")
    assert factcheck("add", *OWL, "--value", "60..62", "--source", "gauge", "--note", "so: it is", *options).code == 0
    added = claim(folder, "x")
    assert (added.op, added.headline, added.status, added.note) == (">=", True, "superseded", "so: it is")
    assert added.as_of and added.until and added.until.written == "2026-06"


@pytest.mark.parametrize(
    ("value", "metric", "written"),
    [
        ("58", "long-exam", "58"),
        ("58.50 %", "long-exam", "58.50"),
        ("[57, 58]", "long-exam", "[57, 58]"),
        ("200K", "context-window", "200000"),
        ("1.05M", "context-window", "1050000"),
        ("200,000", "context-window", "200000"),
    ],
)
def test_values_as_people_write_them(factcheck: Run, claims: Path, value: str, metric: str, written: str) -> None:
    factcheck("add", "--subject", "acme-owl", "--metric", metric, "--value", value, "--source", "gauge", "--by", "gauge-lab")
    assert f"    value: {written}\n    by: gauge-lab\n" in claims.read_text(encoding="utf-8")


WRONG = [
    (
        ("--subject", "Acme Owll", "--metric", "quiz", "--value", "1", "--source", "gauge"),
        "no subject 'Acme Owll': did you mean 'Acme Owl'?",
    ),
    (("--subject", "acme-owl", "--metric", "quizz", "--value", "1", "--source", "gauge"), "no metric 'quizz': did you mean 'quiz'?"),
    ((*OWL, "--value", "1", "--source", "gaug"), "no source 'gaug': did you mean 'gauge'?"),
    ((*OWL, "--value", "1", "--source", "gauge", "--by", "Gauge Lap"), "did you mean 'Gauge Lab'?"),
    ((*OWL, "--value", "101%", "--source", "gauge"), "101 is out of range"),
    ((*OWL, "--value", "a lot", "--source", "gauge"), "is a number of percent"),
    ((*OWL, "--value", "62..60", "--source", "gauge"), "from low to high"),
    ((*OWL, "--value", "1", "--unit", "tokens", "--source", "gauge"), "unit 'tokens' cannot be converted"),
    ((*OWL, "--value", "1", "--op", "<>", "--source", "gauge"), "op '<>' is none of"),
    ((*OWL, "--value", "1", "--condition", "deep", "--source", "gauge"), "condition 'deep' is not understood"),
    ((*OWL, "--value", "1", "--as-of", "May", "--source", "gauge"), "'May' is no date"),
    ((*OWL, "--value", "1", "--as-of", "2026-05", "--until", "2026-04", "--source", "gauge"), "until is before as_of"),
    ((*OWL, "--value", "1", "--status", "currant", "--source", "gauge"), "did you mean 'current'?"),
    ((*OWL, "--value", "1", "--source", "gauge", "--replaces", "acme-owl.long"), "no claim 'acme-owl.long' to replace"),
    ((*OWL, "--value", "1", "--publisher", "Acme"), "no title"),
    ((*OWL, "--value", "1", "--publisher", "Acme", "--title", "x", "--source-kind", "blog"), "no kind of source 'blog'"),
    ((*OWL, "--value", "1", "--publisher", "Acme", "--title", "x", "--source-kind", "press", "--published", "May"), "is no date"),
    (("--subject", "X", "--subject-kind", "mod", "--metric", "quiz", "--value", "1", "--source", "gauge"), "did you mean 'model'?"),
    (("--subject", "acme-owl", "--metric", "X", "--metric-kind", "score", "--value", "1", "--source", "gauge"), "no unit of X"),
    ((*OWL, "--value", "42.8", "--source", "gauge", "--by", "acme"), "acme-owl.yaml:10:5: the same claim as claims/acme-owl.yaml:6"),
    ((*OWL, "--value", "1"), "give --source as well, or run this in a terminal"),
    ((), "give --subject and --metric and --value and --source as well"),
]


@pytest.mark.parametrize(("options", "message"), WRONG)
def test_what_would_not_be_sound_is_refused_and_nothing_written(
    factcheck: Run, claims: Path, folder: Path, options: Sequence[str], message: str
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    done = factcheck("add", *options)
    assert done.code == 2 and message in done.err and "Traceback" not in done.err
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_a_new_source_is_entered_beside_those_of_its_publisher(factcheck: Run, claims: Path, folder: Path) -> None:
    new = ("--publisher", "Gauge Lab", "--title", "Results of May, again", "--source-kind", "evaluator", "--published", "2026-05-02")
    done = factcheck("add", *OWL, "--value", "40", "--source", "https://gauge.example/may", *new)
    assert done.code == 0
    source = load([folder]).sources["gauge-lab-results-of-may-again"]
    assert (source.url, source.kind) == ("https://gauge.example/may", "evaluator")
    assert "gauge-lab-results" in (folder / "sources/acme.yaml").read_text(encoding="utf-8")
    assert factcheck("add", *OWL, "--value", "41", "--condition", "tools=with", "--source", "https://gauge.example/may").code == 0


def test_a_new_subject_and_a_new_metric(factcheck: Run, claims: Path, folder: Path) -> None:
    options = ("--subject", "Acme Hawk 2", "--subject-kind", "model", "--maker", "Acme", "--metric", "Nest Price", "--metric-kind", "price")
    done = factcheck("add", *options, "--metric-unit", "usd", "--value", "$2.50", "--source", "acme-1")
    assert done.code == 0 and done.out.startswith("claims/acme/acme-hawk-2.yaml:4: acme-hawk-2.nest-price.acme added")
    ledger = load([folder])
    assert ledger.subjects["acme-hawk-2"].maker == "acme" and ledger.metrics["nest-price"].unit == "usd"


def test_a_claim_that_is_replaced_is_ended(factcheck: Run, claims: Path, folder: Path) -> None:
    done = factcheck("add", *OWL, "--value", "43", "--source", "acme-1", "--replaces", "acme-owl.long-exam.acme")
    assert done.code == 0
    assert [(str(one.value.value), one.status) for one in load([folder]).about("acme-owl", "long-exam")] == [  # type: ignore[union-attr]
        ("58", "current"),
        ("42.8", "superseded"),
        ("43", "current"),
    ]


def test_a_claim_of_an_earlier_ledger_is_ended_by_its_id(factcheck: Run, claims: Path, folder: Path) -> None:
    layers = ("--ledger", ".", "--into", "own")
    assert factcheck("add", *OWL, "--value", "43", "--source", "acme-1", "--replaces", "acme-owl.long-exam.acme", *layers).code == 0
    assert claims.read_text(encoding="utf-8") == BY_HAND
    both = load([folder, folder / "own"]).claims
    assert (both["acme-owl.long-exam.acme"].status, both["acme-owl.long-exam.acme.2"].status) == ("superseded", "current")


def test_what_says_otherwise_without_a_reason_is_named(factcheck: Run, claims: Path) -> None:
    done = factcheck("add", *OWL, "--value", "45", "--source", "acme-1")
    assert done.code == 0 and "acme-owl.long-exam.acme (claims/acme-owl.yaml:6) says otherwise of the same" in done.err
    assert factcheck("add", *OWL, "--value", "33", "--source", "gauge").err == ""


def test_a_dry_run_writes_nothing(factcheck: Run, claims: Path, folder: Path) -> None:
    done = factcheck("add", *OWL, "--value", "43.0", "--condition", "tools=with", "--source", "gauge", "--dry-run")
    assert done.out.endswith("    value: 43.0\n    conditions: {tools: with}\n    sources: [gauge]\n") and "would be added" in done.out
    assert claims.read_text(encoding="utf-8") == BY_HAND and not (folder / ".factcheck.lock").exists()


def test_a_ledger_of_ones_own_on_top_of_another(factcheck: Run, claims: Path, folder: Path) -> None:
    options = (*OWL, "--value", "43", "--condition", "tools=with", "--source", "gauge")
    done = factcheck("add", *options, "--ledger", str(folder), "--into", "own")
    assert done.out.startswith("own/claims/acme/acme-owl.yaml:4: ") and claims.read_text(encoding="utf-8") == BY_HAND
    assert len(load([folder, folder / "own"]).claims) == 4
    done = factcheck("add", *options, "--ledger", "own", "--into", "own")
    assert done.code == 2


def test_the_ledger_that_ships_is_not_written_to(factcheck: Run, claims: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    os.chdir(tmp_path_factory.mktemp("elsewhere"))
    done = factcheck("add", "--subject", "x")
    assert done.code == 2 and "--into DIR" in done.err


def test_many_at_once_lose_nothing(claims: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "add", *OWL, "--source", "gauge", "--value"]
    environ = os.environ | {"PYTHONPATH": str(ROOT)}
    options = [[f"{n}", "--condition", f"variant=part {n}"] for n in range(6)] + [["99"], ["99"]]
    runs = [subprocess.Popen([*command, *option], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ) for option in options]
    ends = [(run.communicate(timeout=120)[1].decode(), run.returncode) for run in runs]
    assert sorted(code for _, code in ends) == [0] * 7 + [2]
    assert [message for message, code in ends if code == 2 and "the same claim as" in message]
    assert len(load([folder]).claims) == 3 + 7 and kept(BY_HAND, claims.read_text(encoding="utf-8"))
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == [".factcheck.lock"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_at_the_prompt_everything_is_asked_for(claims: Path, folder: Path) -> None:
    out, code = answered(
        [],
        ("Subject: ", "Acme Owll"),
        ("new subject? [y/N]: ", "n"),
        ("Subject: ", "acme o\t"),  # completed
        ("Metric: ", "QuizBench"),
        ("Value (percent): ", "171"),
        ("Value (percent): ", "72.5%"),
        ("Enter): ", "tools=with"),
        ("Enter): ", ""),
        ("address: ", "https://acme.example/two"),
        ("new source? [Y/n]: ", ""),
        ("publisher: ", "Acme"),
        ("title: ", "Owl, with tools"),
        ("kind [vendor]: ", ""),
        ("Published (YYYY-MM-DD): ", "2026-05"),
        ("(YYYY-MM-DD): ", ""),
        ("Enter): ", "with a browser"),
        ("Write it? [Y/n]: ", ""),
    )
    assert code == 0, out
    assert "did you mean 'Acme Owl'?" in out
    assert out.endswith("claims/acme-owl.yaml:13: acme-owl.quiz.with-tools.acme added\r\n")
    added = claim(folder, "acme-owl.quiz.with-tools.acme")
    assert (added.note, added.sources) == ("with a browser", ("acme-owl-with-tools",))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("end", LEAVING)
def test_the_prompt_can_be_left(claims: Path, end: str) -> None:
    out, code = answered(["--subject", "Acme Owl"], ("Metric: ", end))
    assert code == 130 and "Traceback" not in out and claims.read_text(encoding="utf-8") == BY_HAND


def answered(options: Sequence[str], *answers: tuple[str, str]) -> tuple[str, int]:
    """What `factcheck add` says in a terminal where each question, known by how it ends, is answered so; and its exit code."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # whatever runs the tests may have it ignored
        environ = os.environ | {"PYTHONPATH": str(ROOT), "TERM": "dumb", "INPUTRC": "/dev/null"}
        os.execve(sys.executable, [sys.executable, "-m", "factcheck", "add", *options], environ)
    out, questions, seen, until = "", list(answers), 0, time.monotonic() + 120
    asked = time.monotonic() + 10
    while time.monotonic() < until:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                data = os.read(terminal, 4096)
            except OSError:  # the terminal is closed
                break
            out += data.decode()
        if questions and questions[0][0] in out[seen:]:
            seen = len(out)
            answer = questions.pop(0)[1]
            os.write(terminal, answer.encode() if answer in LEAVING else f"{answer}\n".encode())
        elif not questions and answers[-1][1] in LEAVING and time.monotonic() > asked:
            os.write(terminal, answers[-1][1].encode())  # it came before anybody listened
            asked += 2
    else:
        os.kill(child, signal.SIGKILL)
    return out, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
