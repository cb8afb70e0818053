"""Cells and code points are two things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_disclosure.render.width import (
    BEFORE,
    char_width,
    clip,
    cut_line,
    lay_out,
    pad,
    text_width,
    visible,
    wrap,
)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("abc 12", 6),
        ("信息公开", 8),
        ("３４", 4),
        ("（），。：％〔〕《》", 20),
        ("“”‘’—…·①×÷℃", 11),
        ("cafe\u0301", 4),
        ("か\u3099", 2),
        ("𠮷", 2),
        ("🙂", 2),
        ("\u00a0", 1),
        ("\u3000", 2),
        ("\x1b", len("<U+001B>")),
        ("\u200b", len("<U+200B>")),
        ("", 0),
    ],
)
def test_width_in_cells(text, cells):
    assert text_width(text) == cells


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("表三 总计", "表三 总计"),
        ("\x1b[2J", "<U+001B>[2J"),
        ("\x07\x7f\x9b", "<U+0007><U+007F><U+009B>"),
        ("\u202e\u2066\u200e", "<U+202E><U+2066><U+200E>"),
        ("\u200b\u200d\ufeff\u00ad", "<U+200B><U+200D><U+FEFF><U+00AD>"),
        ("\u2028", "<U+2028>"),
        ("\udc80", "<U+DC80>"),
        ("\U000e0041", "<U+E0041>"),
        ("申\n  请\t12", "申 请 12"),
        ("a\rb", "a b"),
        ("cafe\u0301 \u00a0", "cafe\u0301 \u00a0"),
    ],
)
def test_what_does_not_print_is_named(text, shown):
    assert visible(text) == shown


def test_tabs_go_to_the_next_stop_of_four():
    shown = lay_out("a\t信\tb")
    assert shown.text == "a   信  b"
    assert [shown.cell(index) for index in range(6)] == [0, 1, 4, 6, 8, 9]
    assert [shown.offset(index) for index in range(6)] == [0, 1, 4, 5, 7, 8]


def test_a_line_of_five_megabytes_is_cut_at_once():
    line = "公" * 2_000_000 + "12" + "开" * 2_000_000
    shown = cut_line(line, 2_000_000, 2_000_002, 60)
    assert shown.text == "..." + "公" * 13 + "12" + "开" * 13 + "..."
    assert shown.cell(2_000_000) == 29


TEXT = st.text(
    st.sampled_from("ab12 信息公开３４，“”①\t\u0301\u200b\x1b🙂"), min_size=0, max_size=400
)


@given(line=TEXT, at=st.integers(0, 400), length=st.integers(0, 30), width=st.integers(40, 120))
def test_a_cut_line_fits_and_shows_the_span(line, at, length, width):
    start = min(at, len(line))
    end = min(start + length, len(line))
    shown = cut_line(line, start, end, width)
    assert text_width(shown.text) <= width
    assert shown.first <= start
    before = shown.cell(start) - shown.cell(shown.first)
    assert before >= BEFORE - len("<U+200B>") or shown.first == 0
    kept = line[shown.first : shown.first + len(shown.cells) - 1]
    assert "".join(kept.split()) in "".join(line.split())
    assert text_width(shown.text[: shown.offset(start)]) == shown.cell(start)


@given(TEXT)
def test_nothing_hidden_is_ever_drawn(line):
    assert lay_out(line).text.isprintable() or "\u0301" in line
    assert not {"\x1b", "\u200b", "\t"} & set(lay_out(line).text + visible(line))


@given(TEXT.map(visible), st.integers(8, 60))
def test_wrapped_lines_fit_and_lose_nothing(text, width):
    lines = wrap(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(text_width(line) <= width for line in lines)


def test_lines_do_not_begin_with_closing_marks():
    assert wrap("核对台账后，更正（有误）的单元格。", 14) == [
        "核对台账后，更",
        "正（有误）的单",
        "元格。",
    ]
    assert wrap("核对台账后更正，再报", 14) == ["核对台账后更", "正，再报"]
    assert wrap("表三（七）总计", 6) == ["表三", "（七）", "总计"]
    assert wrap("see https://example.org/rules/ARI003", 20) == [
        "see",
        "https://example.org/",
        "rules/ARI003",
    ]


def test_pad_and_clip_count_cells():
    assert pad("总计", 6) + "|" == "总计  |"
    assert pad("总计", 6, right=True) == "  总计"
    assert clip("三（七）总计", 9) == "三（七..."
    assert clip("三（七）总计", 12) == "三（七）总计"


def test_ambiguous_characters_take_one_cell():
    assert {char_width(char) for char in "│─■α№"} == {1}
