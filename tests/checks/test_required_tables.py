"""Check kind ``required_tables``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import required_tables
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import locators, only, read, rule, specimen

RULE = rule("required_tables", tables=["proactive", "requests", "disputes"])
HEADINGS = {
    2: "二、主动公开政府信息情况\n",
    3: "三、收到和处理政府信息公开申请情况\n",
    4: "四、政府信息公开行政复议、行政诉讼情况\n",
    5: "五、存在的主要问题及改进情况\n",
}


def emptied(*sections, words=""):
    """The text of the specimen with words in place of the tables of some sections."""
    text = specimen().source.text
    for number in sections:
        start = text.index(HEADINGS[number]) + len(HEADINGS[number])
        text = text[:start] + words + text[text.index(HEADINGS[number + 1]) :]
    return text


@pytest.mark.parametrize("form", ["2021", "2019"])
def test_all_tables_are_there(form):
    assert required_tables.check(RULE, specimen(form)) == PASS


def test_a_table_is_missing():
    found = only(required_tables.check(RULE, read(emptied(4, words="另见附件说明。\n"))))
    assert found.at.locator == "四、政府信息公开行政复议、行政诉讼情况"
    assert found.cases == ("missing",)
    assert found.slots == {
        "table": "表四",
        "tables": "表四",
        "section": "四、政府信息公开行政复议、行政诉讼情况",
        "text": "另见附件说明。",
    }


@pytest.mark.parametrize(
    "words",
    [
        "无。",
        "暂无\n",
        "本年度无。",
        "没有相关情况",
        "本机关无此类情况。",
        "本年度无行政复议、行政诉讼。",
        "无行政复议、行政诉讼情况。",
        "2024年未发生行政复议和行政诉讼。",
        "云川县水利局2024年未发生因政府信息公开引发的行政复议、行政诉讼案件。",
        "行政复议、行政诉讼均为0件。",
    ],
)
def test_a_section_that_only_says_nothing(words):
    found = only(required_tables.check(RULE, read(emptied(4, words=words.strip() + "\n"))))
    assert found.cases == ("stated_none", "missing")
    assert found.slots["text"] == words.strip()


@pytest.mark.parametrize(
    ("section", "words"),
    [
        (2, "本年度未制发规章和行政规范性文件。"),
        (2, "2024年无主动公开政府信息。"),
        (3, "2024年，我局未收到政府信息公开申请。"),
        (3, "本年度没有依申请公开事项，无上年结转。"),
    ],
)
def test_nothing_in_the_other_sections(section, words):
    found = only(required_tables.check(RULE, read(emptied(section, words=f"{words}\n"))))
    assert found.cases == ("stated_none", "missing")


@pytest.mark.parametrize(
    "words",
    [
        "本年度有关情况已在第一部分说明。",
        "2024年收到行政复议3件，无行政诉讼。",
        "无法以文字形式列出。",
        "本部分没有文字，见下图。",
    ],
)
def test_a_section_that_says_something_else(words):
    found = only(required_tables.check(RULE, read(emptied(4, words=f"{words}\n"))))
    assert found.cases == ("missing",)


def test_all_tables_are_missing_and_may_be_images():
    found = only(required_tables.check(RULE, read(emptied(2, 3, 4))))
    assert found.at.locator == "二、主动公开政府信息情况"
    assert found.cases == ("all_missing",)
    assert found.slots["tables"] == "表二、表三、表四"
    assert found.values == ("proactive", "requests", "disputes")
    assert [words for _, words in found.related] == ["表三", "表四"]


def test_sections_that_say_nothing_are_no_images():
    found = required_tables.check(RULE, read(emptied(2, 3, 4, words="无。\n")))
    assert locators(found) == [heading.strip() for heading in list(HEADINGS.values())[:3]]


def test_a_section_that_is_missing_is_another_rule():
    text = emptied(4).replace(HEADINGS[4], "")
    assert required_tables.check(RULE, read(text)).why == (
        "应当有表的部分没有标题，见 STR001",
        "the part that should hold it is missing, see STR001",
    )


def test_what_was_not_shown_stays_open():
    text = specimen().source.text
    report = read(text[: text.index(HEADINGS[3])], partial=True)
    assert required_tables.check(RULE, report).outcome == "cannot_evaluate"


MISPLACED = rule("required_tables", tables=["proactive", "requests", "disputes"], misplaced=True)


def moved(number, target):
    """The text of the specimen with what stands in a section below the heading of another one."""
    text = specimen().source.text
    start = text.index(HEADINGS[number]) + len(HEADINGS[number])
    end = text.index(HEADINGS[number + 1])
    body = text[start:end]
    text = text[:start] + "见有关部分。\n" + text[end:]
    at = text.index(HEADINGS[target]) + len(HEADINGS[target])
    return text[:at] + body + text[at:]


@pytest.mark.parametrize("form", ["2021", "2019"])
def test_all_tables_are_where_they_belong(form):
    assert required_tables.check(MISPLACED, specimen(form)) == PASS


@pytest.mark.parametrize(
    ("number", "target", "table"), [(2, 5, "表二"), (3, 4, "表三"), (4, 3, "表四"), (3, 2, "表三")]
)
def test_a_table_below_the_heading_of_another_section(number, target, table):
    report = read(moved(number, target))
    found = only(required_tables.check(MISPLACED, report))
    assert found.cases == ("misplaced",)
    assert found.slots["tables"] == table
    assert found.slots["section"] == f"「{HEADINGS[number].strip()}」"
    assert found.slots["text"] == HEADINGS[target].strip()
    assert found.at.place.section == target


def test_a_table_elsewhere_is_not_missing_as_well():
    why = ("表在别的部分，见 STR014", "another part holds the table, see STR014")
    assert required_tables.check(RULE, read(moved(4, 3))).why == why


def test_a_table_that_is_nowhere_is_another_rule():
    assert required_tables.check(MISPLACED, read(emptied(4))) == PASS


def test_a_table_behind_the_section_before_whose_own_heading_is_lost():
    text = specimen().source.text.replace(HEADINGS[4], "")
    assert required_tables.check(MISPLACED, read(text)) == PASS
