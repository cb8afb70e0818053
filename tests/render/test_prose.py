"""Carets stand under display cells, whatever the line holds."""

from __future__ import annotations

from lint_disclosure.finding import Equation, Related, Term
from lint_disclosure.place import Place
from tests.render.sample import finding, frame, location, shown, source


def test_full_width_digits_take_two_cells_each():
    src = source("本年新收政府信息公开申请３４件，上年“结转”2件。\n")
    assert frame(src, finding(src, "３４")) == shown("""
    1 | 本年新收政府信息公开申请３４件，上年“结转”2件。
      |                         ^^^^
    """)


def test_curly_quotation_marks_take_one_cell():
    src = source("本年新收政府信息公开申请３４件，上年“结转”2件。\n")
    assert frame(src, finding(src, "2")) == shown("""
    1 | 本年新收政府信息公开申请３４件，上年“结转”2件。
      |                                           ^
    """)


def test_tabs_are_written_out():
    src = source("电话\t0571-88\t邮编\t310000\n")
    assert frame(src, finding(src, "310000")) == shown("""
    1 | 电话    0571-88 邮编    310000
      |                         ^^^^^^
    """)


def test_combining_marks_take_no_cell():
    src = source("cafe\u0301 与 か\u3099 共 12 件\n")
    assert frame(src, finding(src, "12")) == shown("""
    1 | café 与 が 共 12 件
      |               ^^
    """)


def test_a_caret_for_a_combining_mark_stands_under_its_base():
    src = source("cafe\u0301 与\n")
    assert frame(src, finding(src, "\u0301")) == shown("""
    1 | café 与
      |    ^
    """)


def test_emoji_take_two_cells_and_joiners_are_named():
    src = source("🙂🙂 共 12 件，①号 👨\u200d👩 “x”\n")
    assert frame(src, finding(src, "“x”")) == shown("""
    1 | 🙂🙂 共 12 件，①号 👨<U+200D>👩 “x”
      |                                 ^^^
    """)


def test_a_long_line_is_cut_on_both_sides():
    src = source("公" * 150 + "12" + "开" * 148)
    assert frame(src, finding(src, "12"), width=90) == shown("""
    1 | ...公公公公公公公公公公公公公公公公公公公12开开开开开开开开开开开开开开开开开开开开...
      |                                          ^^
    """)


def test_a_long_line_is_cut_to_the_room_there_is():
    src = source("公" * 150 + "12" + "开" * 148)
    assert frame(src, finding(src, "12"), width=60) == shown("""
    1 | ...公公公公公公公公公公公公12开开开开开开开开开开开开...
      |                            ^^
    """)


def test_a_long_line_is_cut_behind_a_span_at_its_start():
    src = source("12" + "开" * 298)
    assert frame(src, finding(src, "12"), width=60) == shown("""
    1 | 12开开开开开开开开开开开开开开开开开开开开开开开开开...
      | ^^
    """)


def test_a_long_line_is_cut_before_a_span_at_its_end():
    src = source("开" * 298 + "12")
    assert frame(src, finding(src, "12"), width=60) == shown("""
    1 | ...开开开开开开开开开开开开开开开开开开开开开开开开12
      |                                                    ^^
    """)


def test_a_span_that_is_too_long_keeps_what_stands_before_it():
    src = source("a" * 120 + "b" * 180)
    assert frame(src, finding(src, "b" * 180), width=60) == shown("""
    1 | ...aaaaaaaaaaaabbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb...
      |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    """)


def test_a_zero_length_span_has_one_caret():
    src = source("项目 |  | 3\n")
    blank = src.locate(((5, 5),))
    assert frame(src, finding(src, location=blank)) == shown("""
    1 | 项目 |  | 3
      |        ^
    """)


def test_the_end_of_the_file_after_a_line_break():
    src = source("全文\n")
    end = src.locate(((3, 3),))
    assert frame(src, finding(src, location=end)) == shown("""
    2 |
      | ^
    """)


def test_the_end_of_the_file_without_a_line_break():
    src = source("全文")
    end = src.locate(((2, 2),))
    assert frame(src, finding(src, location=end)) == shown("""
    1 | 全文
      |     ^
    """)


def test_a_span_over_two_lines_leaves_out_the_indent():
    src = source("本年共收到申\n  请12件。\n")
    assert frame(src, finding(src, "申\n  请12件")) == shown("""
    1 | 本年共收到申
      |           ^^
    2 |   请12件。
      |   ^^^^^^
    """)


def test_a_value_in_two_parts():
    src = source("截至20|23年\n")
    assert frame(src, finding(src, "20", "23")) == shown("""
    1 | 截至20|23年
      |     ^^ ^^
    """)


def test_a_span_over_many_lines_is_shortened():
    src = source("\n".join(f"第{line}行" for line in range(1, 9)))
    assert frame(src, finding(src, src.text)) == shown("""
    1 | 第1行
      | ^^^^^
    2 | 第2行
      | ^^^^^
    3 | 第3行
      | ^^^^^
    ...
    8 | 第8行
      | ^^^^^
    """)


def test_escapes_and_hidden_characters_are_named():
    src = source("一 \x1b[31m红\x1b[0m\x07\x9b \u202e反\u202c\u200b\ufeff 12 件\n")
    assert frame(src, finding(src, "12")) == shown("""
    1 | 一 <U+001B>[31m红<U+001B>[0m<U+0007><U+009B> <U+202E>反<U+202C><U+200B><U+FEFF> 12 件
      |                                                                                 ^^
    """)


def test_related_places_share_the_frame():
    src = source("共 30 件，其中甲 10 件、乙 11 件。\n\n表三 31\n")
    related = (
        Related(Place(), location(src, "10"), "一、总体情况", "甲"),
        Related(Place(), location(src, "11"), "一、总体情况", "乙 11 件"),
        Related(Place(), location(src, "31"), "表三「总计」", ""),
    )
    assert frame(src, finding(src, "30", related=related)) == shown("""
    1 | 共 30 件，其中甲 10 件、乙 11 件。
      |    ^^            -- 甲     -- 乙 11 件
    2 |
    3 | 表三 31
      |      -- 表三「总计」
    """)


def test_labels_without_room_stand_below():
    src = source("共 30 件：10、11、9。\n")
    related = (
        Related(Place(), location(src, "10"), "一、总体情况", "主动公开"),
        Related(Place(), location(src, "11"), "一、总体情况", "依申请公开"),
        Related(Place(), location(src, "9"), "一、总体情况", "其他"),
    )
    assert frame(src, finding(src, "30", related=related)) == shown("""
    1 | 共 30 件：10、11、9。
      |    ^^     --  --  - 其他
      |           |   依申请公开
      |           主动公开
    """)


def test_a_related_value_on_its_own_line_is_named_by_its_place():
    src = source("无诉讼\n3\n4 5\n")
    related = tuple(Related(Place(), location(src, raw), "表四「尚未审结」", raw) for raw in "345")
    assert frame(src, finding(src, "无诉讼", related=related)) == shown("""
    1 | 无诉讼
      | ^^^^^^
    2 | 3
      | - 表四「尚未审结」
    3 | 4 5
      | - -
    """)


def test_a_single_line_between_marks_is_shown():
    src = source("第一行\n第二行\n第三行\n第四行\n第五行\n第六行\n")
    related = tuple(Related(Place(), location(src, raw), raw, "") for raw in ("第三行", "第六行"))
    assert frame(src, finding(src, "第一行", related=related)) == shown("""
    1 | 第一行
      | ^^^^^^
    2 | 第二行
    3 | 第三行
      | ------
    ...
    6 | 第六行
      | ------
    """)


def test_related_places_are_shown_line_by_line_up_to_a_limit():
    src = source("\n".join("甲 | 乙" for _ in range(9)))
    spans = [
        src.locate(((at, at + 1),)) for at in range(0, len(src.text)) if src.text[at] in "甲乙"
    ]
    related = tuple(Related(Place(), at, "表三", "") for at in spans[1:])
    assert frame(src, finding(src, "甲", related=related)) == shown("""
    1 | 甲 | 乙
      | ^^   --
    2 | 甲 | 乙
      | --   --
    3 | 甲 | 乙
      | --   --
    4 | 甲 | 乙
      | --   --
    5 | 甲 | 乙
      | --   --
    6 | 甲 | 乙
      | --   --
    """)


def test_operands_in_the_text_have_letters():
    src = source("公开政府信息 30 条，其中政策 12 条、\n预决算 15 条。\n")
    raws = ("12", "15", "30")
    places = [location(src, raw) for raw in raws]
    terms = [
        Term(letter, 1, int(raw), raw, "", "", "", "", place)
        for letter, raw, place in zip("abc", raws, places, strict=True)
    ]
    equation = Equation((terms[0], terms[1]), "=", (terms[2],), 27, 30)
    related = tuple(
        Related(Place(), place, "一", raw) for place, raw in zip(places, raws, strict=True)
    )
    assert frame(src, finding(src, "30", equation=equation, related=related[:2])) == shown("""
    1 | 公开政府信息 30 条，其中政策 12 条、
      |              ^^ c            -- a
    2 | 预决算 15 条。
      |        -- b
    """)


def test_a_related_place_far_away_on_the_same_line_gets_a_view_of_its_own():
    src = source("甲" * 100 + "10" + "乙" * 100 + "20")
    related = (Related(Place(), location(src, "20"), "一、总体情况", "丙"),)
    assert frame(src, finding(src, "10", related=related), width=60) == shown("""
    1 | ...甲甲甲甲甲甲甲甲甲甲甲甲10乙乙乙乙乙乙乙乙乙乙乙乙...
      |                            ^^
    1 | ...乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙20
      |                                                    -- 丙
    """)


def test_a_colored_frame_underlines_the_span_itself():
    src = source("共 30 件，表中 31\n")
    related = (Related(Place(), location(src, "31"), "表三", "总计"),)
    made = finding(src, "30", related=related)
    assert frame(src, made, color=True).replace("\x1b", "ESC") == shown("""
    ESC[1;34m1 |ESC[0m 共 ESC[4;33m30ESC[0m 件，表中 ESC[4;34m31ESC[0m
    ESC[1;34m  |ESC[0m    ESC[33m^^ESC[0m          ESC[1;34m-- 总计ESC[0m
    """)
