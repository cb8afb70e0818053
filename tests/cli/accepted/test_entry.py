"""Which finding an entry is for."""

from __future__ import annotations

from lint_disclosure.cli.accepted.entry import Suppression, place_words, values_of
from lint_disclosure.cli.accepted.writing import entries_for, with_entries
from lint_disclosure.place import Location, Place
from lint_disclosure.spot import SheetSpot
from tests.render.sample import finding, source

SRC = source("一、总体情况\n")
FOUND = finding(SRC, rule="ARI001", locator="表三「一、本年新收」总计", values=("12",))
ENTRY = Suppression(("ARI001",), "a.txt", "表三「一、本年新收」总计", ("12",), "x")


def test_the_cell_of_a_workbook_is_not_part_of_the_place():
    at = Location(1, 1, 1, 2, None, (SheetSpot("年报", "H8"),))
    cell = FOUND._replace(location=at, locator=f"{FOUND.locator}（{at.words}）")
    assert "H8" in cell.locator
    assert place_words(cell) == "表三「一、本年新收」总计"
    assert ENTRY.fits(cell)


def test_rule_place_and_values_must_all_fit():
    assert ENTRY.fits(FOUND)
    assert ENTRY._replace(place=" 表三「一、 本年新收」总计").fits(FOUND)
    assert ENTRY._replace(place=Place(section=1)).fits(FOUND)
    assert not ENTRY._replace(place=Place(section=1, table="requests")).fits(FOUND)
    assert not ENTRY._replace(rules=("ARI002",)).fits(FOUND)
    assert not ENTRY._replace(values=("13",)).fits(FOUND)
    assert not ENTRY._replace(values=()).fits(FOUND)


def test_a_long_text_is_kept_by_its_start_and_a_digest():
    long = FOUND._replace(values=("字" * 81,))
    (value,) = values_of(long)
    assert value.startswith("字" * 40 + "…#")
    assert len(value) == 54
    assert values_of(FOUND._replace(values=("字" * 80 + "z",))) != (value,)
    assert values_of(FOUND._replace(values=("字" * 80,))) == ("字" * 80,)


def test_equal_findings_make_one_entry():
    made = entries_for([FOUND, FOUND, FOUND._replace(values=("13",))], "a.txt", "x", None)
    assert [(entry.values, entry.times) for entry, _ in made] == [(("12",), 2), (("13",), 1)]


def test_a_message_cannot_leave_its_comment():
    evil = FOUND._replace(message='x\n[[ignore]]\rrule = "ARI003"')
    text = with_entries("", entries_for([evil], "a.txt", "x", None))
    assert text.count("\n[[ignore]]") == 1
    assert "\r" not in text
