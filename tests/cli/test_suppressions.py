"""Suppressions: ``disclosure-lint.ignore.toml`` beside the reports."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Ended

NAME = "disclosure-lint.ignore.toml"
ROW = ("| 7 | 3 | 0 | 0 | 1 | 0 | 12 |", "| 7 | 3 | 0 | 0 | 1 | 0 | 13 |")
TOTAL = """\
[[ignore]]
rule = ["ARI001", "ARI003"]
file = "broken.txt"
place = "表三「一、本年新收」总计"
values = ["7", "3", "0", "0", "1", "0", "12", "12", "1", "10", "2"]
reason = "办件系统里有一件重复登记，已报请更正"
"""
ONLY = ("--select", "ARI001,ARI003", "-f", "json")


@pytest.fixture
def ignore(tmp_path):
    """Write the file beside the report; ``changes`` are replacements in the entry for the total."""

    def write(*changes: tuple[str, str], text: str = TOTAL) -> Path:
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        path: Path = tmp_path / NAME
        path.write_text(text, encoding="utf-8")
        return path

    return write


def lapses(ended: Ended) -> list[tuple[str, int | None]]:
    """The entries that did nothing: why, and the line in which they begin."""
    data = json.loads(ended.out)
    found = [(one["why"], one["line"]) for file in data["files"] for one in file["lapsed"]]
    assert data["summary"]["lapsed"] == len(found)
    return found


def told(ended: Ended) -> list[str]:
    """What is said of the entries that did nothing."""
    data = json.loads(ended.out)
    return [one["text"] for file in data["files"] for one in file["lapsed"]]


def counts(ended: Ended) -> tuple[int, int]:
    """Errors that are shown, and findings that are suppressed."""
    summary = json.loads(ended.out)["summary"]
    return summary["error"], summary["suppressed"]


def test_a_finding_with_an_entry_is_counted_and_not_shown(run, broken, ignore):
    ignore()
    ended = run("broken.txt", "--select", "ARI001,ARI003")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == (
        "未见错误：1 份年报，另有 1 处按理由忽略。\n"
        "规则 2 条：0 通过，2 不通过，0 不适用，0 无法判定。\n"
    )
    assert run("broken.txt", "--select", "ARI001", "--lang", "en").err.startswith(
        "No errors seen: 1 report, 1 set aside with a reason.\n"
    )


def test_paths_alone_know_the_file_as_well(run, broken, ignore):
    ignore(('["ARI001", "ARI003"]', '["ARI001", "ARI003", "XTX001"]'))
    assert run("broken.txt").code == 0
    assert run("./broken.txt").code == 0
    assert run(broken).code == 0


def test_the_place_may_be_written_in_keys_and_the_rules_by_name(run, broken, ignore):
    ignore(
        (
            '"表三「一、本年新收」总计"',
            '{section = 3, table = "requests", row = "received", column = "total"}',
        ),
        ('["ARI001", "ARI003"]', '["row-sum", "requests-unbalanced"]'),
    )
    assert counts(run("broken.txt", *ONLY)) == (0, 1)


def test_numbers_may_be_written_as_numbers(run, broken, ignore):
    ignore(('"7", "3", "0", "0", "1", "0", "12", "12", "1", "10", "2"',
            "7, 3, 0, 0, 1, 0, 12, 12, 1, 10, 2"))  # fmt: skip
    assert counts(run("broken.txt", *ONLY)) == (0, 1)


def test_a_changed_number_ends_it_and_is_told(run, broken, ignore):
    ignore()
    broken.write_text(broken.read_text(encoding="utf-8").replace(*ROW), encoding="utf-8")
    ended = run("broken.txt", *ONLY)
    assert ended.code == 1
    assert counts(ended) == (1, 0)
    assert lapses(ended) == [("stale", 1)]
    assert told(ended) == ["数值变了，问题重新列出：表三「一、本年新收」总计：12 → 13"]
    assert (
        "\n已失效的忽略记录（1 条）：\n  disclosure-lint.ignore.toml:1 ARI001, ARI003："
        in ended.err
    )


def test_an_edit_elsewhere_leaves_it(run, broken, ignore):
    ignore()
    text = broken.read_text(encoding="utf-8")
    broken.write_text(text.replace("一、总体情况\n", "一、总体情况\n\n多了一段。\n\n", 1), "utf-8")
    ended = run("broken.txt", *ONLY)
    assert (counts(ended), lapses(ended)) == ((0, 1), [])


def test_an_entry_that_matches_nothing_is_told(run, clean, ignore):
    ignore(("broken.txt", "clean.txt"))
    ended = run("clean.txt", *ONLY)
    assert (ended.code, lapses(ended)) == (0, [("stale", 1)])
    assert told(ended) == ["clean.txt 里已没有这一条（表三「一、本年新收」总计），可以删去"]
    assert run("clean.txt", "--fail-on-stale").code == 1
    assert run("clean.txt", "--fail-on-stale", "-q").err.startswith("已失效的忽略记录（1 条）：\n")


def test_an_entry_for_another_place_says_where_the_finding_is(run, broken, ignore):
    ignore(("本年新收", "本年收到"))
    ended = run("broken.txt", *ONLY)
    assert (counts(ended), lapses(ended)) == ((1, 0), [("stale", 1)])
    assert told(ended) == ["位置不对：这一处在 表三「一、本年新收」总计"]


def test_entries_of_files_that_are_not_checked_are_left_in_peace(run, clean, broken, ignore):
    ignore()
    assert lapses(run("clean.txt", *ONLY)) == []
    broken.unlink()
    ended = run("clean.txt", *ONLY)
    assert lapses(ended) == [("stale", 1)]
    assert told(ended) == ["文件夹里没有 broken.txt"]


@pytest.mark.parametrize(
    "options",
    [
        ("--select", "CEL"),
        ("--ignore", "ARI"),
        ("--severity", "ARI=info,XTX=info"),
    ],
)
def test_an_entry_of_a_rule_that_was_not_judged_or_not_shown_is_not_stale(
    run, broken, ignore, options
):
    """By a run that does not look, nobody can know whether the finding is gone."""
    ignore()
    text = broken.read_text(encoding="utf-8")
    broken.write_text(text.replace(*ROW), encoding="utf-8")
    assert lapses(run("broken.txt", "-f", "json", *options)) == []


def test_an_entry_of_a_rule_that_cannot_be_evaluated_is_not_stale(run, clean, ignore):
    ignore(("broken.txt", "clean.txt"))
    text = clean.read_text(encoding="utf-8")
    clean.write_text(text[: text.index("三、收到和处理政府信息公开申请情况")], encoding="utf-8")
    ended = run("clean.txt", "--partial", *ONLY)
    file = json.loads(ended.out)["files"][0]
    assert {note["rule"] for note in file["undecided"]} == {"ARI001", "ARI003"}
    assert lapses(ended) == []


def test_it_holds_up_to_its_last_day(run, broken, ignore):
    ignore(("reason =", "until = 2999-12-31\nreason ="))
    assert counts(run("broken.txt", *ONLY)) == (0, 1)
    ignore(("reason =", "until = 2001-12-31\nreason ="))
    ended = run("broken.txt", *ONLY)
    assert (ended.code, counts(ended), lapses(ended)) == (1, (1, 0), [("expired", 1)])
    assert told(ended) == ["已过期（until 2001-12-31），问题还在，重新列出"]


def test_an_expired_entry_for_nothing_can_be_deleted(run, clean, ignore):
    ignore(("broken.txt", "clean.txt"), ("reason =", 'until = "2001-12-31"\nreason ='))
    ended = run("clean.txt", *ONLY, "--lang", "en")
    assert lapses(ended) == [("expired", 1)]
    assert told(ended) == ["expired (until 2001-12-31), and the finding is gone; delete the entry"]


def test_a_merged_finding_is_suppressed_only_when_all_its_rules_are(run, broken, ignore):
    ignore(('["ARI001", "ARI003"]', '"ARI001"'))
    ended = run("broken.txt", *ONLY)
    assert (ended.code, counts(ended), lapses(ended)) == (1, (1, 0), [("partial", 1)])
    assert told(ended)[0].endswith('要一并写明 rule = ["ARI001", "ARI003"]')
    other = TOTAL.replace('["ARI001", "ARI003"]', '"ARI003"')
    both = TOTAL.replace('["ARI001", "ARI003"]', '"ARI001"') + other
    ignore(text=both)
    ended = run("broken.txt", *ONLY)
    assert (counts(ended), lapses(ended)) == ((0, 1), [])


def test_equal_findings_are_suppressed_as_often_as_the_entry_says(run, clean, ignore):
    text = clean.read_text(encoding="utf-8")
    twice = "截止2024年12月31日共有3件。截止2024年12月31日还有2件。"
    clean.write_text(text.replace("一、总体情况\n", f"一、总体情况\n\n{twice}\n", 1), "utf-8")
    entry = (
        '[[ignore]]\nrule = "TMP010"\nfile = "clean.txt"\nplace = "一、总体情况"\n'
        'values = ["截止2024年12月31日"]\nreason = "原文如此"\n'
    )
    select = ("--select", "TMP010", "--profile", "all")
    for times, left in (("", 1), ("times = 1\n", 1), ("times = 2\n", 0), ("times = 3\n", 0)):
        ignore(text=entry + times)
        assert run("clean.txt", *select).out.count("TMP010") == left


def test_all_can_be_shown_again(run, broken, ignore):
    ignore()
    ended = run("broken.txt", "--no-suppressions", *ONLY)
    assert (ended.code, counts(ended), lapses(ended)) == (1, (1, 0), [])


def test_a_file_that_cannot_be_read_or_a_rule_that_cannot_be_evaluated_is_never_hidden(
    run, clean, broken, ignore
):
    ignore(text=TOTAL + TOTAL.replace("broken.txt", "clean.txt"))
    text = clean.read_text(encoding="utf-8")
    clean.write_text(text[: text.index("三、收到和处理政府信息公开申请情况")], encoding="utf-8")
    broken.write_bytes(b"")
    ended = run("clean.txt", "broken.txt", "--partial", *ONLY)
    assert ended.code == 2
    files = json.loads(ended.out)["files"]
    assert [file["status"] for file in files] == ["partly_checked", "unreadable"]
    assert len(files[0]["undecided"]) == 2
    assert lapses(ended) == []


def test_each_folder_has_its_own_and_processes_make_no_difference(run, broken, ignore, tmp_path):
    ignore()
    for number in range(12):
        folder = tmp_path / f"{number:02}"
        folder.mkdir()
        shutil.copy(broken, folder / "broken.txt")
        if number % 3 == 0:
            shutil.copy(tmp_path / NAME, folder / NAME)
    broken.unlink()
    (tmp_path / NAME).unlink()
    alone = run(".", "--select", "ARI001,ARI003", "--jobs", "1")
    assert alone.err.startswith("发现错误：12 份年报，8 处错误。\n另有 4 条按理由忽略。\n")
    shown = [line.split("/")[1] for line in alone.out.splitlines()]
    assert shown == [f"{number:02}" for number in range(12) if number % 3]
    assert run(".", "--select", "ARI001,ARI003", "--jobs", "3") == alone


def test_standard_input_has_the_folder_of_its_name(run, broken, ignore):
    ignore()
    data = broken.read_bytes()
    assert run("-", "--stdin-filename", "broken.txt", *ONLY, stdin=data).code == 0
    assert run("-", *ONLY, stdin=data).code == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ([('rule = ["ARI001", "ARI003"]', 'rule = "ARI091"')],
            ":2: 没有规则 ARI091，要写完整的编号或名称；是不是 "),
        ([('rule = ["ARI001", "ARI003"]', 'rule = "row-summ"')],
            ":2: 没有规则 row-summ，要写完整的编号或名称；是不是 row-sum"),
        ([('rule = ["ARI001", "ARI003"]', 'rule = "ARI"')], ":2: 没有规则 ARI，要写完整的编号"),
        ([('reason = "办件系统里有一件重复登记，已报请更正"', 'reason = " "')],
            ":6: reason 应为理由，不能空着\n"),
        ([('reason = "办件系统里有一件重复登记，已报请更正"', "")],
            ":1: 缺少 reason（理由，不能空着）\n"),
        ([("place =", "plase =")], ":4: 不认识的键 plase；是不是 place？\n"),
        ([('"表三「一、本年新收」总计"', '{tabel = "requests"}')],
            ":4: place 里不认识的键 tabel；是不是 table？\n"),
        ([('"broken.txt"', '"../broken.txt"')], ":3: file 应为同一文件夹里的文件名\n"),
        ([("reason =", "until = 2026\nreason =")], ":6: until 应为日期，如 2026-12-31\n"),
        ([("reason =", 'until = "2026-02-30"\nreason =')], ":6: until 应为日期，如 2026-12-31\n"),
        ([("reason =", "times = 0\nreason =")], ":6: times 应为正整数\n"),
        ([('["7"', "[true")], ":5: values 应为列表，写涉及的数或词\n"),
        ([("[[ignore]]", "[[ignored]]")], ":1: 不认识的键 ignored；是不是 ignore？\n"),
        ([("[[ignore]]", "[ignore]")], ":1: ignore 应写成一条条 [[ignore]]\n"),
        ([("[[ignore]]", "[[ignore")], ": TOML 写法有误："),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_entry_is_refused_with_its_line(
    run, broken, ignore, changes, message
):
    ignore(*changes)
    ended = run("broken.txt")
    assert (ended.code, ended.out) == (2, "")
    assert NAME + message in ended.err.replace("：" + NAME, "：\n" + NAME)


def test_all_that_is_wrong_is_told_at_once(run, broken, ignore):
    ignore(
        text="# 说明\n" + TOTAL.replace("rule", "ruel") + "\n" + TOTAL.replace("values", "value")
    )
    assert run("broken.txt", "--lang", "en").err == (
        f"Error: {NAME}:3: unknown key ruel; did you mean rule?\n"
        f"{NAME}:2: no rule (a whole code or name, or a list of them)\n"
        f"{NAME}:13: unknown key value; did you mean values?\n"
    )


def test_a_file_in_another_encoding_or_with_another_name_is_refused(run, broken, tmp_path):
    (tmp_path / NAME).write_bytes(TOTAL.encode("gbk"))
    assert run("broken.txt").err == f"错误：{NAME}: 不是 UTF-8 编码\n"
    (tmp_path / NAME).rename(tmp_path / f"{NAME}.txt")
    ended = run("broken.txt")
    assert ended.code == 2
    assert f"{NAME}.txt 没有读：文件名应为 {NAME}" in ended.err


@pytest.mark.parametrize("chosen", ["ARI,XTX", "ARI", "ARI001", "ARI003"])
def test_an_entry_holds_whichever_of_its_rules_are_chosen(run, broken, chosen):
    """The text contradicts the total as well: one cause of three rules."""
    all_three = "ARI001,ARI003,XTX001"
    run("broken.txt", "--add-suppression", all_three, "--reason", "已报请更正")
    ended = run("broken.txt", "--select", chosen, "-f", "json")
    assert counts(ended) == (0, 1)


@pytest.mark.parametrize("chosen", ["ARI", "ARI001", "ARI003"])
def test_a_baseline_holds_whichever_of_the_rules_are_chosen(run, broken, chosen):
    run("baseline", "create", "broken.txt")
    ended = run("broken.txt", "--baseline", "disclosure-lint.baseline.json", "--select", chosen)
    assert ended.code == 0
