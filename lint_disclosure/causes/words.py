"""What is said of a suspected number, in both languages."""

from __future__ import annotations

from typing import NamedTuple

from lint_disclosure.finding import Undecided
from lint_disclosure.repair.model import SlipKind


class Words(NamedTuple):
    """One language. ``slips`` say how the printed number may have come about."""

    colon: str
    comma: str
    listed: str
    stop: str
    blank: str
    number: str
    should_be: str
    check: str
    fill_in: str
    and_more: str
    only_this: str
    only_these: str
    pattern: str
    by_witness: str
    also_stated: str
    follows: str
    unused: str
    vague: str
    undecided: dict[Undecided, str]
    slips: dict[SlipKind, str]


ZH = Words(
    colon="：",
    comma="，",
    listed="、",
    stop="；",
    blank="空白",
    number=" {}",
    should_be="{cell}（现为{before}）最可能应为 {after}",
    check="请核对台账",
    fill_in="{cell}空白，按其他数推算应为 {after}",
    and_more="另有 {n} 格也可以推算",
    only_this="改这一个数，不平的 {n} 处就都平了，单改别的数都不行",
    only_these="改这 {n} 个数，不平的 {mended} 处就都平了，别的改法都要改更多的数",
    pattern="改三个数以内都不能平；按这样错位或抄错来改，不平的 {mended} 处就都平了",
    by_witness="共有 {n} 种改法，只有这一种与正文一致",
    also_stated="{place}也写的是“{raw}”",
    follows="由表内其他数推算",
    unused="另有 {n} 条勾稽关系缺少数字，没有用上",
    vague="说不准是哪个数错",
    undecided={
        "several": "有 {n} 种改法，都能平",
        "too_many": "改三个数以内都不能平",
        "no_time": "关系太多，没有算完",
        "entangled": "这些关系分辨不出是哪一个",
    },
    slips={
        "swapped_digits": "像是数位颠倒",
        "doubled_digit": "像是多打了一个相同的数字",
        "lost_digit": "像是漏打了一位",
        "extra_digit": "像是多打了一位",
        "tenfold": "像是多写或少写了一个 0",
        "wrong_digit": "像是打错了一位",
        "off_by_one": "只差 1",
        "left_blank": "像是漏填",
        "split_digits": "像是一个数拆到了两格",
        "swapped_cells": "像是两个数填反了",
        "one_off": "像是填错了一行或一列",
        "shifted_row": "像是一行数错开了一格",
        "shifted_column": "像是一列数错开了一格",
        "copied_row": "像是照抄了另一行",
        "copied_column": "像是照抄了另一列",
    },
)

EN = Words(
    colon=": ",
    comma=", ",
    listed=", ",
    stop="; ",
    blank="blank",
    number="{}",
    should_be="{cell} (now {before}) should most likely be {after}",
    check="please check the register",
    fill_in="{cell} is blank and should be {after}, as the other numbers have it",
    and_more="{n} more follow likewise",
    only_this="changing this one mends all {n} broken sums, changing any other one does not",
    only_these="changing these {n} mends all {mended} broken sums, any other way takes more",
    pattern="no three numbers can mend it; put right like this, all {mended} broken sums hold",
    by_witness="of {n} ways to mend it, only this one agrees with the text",
    also_stated="{place} says “{raw}” as well",
    follows="follows from the other numbers of the table",
    unused="{n} relations lack a number and could not be used",
    vague="which number is wrong cannot be told",
    undecided={
        "several": "{n} ways to mend it are equally good",
        "too_many": "no three numbers can mend it",
        "no_time": "there are too many relations to work it out",
        "entangled": "the relations do not show which",
    },
    slips={
        "swapped_digits": "digits seem to be swapped",
        "doubled_digit": "a digit seems to be typed twice",
        "lost_digit": "a digit seems to be left out",
        "extra_digit": "a digit seems to be too many",
        "tenfold": "a 0 seems to be too many or left out",
        "wrong_digit": "a digit seems to be mistyped",
        "off_by_one": "off by 1",
        "left_blank": "it seems to be forgotten",
        "split_digits": "a number seems to be split over two cells",
        "swapped_cells": "two numbers seem to be interchanged",
        "one_off": "it seems to be in the wrong row or column",
        "shifted_row": "a row seems to be shifted by a cell",
        "shifted_column": "a column seems to be shifted by a cell",
        "copied_row": "it seems to be copied from another row",
        "copied_column": "it seems to be copied from another column",
    },
)


def words(lang: str) -> Words:
    """The words of a language; anything but ``en`` is Chinese."""
    return EN if lang == "en" else ZH
