"""The grid shows the cells of an equation, lined up whatever the table looks like."""

from __future__ import annotations

from lint_disclosure.finding import Change, Repair
from lint_disclosure.place import Place
from tests.render.sample import TABLE, balance, column_finding, frame, row_finding, shown, source

SRC = source(TABLE)


def test_a_column_has_a_letter_for_each_row():
    assert frame(SRC, column_finding(SRC)) == shown("""
      |                                  | 自然人
    3 | 一、本年新收政府信息公开申请数量 |     31
      |                                        -- a
    4 | 二、上年结转政府信息公开申请数量 |      2
      |                                         - b
    5 | 三（七）总计                     |     30
      |                                        ^^ c
    6 | 四、结转下年度继续办理           |      4
      |                                         - d
    """)


def test_a_row_has_a_letter_for_each_column():
    assert frame(SRC, row_finding(SRC)) == shown("""
      |              | 自然人 | 商业企业 | 总计
    5 | 三（七）总计 |     30 |        4 |   35
      |                    -- a        - b   ^^ c
    """)


def test_heads_are_broken_and_labels_cut_where_the_room_is_short():
    assert frame(SRC, row_finding(SRC), width=36) == shown("""
      |              |        | 商业 |
      |              | 自然人 | 企业 | 总计
    5 | 三（七）总计 |     30 |    4 |   35
      |                    -- a    - b   ^^ c
    """)


def test_a_unique_repair_is_told_beside_its_cell():
    cell = balance(SRC).left[1].location
    repair = Repair(True, 1, (Change(Place(), cell, 2, 3),), decided="alone")
    assert frame(SRC, column_finding(SRC)._replace(location=cell, repair=repair)) == shown("""
      |                                  | 自然人
    3 | 一、本年新收政府信息公开申请数量 |     31
      |                                        -- a
    4 | 二、上年结转政府信息公开申请数量 |      2
      |                                         ^ b  b 最可能应为 3
    5 | 三（七）总计                     |     30
      |                                        -- c
    6 | 四、结转下年度继续办理           |      4
      |                                         - d
    """)


def test_without_room_beside_it_a_repair_is_told_below_its_cell():
    cell = row_finding(SRC).equation.left[0].location
    repair = Repair(True, 1, (Change(Place(), cell, 30, 31),), decided="alone")
    made = row_finding(SRC)._replace(repair=repair, location=cell)
    assert frame(SRC, made, width=50) == shown("""
      |              | 自然人 | 商业企业 | 总计
    5 | 三（七）总计 |     30 |        4 |   35
      |                    ^^ a        - b   -- c
      |                    a 最可能应为 31
    """)


def test_a_cell_with_a_remark_is_cut():
    first = balance(SRC).left[0]._replace(raw="31（其中含上年转来的 2 件）")
    equation = balance(SRC)._replace(left=(first, balance(SRC).left[1]))
    assert frame(SRC, column_finding(SRC)._replace(equation=equation)) == shown("""
      |                                  |          自然人
    3 | 一、本年新收政府信息公开申请数量 | 31（其中含上...
      |                                    --------------- a
    4 | 二、上年结转政府信息公开申请数量 |               2
      |                                                  - b
    5 | 三（七）总计                     |              30
      |                                                 ^^ c
    6 | 四、结转下年度继续办理           |               4
      |                                                  - d
    """)


def test_cells_without_a_place_have_no_line_number():
    last = balance(SRC).right[1]._replace(location=None, raw="")
    equation = balance(SRC)._replace(right=(balance(SRC).right[0], last))
    assert frame(SRC, column_finding(SRC)._replace(equation=equation)) == shown("""
      |                                  | 自然人
    3 | 一、本年新收政府信息公开申请数量 |     31
      |                                        -- a
    4 | 二、上年结转政府信息公开申请数量 |      2
      |                                         - b
    5 | 三（七）总计                     |     30
      |                                        ^^ c
      | 四、结转下年度继续办理           |
      |                                         - d
    """)


def test_a_colored_grid_underlines_the_numbers():
    assert frame(SRC, row_finding(SRC), color=True).replace("\x1b", "ESC") == shown("""
    ESC[1;34m  |ESC[0m              | 自然人 | 商业企业 | 总计
    ESC[1;34m5 |ESC[0m 三（七）总计 |     ESC[4;34m30ESC[0m |        ESC[4;34m4ESC[0m |   ESC[1;4;31m35ESC[0m
    ESC[1;34m  |ESC[0m                    ESC[1;34m-- aESC[0m        ESC[1;34m- bESC[0m   ESC[1;31m^^ cESC[0m
    """)  # noqa: E501
