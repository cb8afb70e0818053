"""Automatic numbers: what Word shows in front of a paragraph and does not store."""

from __future__ import annotations

import pytest

from lint_disclosure.reading.docx import read
from lint_disclosure.reading.docx.numerals import written
from lint_disclosure.spot import WordSpot
from tests.reading.docx.written import cell, paragraph, row, table, word
from tests.reading.shown import place_of, shown


def level(at: int, kind: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbers(levels: str, overrides: str = "") -> str:
    """A list with the id 1, and another, 2, of the same with its own beginnings."""
    return (
        f'<w:abstractNum w:abstractNumId="5">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="5"/>{overrides}</w:num>'
    )


REPORT = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
)


def numbered(text: str, at: int = 0, number: int = 1) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties)


def lines(body: str, numbering: str, **parts: str) -> list[str | list[str]]:
    return shown(read("a.docx", word(body, numbering=numbering, **parts)))


def test_levels_count_on_and_begin_anew_below_a_higher_one() -> None:
    body = "".join(
        numbered(text, at)
        for text, at in [
            ("总体", 0),
            ("甲", 1),
            ("子", 2),
            ("丑", 2),
            ("乙", 1),
            ("寅", 2),
            ("主动", 0),
            ("丙", 1),
        ]
    )
    assert lines(body, numbers(REPORT)) == [
        "一、总体",
        "（一）甲",
        "1.子",
        "2.丑",
        "（二）乙",
        "1.寅",
        "二、主动",
        "（一）丙",
    ]


def test_the_place_of_a_number_is_the_beginning_of_its_paragraph() -> None:
    body = paragraph("题") + numbered("总体情况")
    document = read("a.docx", word(body, numbering=numbers(REPORT)))
    assert place_of(document, "一、").spots == (WordSpot(None, None, None, 2, 0, 0),)
    assert place_of(document, "一、总体").spots == (WordSpot(None, None, None, 2, 0, 2),)
    assert place_of(document, "情况").spots == (WordSpot(None, None, None, 2, 2, 4),)


def test_a_number_alone_is_the_text_of_its_cell() -> None:
    body = table(row(cell(numbered("")), "甲"), row(cell(numbered("")), "乙"))
    assert lines(body, numbers(level(0, "decimal", "%1"))) == [["1", "甲"], ["2", "乙"]]


def test_lists_of_the_same_definition_count_on_unless_one_begins_anew() -> None:
    on = numbered("甲") + numbered("乙", number=2)
    assert lines(on, numbers(REPORT)) == ["一、甲", "二、乙"]
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = on + numbered("丙", number=2) + numbered("丁")
    assert lines(body, numbers(REPORT, anew)) == ["一、甲", "五、乙", "六、丙", "七、丁"]


def test_a_list_may_write_a_level_in_its_own_way() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    assert lines(numbered("甲", number=2), numbers(REPORT, own)) == ["A)甲"]


def test_a_start_that_is_not_one() -> None:
    assert lines(numbered("甲"), numbers(level(0, "decimal", "（%1）", start=4))) == ["（4）甲"]


def test_levels_in_a_number_and_decimals_in_place_of_chinese_ones() -> None:
    both = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = numbered("总则") + numbered("甲", 1) + numbered("乙", 1)
    assert lines(body, numbers(both)) == ["第一章 总则", "1.1 甲", "1.2 乙"]


def test_nothing_between_number_and_text() -> None:
    assert lines(
        numbered("甲"), numbers(level(0, "decimal", "%1", '<w:suff w:val="nothing"/>'))
    ) == ["1甲"]


def test_a_level_that_does_not_begin_anew() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')
    body = numbered("甲") + numbered("子", 1) + numbered("乙") + numbered("丑", 1)
    assert lines(body, numbers(levels)) == ["1.甲", "1)子", "2.乙", "2)丑"]


@pytest.mark.parametrize("kind", ["none", "bullet"])
def test_formats_without_a_number(kind: str) -> None:
    text = "%1" if kind == "none" else "\uf06c"
    assert lines(numbered("甲"), numbers(level(0, kind, text))) == ["甲"]


def style(name: str, properties: str, based_on: str = "") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}">{based}<w:pPr>{properties}</w:pPr>'
        "</w:style>"
    )


def styled(text: str, name: str, more: str = "") -> str:
    return paragraph(text, f'<w:pStyle w:val="{name}"/>{more}')


def test_numbers_through_styles_and_what_they_are_based_on() -> None:
    styles = (
        style("One", '<w:numPr><w:numId w:val="1"/></w:numPr>')
        + style("Two", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', "One")
        + style("Child", "", "Two")
    )
    body = styled("总体", "One") + styled("甲", "Two") + styled("乙", "Child")
    assert lines(body, numbers(REPORT), styles=styles) == ["一、总体", "（一）甲", "（二）乙"]


def test_a_level_that_belongs_to_a_style() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.", '<w:pStyle w:val="Sub"/>')
    styles = style("Sub", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert lines(numbered("甲") + styled("子", "Sub"), numbers(levels), styles=styles) == [
        "1.甲",
        "1.1.子",
    ]


def test_a_paragraph_may_refuse_the_number_of_its_style() -> None:
    styles = style("One", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    body = styled("总体", "One", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(body, numbers(REPORT), styles=styles) == ["总体"]


def test_a_list_that_is_kept_as_a_style() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="L"/>{REPORT}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="6"/></w:num>'
    )
    assert lines(numbered("总体"), numbering) == ["一、总体"]


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = style("A", "", "B") + style("B", '<w:numPr><w:numId w:val="1"/></w:numPr>', "A")
    assert lines(styled("总体", "A"), numbers(REPORT), styles=styles) == ["一、总体"]


def test_a_list_that_is_not_there() -> None:
    assert lines(numbered("甲", number=9), numbers(REPORT)) == ["甲"]


def test_a_number_does_not_take_the_bounds_of_memory() -> None:
    levels = level(0, "lowerLetter", "%1" * 2000, start=999_999_999)
    (line,) = lines(numbered("甲"), numbers(levels))
    assert len(line) < 2000


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            "chineseCounting",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 105: "一〇五"},
        ),
        (
            "chineseCountingThousand",
            {10: "十", 105: "一百零五", 110: "一百一十", 1010: "一千零一十"},
        ),
        ("japaneseCounting", {10: "十", 21: "二十一", 100: "百", 110: "百十"}),
        ("ideographDigital", {10: "一〇", 12: "一二"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 23: "贰拾叁"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalZero", {3: "03", 12: "12"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX"}),
        ("lowerRoman", {9: "ix"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA"}),
        ("lowerLetter", {2: "b", 53: "aaa"}),
        ("unknown", {7: "7"}),
        ("none", {7: ""}),
    ],
)
def test_formats_of_numbers(kind: str, expected: dict[int, str]) -> None:
    assert {value: written(value, kind) for value in expected} == expected


def test_the_last_of_many_styles_is_found() -> None:
    """More styles than are looked for one by one."""
    many = [f"S{at}" for at in range(100)]
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = "".join(style(name, number if name == "S99" else "") for name in many)
    body = "".join(styled(name, name) for name in many)
    assert lines(body, numbers(REPORT), styles=styles) == [*many[:-1], "一、S99"]
