"""Damage of every kind to the example reports: there is always an answer, and its places are right.

The damage is the same in every run, so a failure can be repeated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_disclosure.api import Selection, lint_file, load_rules
from lint_disclosure.finding import FileResult
from lint_disclosure.place import LineSpan, Location
from lint_disclosure.render import BINARY, FORMATS, Settings, renderer
from lint_disclosure.render.totals import Totals
from lint_disclosure.report.folding import Folding
from lint_disclosure.report.text_match import squeeze
from tests.render.output import texts

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXTS = {
    path.name: path.read_text(encoding="utf-8")
    for path in sorted(EXAMPLES.iterdir())
    if path.suffix in (".txt", ".md") and path.name != "README.md"
}
CLEAN = [text for name, text in TEXTS.items() if name.startswith("clean")]
PACK = load_rules()
FOLDING = Folding(PACK.characters)
EVERYTHING = Selection(profile="all")
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Kinds of characters that steer a terminal or cannot be seen on it."""

STATUSES = ("checked", "partly_checked", "not_a_report", "unreadable")
MOST_SECONDS = 20
"""Far more than any text needs, so that a busy machine breaks no test."""

CHARACTERS = (
    "|｜\t 　\r\n,，、。；：.;:（）()《》“”\"'#*+-—/_…%"
    "0123456789０５①²一二十零〇年月日件条其中共无"
    "\x00\x07\x08\x0b\x0c\x1b\x7f\x85\x9b\u200b\u202e\u2028\u2066\ufeff\ufffd𠮷🙂é"
)

Edit = Callable[[str, int, int, str], str]


def cut(text: str, first: int, second: int, char: str) -> str:
    return text[: first % (len(text) + 1)]


def drop(text: str, first: int, second: int, char: str) -> str:
    at = first % (len(text) + 1)
    return text[:at] + text[at + second % 40 :]


def replace(text: str, first: int, second: int, char: str) -> str:
    at = first % (len(text) + 1)
    return text[:at] + char + text[at + 1 :]


def insert(text: str, first: int, second: int, char: str) -> str:
    at = first % (len(text) + 1)
    return text[:at] + char * (1 + second % 3) + text[at:]


def replace_everywhere(text: str, first: int, second: int, char: str) -> str:
    return text.replace(text[first % len(text)], char) if text else char


def widen(text: str, first: int, second: int, char: str) -> str:
    """The digits of a stretch in full width."""
    at = first % (len(text) + 1)
    stretch = re.sub("[0-9]", lambda digit: chr(ord(digit[0]) + 0xFEE0), text[at : at + 200])
    return text[:at] + stretch + text[at + 200 :]


def delete_line(text: str, first: int, second: int, char: str) -> str:
    lines = text.split("\n")
    del lines[first % len(lines)]
    return "\n".join(lines)


def double_line(text: str, first: int, second: int, char: str) -> str:
    lines = text.split("\n")
    lines.insert(second % len(lines), lines[first % len(lines)])
    return "\n".join(lines)


def swap_lines(text: str, first: int, second: int, char: str) -> str:
    lines = text.split("\n")
    one, other = first % len(lines), second % len(lines)
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def join_lines(text: str, first: int, second: int, char: str) -> str:
    lines = text.split("\n")
    at = first % len(lines)
    return "\n".join([*lines[:at], char.join(lines[at : at + 2 + second % 3])])


def part_otherwise(text: str, first: int, second: int, char: str) -> str:
    """The cells of some lines behind each other, or with something else between them."""
    lines = text.split("\n")
    at = first % len(lines)
    for number in range(at, min(at + 1 + second % 4, len(lines))):
        lines[number] = re.sub(r" ?[|\t] ?", char if second % 3 else "", lines[number])
    return "\n".join(lines)


def blank_cell(text: str, first: int, second: int, char: str) -> str:
    cells = list(re.finditer(r"(?<=[|\t])[^|\t\n]+(?=[|\t\n])|(?m:^\d+$)", text))
    if not cells:
        return text
    start, end = cells[first % len(cells)].span()
    return text[:start] + " " * (second % 3) + text[end:]


EDITS: list[Edit] = [
    cut, drop, replace, insert, replace_everywhere, widen, delete_line, double_line, swap_lines,
    join_lines, part_otherwise, blank_cell, blank_cell, replace, insert,
]  # fmt: skip

steps = st.tuples(
    st.sampled_from(EDITS), st.integers(0, 9999), st.integers(0, 9999), st.sampled_from(CHARACTERS)
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(list(TEXTS.values())))
    for edit, first, second, char in draw(st.lists(steps, min_size=1, max_size=6)):
        text = edit(text, first, second, char)
    return text


@st.composite
def damaged_bytes(draw: st.DrawFn) -> bytes:
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"]))
    data = bytearray(draw(damaged()).encode(encoding, errors="replace"))
    for at, byte in draw(st.lists(st.tuples(st.integers(0, 9999), st.integers(0, 255)))):
        if data:
            data[at % len(data)] = byte
    return bytes(data)


def examined(data: bytes, *, partial: bool = False) -> FileResult:
    """The result for a text, once all that must hold for every text was seen to hold."""
    result = lint_file("report.txt", pack=PACK, selection=EVERYTHING, partial=partial, data=data)
    assert result.status in STATUSES
    if result.source is None:
        assert result.findings == ()
        assert result.reason
    else:
        assert sum(result.outcomes) == len(PACK.rules)
        lines = re.split(r"\r\n|\r|\n", result.source.text)
        for location, raw in places(result):
            text = text_at(lines, location)
            assert raw is None or plain(raw) == plain(text)
    shown(result)
    return result


def places(result: FileResult) -> Iterator[tuple[Location, str | None]]:
    """All places of the findings, and the text that must stand there where it is known."""
    for finding in result.findings:
        assert finding.message
        assert not re.search(r"\{\w*\}", finding.message + finding.help)
        for location in (finding.location, *(one.location for one in finding.related)):
            if location is not None:
                yield location, None
        if finding.equation is not None:
            for term in (*finding.equation.left, *finding.equation.right):
                if term.location is not None:
                    yield term.location, term.raw


def text_at(lines: list[str], location: Location) -> str:
    """The text at a place, by line and column alone; every part lies inside the text."""
    first = LineSpan(*location[:4])
    pieces = []
    for part in location.parts or (first,):
        assert (1, 1) <= part[:2] <= part[2:]
        assert part.column <= len(lines[part.line - 1]) + 1
        assert part.end_column <= len(lines[part.end_line - 1]) + 1
        inside = lines[part.line - 1 : part.end_line]
        inside[-1] = inside[-1][: part.end_column - 1]
        inside[0] = inside[0][part.column - 1 :]
        pieces.append("\n".join(inside))
    return "".join(pieces)


def plain(text: str) -> str:
    """As patterns see it: signs and characters of one form, no blanks."""
    return squeeze(FOLDING.fold(text))


def shown(result: FileResult) -> None:
    """Every format can show it, and nothing reaches the terminal but printable characters."""
    for name in set(FORMATS) - BINARY:
        output = renderer(name, Settings(lang="zh", version="0"))
        totals = Totals()
        totals.add(result)
        text = output.begin() + output.file(result) + texts(output.end(totals))
        if name == "csv":
            text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        if name == "markdown":
            text = text.replace("@\u200b", "@").replace("#\u200b", "#")
        assert {char for char in set(text) - {"\n"} if category(char) in UNSEEN} == set()
        if name == "json":
            assert json.loads(text)["files"][0]["status"] == result.status


fuzzed = settings(max_examples=300, derandomize=True, database=None, deadline=None)


@fuzzed
@given(damaged(), st.booleans())
def test_a_damaged_report(text: str, partial: bool) -> None:
    examined(text.encode(), partial=partial)


@fuzzed
@given(damaged_bytes())
def test_damaged_bytes(data: bytes) -> None:
    examined(data)


@fuzzed
@given(st.binary(max_size=400))
def test_random_bytes_are_no_report(data: bytes) -> None:
    assert examined(data).status in ("not_a_report", "unreadable")


SIGNATURES = (
    b"PK\x03\x04", b"PK\x03\x04word/document.xml", b"PK\x03\x04xl/workbook.xml",
    b"PK\x03\x04OFD.xml", b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    b"%PDF-1.7\n", b"<!doctype html><table><tr><td>", b"\xff\xfe<\0h\0t\0m\0l\0>\0",
    b"Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>",
)  # fmt: skip


@settings(fuzzed, max_examples=400)
@given(st.sampled_from(SIGNATURES), st.binary(max_size=400))
def test_random_bytes_behind_a_signature_are_no_report(signature: bytes, data: bytes) -> None:
    result = examined(signature + data)
    assert result.status in ("not_a_report", "unreadable")
    assert "内部错误" not in (result.reason or "")


@fuzzed
@given(st.sampled_from(CLEAN), st.integers(0, 9999))
def test_nothing_is_missing_behind_a_cut(text: str, at: int) -> None:
    """What can be said of a clean report that was cut is about the line that was cut."""
    kept = text[: at % len(text)]
    result = examined(kept.encode(), partial=True)
    last = kept.count("\n") + 1
    assert [one for one in result.findings if not one.location or one.location.line != last] == []


@fuzzed
@given(st.sampled_from(CLEAN), st.integers(0, 9999))
def test_a_clean_report_cut_between_lines_is_clean(text: str, at: int) -> None:
    lines = text.splitlines(keepends=True)
    result = examined("".join(lines[: at % len(lines)]).encode(), partial=True)
    assert result.findings == ()


UNITS = (
    "（", "）", "()", " ", " 0", ",", "、", "。", "；", "：", "其中1条，", "共2条，其中1条，",
    "县（）共1条，\n其中1条，", "《", "《〈》", "“", "-", "#", "|", "0|", "0\t", "1", "1,111,",
    "一、", "（一）", "1.总", "2024年", "自2024年1月1日至", "电话", "地址：", "a@b.", "http://",
    "未收到申请", "无", "总计", "规章0", "不予公开", "政府信息公开工作年度报告", "一、总体情况",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_no_text_takes_long(unit: str) -> None:
    """100 kB of one thing on one line, in the head, the prose and a table, or on many lines."""
    lines = TEXTS["clean.txt"].splitlines()
    one_line = unit * (100_000 // len(unit.encode()))
    many = f"{unit}\n" * (100_000 // len(f"{unit}\n".encode() * 5))
    for long, places in ((one_line, {0}), (one_line, {6}), (one_line, {42}), (many, {0, 3, 6, 42})):
        text = "\n".join(
            f"{long}\n{line}" if at in places else line for at, line in enumerate(lines)
        )
        began = perf_counter()
        lint_file("report.txt", pack=PACK, selection=EVERYTHING, data=text.encode())
        assert perf_counter() - began < MOST_SECONDS


def test_digits_before_a_denial_do_not_take_long() -> None:
    text = TEXTS["clean.txt"].splitlines()
    text[5] = f"本年度未收到政府信息公开申请，{'0' * 100_000}、本单位未收到政府信息公开申请。"
    began = perf_counter()
    lint_file("report.txt", pack=PACK, selection=EVERYTHING, data="\n".join(text).encode())
    assert perf_counter() - began < MOST_SECONDS
