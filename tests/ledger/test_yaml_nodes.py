"""Strict YAML: what values become, where they stand, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.ledger.yaml_nodes import Digits, Value, read

VALUES: list[tuple[str, Value]] = [
    ("no", "no"),
    ("on", "on"),
    ("Yes", "Yes"),
    ("12:30", "12:30"),
    ("2026-04-08", "2026-04-08"),
    ("0x1F", "0x1F"),
    ("1_000", "1_000"),
    (".inf", ".inf"),
    ('"58"', "58"),
    ("true", True),
    ("FALSE", False),
    ("~", None),
    ("", None),
    ("null", None),
    ("<<", "<<"),
    ("[1, two]", [Digits("1"), "two"]),
    ("{b: {c: no}}", {"b": {"c": "no"}}),
    ("|\n  two\n  lines\n", "two\nlines\n"),
]
NUMBERS = ["58", "3.10", "52.0", "007", "-1", "+1.5", ".5", "5.", "1e5", "2.50E-3"]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_a_value_is_what_yaml_1_2_says(text: str, value: Value) -> None:
    assert read("f.yaml", f"a: {text}".encode())[0] == {"a": value}


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_keeps_its_digits(text: str) -> None:
    value, _, faults = read("f.yaml", f"a: {text}".encode())
    assert isinstance(value, dict) and isinstance(value["a"], Digits)
    assert (value["a"], faults) == (text, [])


@given(st.decimals(allow_nan=False, allow_infinity=False))
@settings(max_examples=200)
def test_any_decimal_is_kept_as_written(number: object) -> None:
    value, _, _ = read("f.yaml", f"- {number}".encode())
    assert value == [Digits(str(number))] and isinstance(value[0], Digits)


def test_every_value_and_key_knows_its_place() -> None:
    _, spot, _ = read("f.yaml", b"claims:\n  - id: x\n    conditions: {mode: fast}\n  - {id: y}\n")
    assert spot.find(["claims", 0, "conditions", "mode"]) == (3, 24)
    assert spot.find(["claims", 0, "conditions", "mode"], key=True) == (3, 18)
    assert spot.find(["claims", 1]) == (4, 5)
    assert spot.find(["claims", 0, "metric"]) == (2, 5), "a missing key is where its mapping begins"


FAULTS = [
    ("a: 1\nb: 2\na: 3\n", "3:1: the key 'a' stands here twice, first on line 1"),
    ("a: &x 1\n", "1:4: the anchor '&x' is not allowed"),
    ("a: *x\n", "1:4: the alias '*x' is not allowed"),
    ("a: !!int 1\n", "1:4: the tag '!!int' is not allowed"),
    ("a: !python/object:os.system {}\n", "1:4: the tag '!python/object:os.system' is not allowed"),
    ("a: 1\n---\nb: 2\n", "2:1: a second document begins here"),
    ("a:\n\tb: 1\n", "2:1: a tab: indent with spaces"),
    ("a: b: c\n", "1:5: a second ': ' where one value is expected"),
    ("a: [1, 2\nb: 3\n", "begins with '['"),
    ("a: 'x\n", "a quotation mark is opened and never closed (it begins on line 1)"),
    ("a: @x\n", "1:4: a value cannot begin with this character"),
    ("a:\n  - b\n c: 1\n", "3:2: this does not fit the lines above"),
    ("? [a]\n: 1\n", "a key must be a plain word"),
    ("a: \x00\n", "1:4: the character U+0000 cannot stand in a ledger"),
    ("a: x\u2028y\n", "1:5: the character U+2028 cannot stand in a ledger"),
    ("", "1:1: the file is empty"),
    ("# only a remark\n", "1:1: the file is empty"),
]


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_what_is_no_strict_yaml_is_a_fault_with_its_place(text: str, message: str) -> None:
    _, _, faults = read("f.yaml", text.encode())
    assert len(faults) == 1
    assert message in str(faults[0])
    assert str(faults[0]).startswith("f.yaml:")


def test_a_file_that_is_not_utf_8_is_a_fault_where_it_stops_being_so() -> None:
    (fault,) = read("f.yaml", b"a: 1\nb: \xff\n")[2]
    assert str(fault) == "f.yaml:2:4: not UTF-8 from here on: save the file as UTF-8"


def test_a_byte_order_mark_and_windows_newlines_change_nothing() -> None:
    value, spot, faults = read("f.yaml", "\ufeffa: 1\r\nb: é2\r\nc: 3\r\n".encode())
    assert (value, faults) == ({"a": Digits("1"), "b": "é2", "c": Digits("3")}, [])
    assert spot.find(["c"]) == (3, 4)


def test_all_faults_of_a_file_are_told_at_once() -> None:
    _, _, faults = read("f.yaml", b"a: &x 1\nb: *x\nb: !t 2\n")
    assert [fault.line for fault in faults] == [1, 2, 3, 3]


@given(st.text(alphabet=st.sampled_from("ab:-[]{}&*!|>'\"%@`#?,~ \n\t\r0.5é\u2028\x00"), max_size=60))
@settings(max_examples=200)
def test_no_text_crashes_the_reader(text: str) -> None:
    value, _, faults = read("f.yaml", text.encode())
    assert value is None or isinstance(value, bool | str | list | dict)
    assert all(fault.line >= 1 and fault.column >= 1 and fault.message for fault in faults)


@given(st.binary(max_size=60))
@settings(max_examples=100)
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    _, _, faults = read("f.yaml", data)
    assert all(fault.path == "f.yaml" for fault in faults)


def test_deep_nesting_is_no_crash() -> None:
    read("f.yaml", b"[" * 20_000)
