"""Markdown: text whose headings begin behind their marks."""

from __future__ import annotations

from lint_disclosure.reading import read_document


def lines_of(text: str) -> list[str]:
    document = read_document("report.md", text.encode())
    return [document.source.text[line.start : line.end] for line in document.lines]


def test_the_marks_of_a_heading_are_not_read() -> None:
    assert lines_of("# 某局\n\n### （一）主动公开\n公开12条。\n") == [
        "某局",
        "（一）主动公开",
        "公开12条。",
    ]


def test_other_numbers_signs_stay() -> None:
    assert lines_of("#1 号楼\n####### 七个\n| # 件数 | 3 |\n#\n") == [
        "#1 号楼",
        "####### 七个",
        "| # 件数 | 3 |",
        "#",
    ]


def test_places_are_those_of_the_file() -> None:
    document = read_document("report.md", "\n## 一、总体情况\n".encode())
    line = document.lines[0]
    assert document.source.locate(((line.start, line.end),))[:4] == (2, 4, 2, 10)
