from __future__ import annotations

from lint_disclosure.authoring.describing.excerpts import distance, relevant

SENTENCES = "第一句说的是总体情况。第二句说的是主动公开，共118条。第三句说的是依申请公开。" * 2


def test_only_lines_that_differ_are_shown() -> None:
    one = "标题在第一行的年度报告\n第二行的数字是 12 和 13\n第三行没有变化的一段话"
    other = one.replace("12", "14")
    assert relevant(one, other) == ("第二行的数字是 12 和 13",)
    assert relevant(other, one) == ("第二行的数字是 14 和 13",)
    assert relevant(one, one) == ()
    assert distance(one, other) == 1


def test_a_long_line_is_cut_to_the_sentence() -> None:
    other = SENTENCES.replace("118", "119", 1)
    assert relevant(SENTENCES, other) == ("……第二句说的是主动公开，共118条。……",)


def test_where_words_are_missing_those_around_are_shown() -> None:
    gap = SENTENCES.replace("第二句说的是主动公开，共118条。", "", 1)
    assert relevant(gap, SENTENCES) == (
        "第一句说的是总体情况。第三句说的是依申请公开。第一句说的是总体情况。第二……",
    )
    assert relevant(SENTENCES, gap)[0].startswith("第一句说的是总体情况。第二句说的是主动公开")


def test_a_missing_line_is_shown_by_its_neighbours() -> None:
    whole = "（一）主动公开的情况\n（二）依申请公开的情况\n（三）其他的各种情况"
    gap = "（一）主动公开的情况\n\n（三）其他的各种情况"
    assert relevant(gap, whole) == ("（一）主动公开的情况", "（三）其他的各种情况")
    assert relevant(whole, gap) == tuple(whole.split("\n"))


def test_a_bare_word_comes_with_the_line_before_it() -> None:
    assert relevant("五、存在的主要问题\n无。", "五、存在的主要问题\n写了不少的问题和改进措施") == (
        "五、存在的主要问题",
        "无。",
    )


def test_what_both_have_changed_is_shown_too() -> None:
    origin = "正文说有十一件申请的一句话\n不变的一行不变的一行不变\n本年新收的数字 | 11 | 11"
    other = "正文说没有收到申请的一句话\n不变的一行不变的一行不变\n本年新收的数字 | 0 | 0"
    one = other.replace("| 0 | 0", "| 11 | 11")
    assert relevant(one, other, origin) == (
        "正文说没有收到申请的一句话", "……", "本年新收的数字 | 11 | 11",
    )  # fmt: skip


def test_no_more_than_a_dozen_lines() -> None:
    one = "\n".join(f"这一行的编号写的是 {number}" for number in range(40))
    shown = relevant(one, "完全不同的一份报告，只有一行\n两行")
    assert (len(shown), shown[-1]) == (13, "……")
