"""Edits of a text, and whether two texts hold the same numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_disclosure.editing import applied, keeps_numbers, overlaps, same_numbers
from lint_disclosure.finding import Edit
from lint_disclosure.place import Location


def edit(start: int, end: int, replacement: str) -> Edit:
    return Edit((start, end), Location(1, start + 1, 1, end + 1), replacement)


def test_edits_are_put_into_a_text_in_whatever_order_they_come():
    assert (
        applied("截止3月，免于公开", [edit(5, 7, "不予"), edit(1, 2, "至")]) == "截至3月，不予公开"
    )


def test_edits_that_touch_the_same_characters_overlap():
    assert overlaps([edit(0, 3, "")], [edit(2, 4, "")])
    assert not overlaps([edit(0, 2, "")], [edit(2, 4, "")])
    assert overlaps([edit(2, 2, "a")], [edit(2, 2, "b")])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("３５件", "35件"),
        ("[2021]30号", "〔2021〕30号"),
        ("截止2024年", "截至2024年"),
        ("１，２５０．５", "1,250.5"),
        ("－３", "-3"),
        ("٣٥", "35"),
    ],
)
def test_numbers_are_the_same_however_they_are_written(before, after):
    assert same_numbers(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("35", "36"),
        ("011", "11"),
        ("1,250", "1250"),
        ("3 5", "35"),
        ("-3", "3"),
        ("1.5", "15"),
        ("3%", "3"),
        ("12和34", "34和12"),
        ("第二十条", "第十二条"),
        ("两件", "件"),
        ("①", "②"),
        ("35", ""),
    ],
)
def test_numbers_are_others_when_digits_signs_or_what_parts_them_differ(before, after):
    assert not same_numbers(before, after)


def test_a_number_beside_an_edit_must_not_grow_by_it():
    assert not keeps_numbers("共3件\n共12件", [edit(6, 7, "")])  # 1|2 -> 1
    assert not keeps_numbers("3 5", [edit(1, 2, "")])
    assert keeps_numbers("免于公开3件", [edit(0, 2, "不予")])


texts = st.text("0123456789３５.,-%一二十两①公开截至〔〕[]件 \n", max_size=40)


@given(texts, st.data())
def test_looking_at_the_edited_lines_is_as_good_as_looking_at_all(text, data):
    start = data.draw(st.integers(0, len(text)))
    line_end = next((at for at in range(start, len(text)) if text[at] == "\n"), len(text))
    end = data.draw(st.integers(start, line_end))
    one = edit(start, end, data.draw(st.text("0123456789３.一件〔", max_size=4)))
    if keeps_numbers(text, [one]):
        assert same_numbers(text, applied(text, [one]))
