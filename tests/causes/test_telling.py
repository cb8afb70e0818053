"""The words in which a suspicion is told, in both languages."""

from __future__ import annotations

from string import Formatter
from typing import get_args

import pytest

from lint_disclosure.causes.words import EN, ZH
from lint_disclosure.finding import Repair, Undecided
from lint_disclosure.repair.model import SlipKind
from tests.causes.conftest import Lint

GRANTED = "| 2 | 1 | 0 | 0 | 0 | 0 | 3 |"


def repair_of(lint: Lint, *changes: tuple[str, str], lang: str = "zh") -> Repair:
    """The repair of the only finding of the rules on sums."""
    [finding] = lint(*changes, lang=lang, select=("ARI",)).findings
    assert finding.repair is not None
    return finding.repair


@pytest.mark.parametrize(
    ("lang", "text", "why"),
    [
        (
            "zh",
            "表三「（一）予以公开」自然人（现为 20）最可能应为 2，请核对台账",
            "改这一个数，不平的 2 处就都平了，单改别的数都不行；像是多写或少写了一个 0",
        ),
        (
            "en",
            "表三「（一）予以公开」自然人 (now 20) should most likely be 2, "
            "please check the register",
            "changing this one mends all 2 broken sums, changing any other one does not; "
            "a 0 seems to be too many or left out",
        ),
    ],
)
def test_a_number_that_is_most_likely_wrong(lang: str, text: str, why: str, lint: Lint) -> None:
    repair = repair_of(lint, (GRANTED, "| 20 | 1 | 0 | 0 | 0 | 0 | 3 |"), lang=lang)
    assert (repair.text, repair.why, repair.slips) == (text, why, ("tenfold",))


def test_a_number_that_was_left_out(lint: Lint) -> None:
    repair = repair_of(lint, (GRANTED, "|  | 1 | 0 | 0 | 0 | 0 | 3 |"))
    assert repair.text == "表三「（一）予以公开」自然人（现为空白）最可能应为 2，请核对台账"
    assert (repair.changes[0].before, repair.slips) == (None, ("left_blank",))


def test_two_numbers(lint: Lint) -> None:
    repair = repair_of(lint, (GRANTED, "| 9 | 4 | 0 | 0 | 0 | 0 | 3 |"))
    assert repair.text == (
        "表三「（一）予以公开」自然人（现为 9）最可能应为 2，"
        "表三「（一）予以公开」商业企业（现为 4）最可能应为 1，请核对台账"
    )
    assert repair.why.startswith("改这 2 个数，不平的 3 处就都平了，别的改法都要改更多的数")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "说不准是哪个数错，有 5 种改法，都能平"),
        ("en", "which number is wrong cannot be told, 5 ways to mend it are equally good"),
    ],
)
def test_what_cannot_be_told(lang: str, text: str, lint: Lint) -> None:
    repair = repair_of(lint, ("2 | 0 | 1 | 1 | 4 |", "2 | 0 | 1 | 1 | 5 |"), lang=lang)
    assert (repair.text, repair.why) == (text, "")
    assert {one.why for one in repair.candidates} == {"只差 1" if lang == "zh" else "off by 1"}
    assert len(repair.candidates) == 5


def test_every_kind_has_its_words_in_both_languages() -> None:
    for say in (ZH, EN):
        assert set(say.slips) == set(get_args(SlipKind))
        assert set(say.undecided) == set(get_args(Undecided))


def test_the_words_of_both_languages_have_the_same_slots() -> None:
    def slots(value: object) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(str(value)) if name}

    for field in ZH._fields:
        zh, en = getattr(ZH, field), getattr(EN, field)
        if isinstance(zh, dict):
            assert {key: slots(zh[key]) for key in zh} == {key: slots(en[key]) for key in en}
        else:
            assert slots(zh) == slots(en)
