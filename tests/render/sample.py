"""Findings made by hand, for the tests of the renderers."""

from __future__ import annotations

import re
from typing import Any

from lint_disclosure.finding import Basis, Equation, FileResult, Finding, Outcomes, Term
from lint_disclosure.place import Location, Place, Source
from lint_disclosure.render import Settings
from lint_disclosure.render.full import Full

NAME = "云川县水利局2024年报.txt"
BASIS = (Basis("国办公开办函〔2021〕30号", "表三勾稽关系"),)
URL = "https://example.org/rules/XTX004"

TABLE = """\
三、收到和处理政府信息公开申请情况
| 项目 | 自然人 | 商业企业 | 总计 |
| 一、本年新收政府信息公开申请数量 | 31 | 4 | 35 |
| 二、上年结转政府信息公开申请数量 | 2 | 0 | 2 |
| （七）总计 | 30 | 4 | 35 |
| 四、结转下年度继续办理 | 4 | 0 | 4 |
"""
_SGR = re.compile("\x1b\\[[0-9;]*m")
_COLUMNS = (("natural_person", "自然人"), ("enterprise", "商业企业"), ("total", "总计"))
_ROWS = {
    3: ("received", "一、本年新收政府信息公开申请数量"),
    4: ("carried_in", "二、上年结转政府信息公开申请数量"),
    5: ("total", "三（七）总计"),
    6: ("carried_out", "四、结转下年度继续办理"),
}


def source(text: str, name: str = NAME) -> Source:
    """A source with the text."""
    return Source(name, text)


def location(src: Source, *marked: str) -> Location:
    """Where the texts stand, one after the other."""
    spans, at = [], 0
    for text in marked:
        start = src.text.index(text, at)
        at = start + len(text)
        spans.append((start, at))
    return src.locate(tuple(spans))


def finding(src: Source, *marked: str, **changes: Any) -> Finding:
    """A warning about the marked text of a source."""
    made = Finding(
        rule="XTX004",
        name="requests-stated-none",
        severity="warning",
        confidence="high",
        message="正文与表三不一致",
        help="核对后改正。",
        place=Place(section=1),
        location=location(src, *marked) if marked else None,
        locator="一、总体情况",
        basis=(),
        url=URL,
        identity="ARI003",
    )
    return made._replace(**changes)


def term(src: Source, letter: str, line: int, column: int) -> Term:
    """The operand in a cell of ``TABLE``; ``column`` is 0 to 2."""
    start = src.line_starts[line - 1]
    pieces = src.line_text(line).split("|")
    raw = pieces[column + 2].strip()
    at = start + sum(len(piece) + 1 for piece in pieces[: column + 2]) + 1
    row, row_label = _ROWS[line]
    key, label = _COLUMNS[column]
    place = src.locate(((at, at + len(raw)),))
    return Term(letter, 1, int(raw), raw, row, key, row_label, label, place)


def balance(src: Source) -> Equation:
    """The unbalanced column 自然人 of ``TABLE``."""
    left = (term(src, "a", 3, 0), term(src, "b", 4, 0))
    right = (term(src, "c", 5, 0), term(src, "d", 6, 0))
    return Equation(left, "=", right, 33, 34)


def column_finding(src: Source, **changes: Any) -> Finding:
    """A finding about ``balance``."""
    equation = balance(src)
    made = finding(
        src,
        rule="ARI003",
        name="requests-unbalanced",
        severity="error",
        message="表三「自然人」列收支不平：收件合计 33，办结与结转合计 34，相差 1",
        help="核对台账后更正有误的单元格。",
        place=Place(section=3, table="requests", row="total", column="natural_person"),
        location=equation.right[0].location,
        locator="表三 （七）总计 自然人",
        basis=BASIS,
        url="https://example.org/rules/ARI003",
        difference=1,
        equation=equation,
    )
    return made._replace(**changes)


def row_finding(src: Source, **changes: Any) -> Finding:
    """A broken row sum in line 5 of ``TABLE``."""
    terms = (term(src, "a", 5, 0), term(src, "b", 5, 1), term(src, "c", 5, 2))
    made = column_finding(
        src,
        rule="ARI001",
        name="row-sum",
        location=terms[2].location,
        equation=Equation(terms[:2], "=", terms[2:], 34, 35),
        expected=34,
        actual=35,
        difference=1,
    )
    return made._replace(**changes)


def result(src: Source, *findings: Finding, **changes: Any) -> FileResult:
    """A checked report with the findings."""
    made = FileResult(
        src.name,
        "checked",
        form="2021",
        issuer="云川县水利局",
        year=2024,
        outcomes=Outcomes(40, len(findings), 2, 0),
        findings=findings,
        source=src,
    )
    return made._replace(**changes)


def block(src: Source, shown: Finding, **settings: Any) -> str:
    """The finding as ``full`` shows it, without the last line break."""
    return Full(Settings(**settings)).finding(result(src), shown).rstrip("\n")


def frame(src: Source, shown: Finding, **settings: Any) -> str:
    """Only the frame of the finding: what stands between the arrow and the notes."""
    lines = block(src, shown, **settings).split("\n")
    ends = [index for index, line in enumerate(lines) if _SGR.sub("", line).strip() == "|"]
    return "\n".join(lines[ends[0] + 1 : ends[-1]])


def shown(text: str) -> str:
    """A literal screen in a test: without its indent and its first and last line break."""
    lines = text.split("\n")[1:-1]
    return "\n".join(line[4:] for line in lines)
