"""Check kind ``table_labels``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import table_labels
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, pointed_at, rule, specimen

NUMBERING = rule("table_labels", require="numbering")
SPELLING = rule("table_labels", require="spelling")
NOTE = rule("table_labels", require="note", words=["勾稽"], tables=["requests"])


@pytest.mark.parametrize("form", ["2021", "2019"])
@pytest.mark.parametrize("checked", [NUMBERING, SPELLING, NOTE])
def test_labels_as_the_form_has_them(form, checked):
    assert table_labels.check(checked, specimen(form)) == PASS


def test_a_row_with_the_number_of_another():
    report = specimen(words={"6.属于四类": "5.属于四类"})
    found = only(table_labels.check(NUMBERING, report))
    assert pointed_at(report, found) == "5.属于四类过程性信息"
    assert found.expected == "6.属于四类过程性信息"
    assert found.cases == ()


def test_all_labels_of_a_table_together():
    report = specimen(words={"6.属于四类": "5.属于四类", "（四）无法提供": "（三）无法提供"})
    found = only(table_labels.check(NUMBERING, report))
    assert found.cases == ("several",)
    assert found.slots["pairs"] == (
        "「5.属于四类过程性信息」（6.属于四类过程性信息）、「（三）无法提供」（（四）无法提供）"
    )
    assert [text for _, text in found.related] == ["（三）无法提供"]


@pytest.mark.parametrize(
    "label", ["属于四类过程性信息", "6、属于四类过程性信息", "（三）6.属于四类过程性信息"]
)
def test_lost_numbers_and_other_signs_pass(label):
    report = specimen(words={"6.属于四类过程性信息": label})
    assert table_labels.check(NUMBERING, report) == PASS


@pytest.mark.parametrize(
    ("printed", "own"),
    [
        ("法律服务机够", "法律服务机构"),
        ("第二十条第（四）项", "第二十条第（五）项"),
        ("（五）不于处理", "（五）不予处理"),
    ],
)
def test_headers_captions_and_groups_that_are_misspelt(printed, own):
    report = specimen(words={f"{own} |": f"{printed} |"})
    found = only(table_labels.check(SPELLING, report))
    assert (found.actual, found.expected) == (printed, own)
    assert pointed_at(report, found) == printed


def test_a_label_that_is_cut_short_may_have_been_torn():
    report = specimen(words={"本年废止件数 |": "本年废止件 |"})
    assert table_labels.check(SPELLING, report) == PASS


def test_words_that_may_be_either_of_two_labels_are_neither():
    words = {"第二十条第（五）项": "第二十条第（四）项", "第二十条第（一）项": "第二十条第（二）项"}
    assert table_labels.check(SPELLING, specimen(words=words)) == PASS


def test_words_much_like_a_label_that_is_there_are_no_slip():
    words = {"法律服务机构 | 其他 |": "法律服务机构 | 法律服务机够 | 其他 |"}
    assert table_labels.check(SPELLING, specimen(words=words)) == PASS


CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


def test_a_note_that_is_not_there():
    found = only(table_labels.check(NOTE, specimen(words={CORNER: " "})))
    assert found.at.locator == "表三"


def test_a_header_that_is_torn_may_have_lost_its_note():
    words = {CORNER: " ", "商业企业 | 科研机构": "商业 | 科研"}
    assert table_labels.check(NOTE, specimen(words=words)).outcome == "cannot_evaluate"
