"""``baseline create`` and ``prune``, and ``check --baseline``: only what is new is shown."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Ended, Run

NAME = "disclosure-lint.baseline.json"
SCHEMA = Path(__file__).parents[2] / "schemas" / "baseline.schema.json"
ROW = ("| 7 | 3 | 0 | 0 | 1 | 0 | 12 |", "| 7 | 3 | 0 | 0 | 1 | 0 | 13 |")
USE = ("--baseline", NAME)
THEN = f"以后检查要加 --baseline {NAME}（或在配置文件里写 baseline），记下的才不再列出\n"


@pytest.fixture
def made(run: Run, broken: Path) -> Path:
    """A baseline of the one finding of the broken report."""
    ended = run("baseline", "create", "broken.txt")
    assert ended == (0, "", f"{NAME}：1 个文件，记下 1 条\n{THEN}")
    return broken.parent / NAME


def findings(path: Path) -> list[dict[str, object]]:
    data = json.loads(path.read_text(encoding="utf-8"))
    found: list[dict[str, object]] = data["findings"]
    return found


def lapsed(ended: Ended) -> list[str]:
    files = json.loads(ended.out)["files"]
    return [one["text"] for file in files for one in file["lapsed"]]


def test_it_names_rule_file_and_place_and_keeps_to_its_schema(made):
    data = json.loads(made.read_text(encoding="utf-8"))
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(data)
    (finding,) = data["findings"]
    assert len(finding.pop("fingerprint")) == 64
    assert finding == {
        "rule": "ARI001",
        "file": "broken.txt",
        "place": {"section": 3, "table": "requests", "row": "received", "column": "total"},
        "locator": "表三「一、本年新收」总计",
    }


def test_what_is_in_it_is_counted_and_not_shown(run, made):
    ended = run("broken.txt", *USE)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith("未见错误：1 份年报，另有 1 处在基线里。\n")
    summary = json.loads(run("broken.txt", *USE, "-f", "json").out)["summary"]
    assert (summary["error"], summary["baselined"], summary["suppressed"]) == (0, 1, 0)
    assert run("broken.txt").code == 1


def test_what_is_new_is_shown(run, broken, made):
    text = broken.read_text(encoding="utf-8")
    broken.write_text(
        text.replace("一、总体情况\n", "一、总体情况\n\n截止2024年12月31日。\n", 1), "utf-8"
    )
    ended = run("broken.txt", *USE, "--profile", "all")
    assert [line.split("[")[1][:6] for line in ended.out.splitlines()] == ["TMP010"]
    assert "另有 1 条按基线忽略。" in ended.err


def test_a_changed_number_ends_it(run, broken, made):
    broken.write_text(broken.read_text(encoding="utf-8").replace(*ROW), encoding="utf-8")
    ended = run("broken.txt", *USE, "-f", "json")
    assert ended.code == 1
    assert lapsed(ended) == ["broken.txt 里已没有这一条（表三「一、本年新收」总计）"]


def test_a_report_that_moved_and_was_renamed_is_known(run, broken, made, tmp_path):
    folder = tmp_path / "2024"
    folder.mkdir()
    shutil.move(broken, folder / "年报.txt")
    ended = run("2024", *USE, "-f", "json")
    assert (ended.code, lapsed(ended)) == (0, [])
    assert run("baseline", "prune", "2024").err == f"{NAME}：删去 0 条，留下 1 条\n"
    assert [one["file"] for one in findings(made)] == ["2024/年报.txt"]


def test_a_copy_of_a_report_is_new(run, broken, made, tmp_path):
    shutil.copy(broken, tmp_path / "copy.txt")
    ended = run("broken.txt", "copy.txt", *USE)
    assert ended.code == 1
    assert ended.out.startswith("copy.txt:36:44: error[ARI001]")
    assert len(ended.out.splitlines()) == 1


def test_it_does_not_matter_from_where_and_how_the_path_is_written(run, broken, made):
    assert run("./broken.txt", *USE).code == 0
    assert run(broken, "--baseline", made).code == 0


def test_what_is_gone_is_told_and_pruned(run, clean, broken, made):
    shutil.copy(clean, broken)
    ended = run("broken.txt", *USE, "-f", "json")
    assert (ended.code, lapsed(ended)) == (
        0,
        ["broken.txt 里已没有这一条（表三「一、本年新收」总计）"],
    )
    assert f"\n已失效的忽略记录（1 条）：\n  {NAME} ARI001：" in ended.err
    assert run("broken.txt", *USE, "--fail-on-stale").code == 1
    ended = run("baseline", "prune", "broken.txt")
    assert ended == (
        0,
        "",
        "ARI001 broken.txt 里已没有这一条（表三「一、本年新收」总计）\n"
        f"{NAME}：删去 1 条，留下 0 条\n",
    )
    assert findings(made) == []


def test_a_report_that_was_deleted_is_told(run, clean, broken, made):
    broken.unlink()
    ended = run("clean.txt", *USE, "-f", "json", "--lang", "en")
    assert lapsed(ended) == ["broken.txt is gone (表三「一、本年新收」总计)"]


def test_prune_without_a_path_looks_at_the_files_that_it_names_and_never_adds(
    run, clean, broken, made
):
    text = broken.read_text(encoding="utf-8")
    broken.write_text(
        text.replace("一、总体情况\n", "一、总体情况\n\n截止2024年12月31日。\n", 1), "utf-8"
    )
    before = made.read_bytes()
    assert run("baseline", "prune", "--profile", "all").err == f"{NAME}：删去 0 条，留下 1 条\n"
    assert made.read_bytes() == before


@pytest.mark.parametrize("options", [("--select", "CEL"), ("--severity", "ARI=info,XTX=info")])
def test_a_run_that_does_not_look_neither_tells_nor_prunes(run, broken, made, options):
    broken.write_text(broken.read_text(encoding="utf-8").replace(*ROW), encoding="utf-8")
    assert lapsed(run("broken.txt", *USE, "-f", "json", *options)) == []
    assert run("baseline", "prune", "broken.txt", *options).code == 0
    assert len(findings(made)) == 1


def test_a_file_that_cannot_be_read_keeps_its_entries(run, broken, made):
    broken.write_bytes(b"")
    ended = run("broken.txt", *USE, "-f", "json")
    assert (ended.code, lapsed(ended)) == (2, [])
    ended = run("baseline", "prune", "broken.txt")
    assert ended.code == 2
    assert ended.err.startswith("broken.txt: ")
    assert len(findings(made)) == 1


def test_it_is_not_overwritten_unasked(run, broken, made):
    ended = run("baseline", "create", "broken.txt")
    assert ended.code == 2
    assert ended.err.startswith(f"错误：已经有 {NAME}；")
    assert run("baseline", "create", "broken.txt", "--force").code == 0
    assert run("baseline", "create", "broken.txt", "-o", "other.json").code == 0


def test_the_same_findings_make_the_same_file(run, broken, made, tmp_path):
    shutil.copy(broken, tmp_path / "also.txt")
    run("baseline", "create", "broken.txt", "also.txt", "-o", "one.json")
    run("baseline", "create", ".", "-o", "two.json", "--jobs", "2")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_what_is_suppressed_with_a_reason_is_not_in_it(run, broken):
    run("broken.txt", "--add-suppression", "ARI001,ARI003,XTX001", "--reason", "台账有误")
    assert run("baseline", "create", "broken.txt").err == f"{NAME}：1 个文件，记下 0 条\n{THEN}"


def test_both_are_counted(run, broken, made, tmp_path):
    shutil.copy(broken, tmp_path / "second.txt")
    run("second.txt", "--add-suppression", "ARI001,ARI003,XTX001", "--reason", "台账有误")
    ended = run("broken.txt", "second.txt", *USE, "--lang", "en")
    assert ended.code == 0
    assert ended.err.startswith(
        "No errors seen: 2 reports, 1 in the baseline, 1 set aside with a reason.\n"
    )


def test_several_processes_make_no_difference(run, broken, made, tmp_path):
    for number in range(10):
        shutil.copy(broken, tmp_path / f"{number}.txt")
    run("baseline", "create", ".", "--force")
    alone = run(".", *USE, "--jobs", "1")
    assert (alone.code, alone.out) == (0, "")
    assert "，另有 11 处在基线里。" in alone.err
    assert run(".", *USE, "--jobs", "3") == alone


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, f"基线文件读不了：{NAME}：No such file or directory\n"),
        ("{", f"{NAME}:1:2: JSON 写法有误\n"),
        ("[]", f"{NAME}: 不是第 1 版的基线文件；用 disclosure-lint baseline create 生成\n"),
        ('{"version": 2, "findings": []}', f"{NAME}: 不是第 1 版的基线文件"),
        ('{"version": 1, "findings": [{}]}', f"{NAME}: 不是第 1 版的基线文件"),
        ("[" * 100_000, f"{NAME}"),
    ],
)
def test_a_baseline_that_cannot_be_used_is_refused(run, broken, tmp_path, content, message):
    if content is not None:
        (tmp_path / NAME).write_text(content, encoding="utf-8")
    ended = run("broken.txt", *USE)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("错误：" + message)


def test_no_path_shows_the_help_page(run):
    ended = run("baseline", "create")
    assert ended.code == 2
    assert ended.err.startswith("用法：disclosure-lint baseline create [选项] 路径…\n")
    assert run("baseline").code == 2
    assert run("baseline", "creat").err == "错误：没有命令 baseline creat；是不是 create？\n"
