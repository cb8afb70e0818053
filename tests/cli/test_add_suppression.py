"""``--add-suppression``: write down that a finding is known, and why."""

from __future__ import annotations

import shutil
import tomllib

import pytest

from tests.render.sample import shown

NAME = "disclosure-lint.ignore.toml"
ADD = ("--add-suppression", "ARI001,ARI003,XTX001", "--reason", "台账有误")
ENTRY = """\
# 表三「一、本年新收」总计：「一、本年新收」一行相加是 11，总计填的是 12
[[ignore]]
rule = ["ARI001", "ARI003", "XTX001"]
file = "broken.txt"
place = {section = 3, table = "requests", row = "received", column = "total"}
values = ["7", "3", "0", "0", "1", "0", "12", "12", "1", "10", "2"]
reason = "台账有误"
"""


def test_the_entry_stands_beside_the_report_and_works(run, broken, tmp_path):
    ended = run("broken.txt", *ADD)
    assert ended == (0, "", f"{NAME}：写入 1 条\n")
    text = (tmp_path / NAME).read_text(encoding="utf-8")
    schema, _, entry = text.partition("\n\n")
    assert schema.startswith("#:schema https://")
    assert schema.endswith("/schemas/ignore.schema.json")
    assert entry == ENTRY
    assert run("broken.txt").code == 0


def test_what_is_suppressed_already_is_not_written_again(run, broken, tmp_path):
    run("broken.txt", *ADD)
    before = (tmp_path / NAME).read_bytes()
    assert run("broken.txt", *ADD) == (0, "", "没有可以写入的问题\n")
    assert (tmp_path / NAME).read_bytes() == before


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["\n", ""])
def test_what_stands_in_the_file_is_kept_to_the_byte(run, broken, tmp_path, line_end, mark, last):
    text = shown("""
    # 由办公室张三维护
    [[ignore]]  # 去年就有
    rule = 'WRD003'
    file =   "other.txt"
    place = "引言"
    reason = '''原文
    如此'''
    """)
    before = (mark + text + last).replace("\n", line_end).encode()
    (tmp_path / NAME).write_bytes(before)
    assert run("broken.txt", *ADD).code == 0
    after = (tmp_path / NAME).read_bytes()
    assert after.startswith(before)
    added = after[len(before) :].decode()
    assert added == ("" if last else line_end) + line_end + ENTRY.replace("\n", line_end)
    assert run("broken.txt").code == 0


def test_up_to_a_day(run, broken, tmp_path):
    run("broken.txt", *ADD, "--until", "2999-12-31")
    assert (tmp_path / NAME).read_text("utf-8").endswith('"台账有误"\nuntil = 2999-12-31\n')
    assert run("broken.txt").code == 0


def test_a_finding_of_further_rules_is_not_hidden_by_naming_one(run, broken, tmp_path):
    ended = run("broken.txt", "--add-suppression", "row-sum", "--reason", "台账有误")
    assert ended == (
        0,
        "",
        "broken.txt：表三「一、本年新收」总计：没有写入，这一处还同时违反别的规则；要一并忽略，用 "
        "--add-suppression ARI001,ARI003,XTX001\n没有可以写入的问题\n",
    )
    assert not (tmp_path / NAME).exists()


def test_many_reports_have_one_file_a_folder(run, broken, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        for name in ("1.txt", "2.txt"):
            shutil.copy(broken, tmp_path / folder / name)
    ended = run("a", "b", *ADD, "--lang", "en")
    assert ended == (0, "", f"a/{NAME}: 2 added\nb/{NAME}: 2 added\n")
    entries = tomllib.loads((tmp_path / "a" / NAME).read_text(encoding="utf-8"))["ignore"]
    assert [entry["file"] for entry in entries] == ["1.txt", "2.txt"]
    assert run("a", "b").code == 0


def test_a_reason_with_signs_of_toml_stays_a_text(run, broken, tmp_path):
    reason = 'a "b" \\ c\n[[ignore]]\x1b[31m \u202e # d'
    run("broken.txt", *ADD[:2], "--reason", reason)
    text = (tmp_path / NAME).read_text(encoding="utf-8")
    (entry,) = tomllib.loads(text)["ignore"]
    assert entry["reason"] == 'a "b" \\ c [[ignore]]\x1b[31m \u202e # d'
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_place_without_keys_is_written_in_words(run, clean, tmp_path):
    text = clean.read_text(encoding="utf-8")
    for words in ("《中华人民共和国政府信息公开条例》", "《条例》"):
        text = text.replace(words, "有关规定")
    clean.write_text(text, encoding="utf-8")
    run("clean.txt", "--add-suppression", "PRE008", "--reason", "上级统一要求")
    (entry,) = tomllib.loads((tmp_path / NAME).read_text(encoding="utf-8"))["ignore"]
    assert entry == {
        "rule": "PRE008", "file": "clean.txt", "place": "全文", "reason": "上级统一要求"
    }  # fmt: skip
    assert "PRE008" not in run("clean.txt").out
    assert "PRE008" in run("clean.txt", "--no-suppressions").out


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--add-suppression", "ARI001"], "--add-suppression 要同时用 --reason 写明理由\n"),
        (["--add-suppression", "ARI001", "--reason", " "], "--add-suppression 要同时用 --reason"),
        (["--add-suppression", "ARI", "--reason", "x"],
            "--add-suppression ARI：要写规则的完整编号或名称"),
        (["--add-suppression", "row-summ", "--reason", "x"],
            "--add-suppression row-summ：要写规则的完整编号或名称；是不是 row-sum"),
        (["--reason", "x"], "--reason、--until 要与 --add-suppression 同用\n"),
        (["--until", "2999-01-01"], "--reason、--until 要与 --add-suppression 同用\n"),
        ([*ADD, "--until", "2001-01-01"], "--until 2001-01-01：这一天已过\n"),
        ([*ADD, "--until", "明年"], "--until 明年：应写成日期，如 2026-12-31\n"),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_refused(run, broken, tmp_path, args, message):
    ended = run("broken.txt", *args)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("错误：" + message)
    assert not (tmp_path / NAME).exists()


def test_standard_input_has_no_place_for_it(run, broken):
    ended = run("-", *ADD, "--lang", "en", stdin=broken.read_bytes())
    assert (ended.code, ended.err) == (
        2,
        "Error: --add-suppression needs a file, not standard input\n",
    )


def test_a_list_in_one_line_cannot_be_added_to_and_is_left(run, broken, tmp_path):
    before = 'ignore = [{rule = "WRD003", file = "a.txt", place = "引言", reason = "x"}]\n'
    (tmp_path / NAME).write_text(before, encoding="utf-8")
    ended = run("broken.txt", *ADD)
    assert (ended.code, ended.err) == (
        2,
        f"错误：{NAME}：没法往里添加；请把原有各条写成 [[ignore]]\n",
    )
    assert (tmp_path / NAME).read_text(encoding="utf-8") == before


def test_a_file_that_cannot_be_read_is_told(run, broken):
    ended = run("broken.txt", "gone.txt", *ADD)
    assert (ended.code, ended.err) == (2, f"gone.txt: 文件不存在\n{NAME}：写入 1 条\n")
