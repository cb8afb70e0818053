"""What people have set aside stays so in every part: configuration, fixes, every format."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from xml.etree import ElementTree

import pytest

from tests.cli.test_fixing import with_faults
from tests.cli.test_suppressions import NAME as IGNORE
from tests.cli.test_suppressions import TOTAL

BASELINE = "disclosure-lint.baseline.json"
LAW = {"认真贯彻落实《条例》": "认真贯彻落实《中华人民共和国保密法》"}
LAW_RULE = "WRD009"


@pytest.fixture
def county(tmp_path, report):
    """Two folders with the same wrong total in each; the first has a baseline in its settings."""
    report("县直/年报.txt")
    report("乡镇/年报.txt")
    (tmp_path / "县直" / "disclosure-lint.toml").write_text(
        f'baseline = "{BASELINE}"\n', encoding="utf-8"
    )
    return tmp_path


def created(run, county):
    ended = run("baseline", "create", "-o", f"县直/{BASELINE}", "县直")
    assert ended.code == 0
    assert ended.err.startswith(f"县直/{BASELINE}：1 个文件，记下 1 条\n以后检查要加 --baseline ")


def test_the_baseline_of_a_configuration_is_for_the_reports_below_it(run, county):
    created(run, county)
    ended = run("县直", "乡镇", "-f", "json")
    assert [
        (file["path"], file["baselined"], len(file["findings"]))
        for file in json.loads(ended.out)["files"]
    ] == [("县直/年报.txt", 1, 0), ("乡镇/年报.txt", 0, 1)]


def test_a_baseline_on_the_command_line_goes_over_that_of_the_configuration(run, county):
    created(run, county)
    run("baseline", "create", "-o", "other.json", "乡镇")
    ended = run("县直", "乡镇", "--baseline", "other.json", "-f", "json")
    found = {file["path"]: file["baselined"] for file in json.loads(ended.out)["files"]}
    assert found == {"县直/年报.txt": 0, "乡镇/年报.txt": 1}


def test_settings_tell_where_the_baseline_is_named(run, county):
    ended = run("--show-settings", "县直/年报.txt")
    assert 'baseline = "县直/disclosure-lint.baseline.json"  # 县直/disclosure-lint.toml:1' in (
        ended.out
    )


def test_a_baseline_that_is_not_there_is_refused(run, county):
    ended = run("县直")
    assert ended.code == 2
    assert f"县直/{BASELINE}" in ended.err


def test_no_configuration_no_baseline(run, county):
    created(run, county)
    assert run("县直").code == 0
    assert run("县直", "--no-config").code == 1


def test_a_configuration_may_ask_to_fail_for_entries_that_no_longer_hold(run, county, clean):
    created(run, county)
    shutil.copy(clean, county / "县直" / "年报.txt")
    assert run("县直").code == 0
    (county / "县直" / "disclosure-lint.toml").write_text(
        f'baseline = "{BASELINE}"\nfail-on-stale = true\n', encoding="utf-8"
    )
    assert run("县直").code == 1


def test_isolated_uses_no_suppressions_beside_the_report(run, broken, tmp_path):
    (tmp_path / IGNORE).write_text(TOTAL, encoding="utf-8")
    only = ("--select", "ARI001,ARI003")
    assert run("broken.txt", *only).code == 0
    assert run("broken.txt", *only, "--no-config").code == 0
    assert run("broken.txt", *only, "--isolated").code == 1


# ---- fixes


def test_what_is_suppressed_is_not_fixed(run, clean):
    text = with_faults(clean, LAW)
    assert run("clean.txt", "--diff").code == 1
    run("clean.txt", "--add-suppression", LAW_RULE, "--reason", "引文如此")
    assert run("clean.txt", "--diff") == (0, "", "可以修正 0 处，文件没有改动。\n")
    ended = run("clean.txt", "--fix")
    assert ended.err.endswith("已修正 0 处（0 个文件），还有 0 处。\n")
    assert clean.read_text(encoding="utf-8") == text


def test_what_is_in_the_baseline_is_not_fixed_even_when_the_file_was_moved(run, clean):
    with_faults(clean, LAW)
    run("baseline", "create", "clean.txt")
    moved = clean.rename(clean.with_name("moved.txt"))
    text = moved.read_text(encoding="utf-8")
    ended = run("moved.txt", "--fix", "--baseline", BASELINE)
    assert ended.err.endswith("已修正 0 处（0 个文件），还有 0 处。\n")
    assert moved.read_text(encoding="utf-8") == text


def test_each_file_is_fixed_by_its_own_settings(run, clean, tmp_path):
    with_faults(clean, LAW)
    kept = tmp_path / "kept" / "年报.txt"
    kept.parent.mkdir()
    shutil.copy(clean, kept)
    (kept.parent / "disclosure-lint.toml").write_text(
        f'ignore = ["{LAW_RULE}"]\n', encoding="utf-8"
    )
    before = kept.read_text(encoding="utf-8")
    ended = run("kept", "clean.txt", "--fix")
    assert "\n已修正 1 处（1 个文件），" in ended.err
    assert kept.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_suppressions_are_not_written_together_with_fixes(run, clean, option):
    ended = run("clean.txt", option, "--add-suppression", LAW_RULE, "--reason", "引文如此")
    assert ended.code == 2
    assert option in ended.err


def test_fixes_cannot_give_commands_to_github(run, clean, tmp_path):
    with_faults(clean, LAW)
    name = "::error::年报.txt"
    (tmp_path / name).write_bytes(clean.read_bytes())
    ended = run(f"./{name}", "--fix", "-f", "github")
    assert not any(line.lstrip().startswith("::") for line in ended.err.splitlines())


# ---- every format


LAPSED = f"{IGNORE}:1 ARI001, ARI003"


@pytest.fixture
def stale(run, clean, tmp_path):
    """Run a clean report with an entry that matches nothing."""
    (tmp_path / IGNORE).write_text(TOTAL.replace("broken.txt", "clean.txt"), encoding="utf-8")

    def call(*args):
        ended = run("clean.txt", "--select", "ARI", *args)
        assert ended.code == 0
        return ended

    return call


def test_entries_that_no_longer_hold_are_warnings_of_sarif(stale):
    [made] = json.loads(stale("-f", "sarif").out)["runs"]
    [one] = made["invocations"][0]["toolExecutionNotifications"]
    assert (one["descriptor"]["id"], one["level"]) == ("lapsed", "warning")
    assert LAPSED in one["message"]["text"]


def test_they_are_annotations_of_github(stale):
    line = next(line for line in stale("-f", "github").out.splitlines() if "lapsed" in line)
    assert line.startswith("::warning ")
    assert LAPSED.partition(" ")[2] in line.replace("%2C", ",")


def test_they_are_issues_of_gitlab(stale):
    [one] = json.loads(stale("-f", "gitlab").out)
    assert (one["check_name"], LAPSED in one["description"]) == ("lapsed", True)


def test_they_are_told_in_junit_without_a_case_that_is_skipped(stale):
    tree = ElementTree.fromstring(stale("-f", "junit").out)
    assert tree.findall(".//skipped") == []
    assert any(LAPSED in (text.text or "") for text in tree.iter("system-out"))


def test_they_are_rows_of_a_table_and_items_of_a_page(stale):
    rows = list(csv.DictReader(io.StringIO(stale("-f", "csv").out.removeprefix("\ufeff"))))
    assert [(row["kind"], LAPSED in row["message"]) for row in rows] == [("lapsed", True)]
    assert "已失效的忽略记录" in stale("-f", "markdown").out


def test_they_are_in_the_line_of_the_file(stale):
    lines = [json.loads(line) for line in stale("-f", "jsonl").out.splitlines()]
    [file] = [line for line in lines if line["type"] == "file"]
    assert [(one["why"], one["line"]) for one in file["lapsed"]] == [("stale", 1)]


def test_they_are_a_part_of_the_page(stale):
    page = stale("-f", "html").out
    assert re.search(r"<h3>已失效的忽略记录</h3><ul><li>[^<]*:1 ARI001, ARI003", page)
    assert "未能核对的" not in page


def test_the_page_counts_what_is_suppressed(run, broken, tmp_path):
    (tmp_path / IGNORE).write_text(TOTAL, encoding="utf-8")
    page = run("broken.txt", "--select", "ARI001,ARI003", "-f", "html").out
    assert '<p class="verdict good">未见错误：另有 1 处按理由忽略。</p>' in page
