"""What ``check`` prints, and the exit code that it ends with."""

from __future__ import annotations

import json
import shutil

import pytest

from lint_disclosure.cli.check import command
from lint_disclosure.cli.checking import Choices
from tests.render.sample import shown

NOT_A_REPORT = "会议纪要\n\n今天讨论了三件事。\n"

ROW_SUM = (
    "broken.txt:36:44: error[ARI001] 「一、本年新收」一行相加是 11，总计填的是 12；"
    "表三「一、本年新收」总计（现为 12）最可能应为 11，请核对台账"
    "（改这一个数，不平的 2 处就都平了，单改别的数都不行；只差 1）\n"
)


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "minutes.txt"
    path.write_text(NOT_A_REPORT, encoding="utf-8")
    return path


@pytest.fixture
def unsure(clean):
    """A report whose table is torn: a number of 表四 is lost."""
    text = clean.read_text(encoding="utf-8")
    at = text.index("四、政府信息公开行政复议")
    clean.write_text(text[: at + 40], encoding="utf-8")
    return clean


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("clean.txt",), 0),
        (("broken.txt",), 1),
        (("broken.txt", "--fail-on", "never"), 0),
        (("broken.txt", "--severity", "ARI=warning"), 0),
        (("broken.txt", "--severity", "ARI=warning", "--fail-on", "warning"), 1),
        (("broken.txt", "--severity", "ARI=info"), 0),
        (("broken.txt", "--severity", "ARI=info", "--profile", "all", "--fail-on", "info"), 1),
        (("broken.txt", "--ignore", "ARI"), 0),
        (("broken.txt", "--select", "CEL,TAB"), 0),
        (("broken.txt", "--select", "row-sum"), 1),
        (("minutes.txt",), 0),
        (("minutes.txt", "--fail-on-unrecognised"), 1),
        (("clean.txt", "minutes.txt", "--fail-on-unrecognised"), 1),
        (("gone.txt",), 2),
        (("broken.txt", "gone.txt"), 2),
        (("gone.txt", "--fail-on", "never"), 2),
        (("clean.txt", "broken.txt"), 1),
        ((), 2),
        (("--no-such-option", "clean.txt"), 2),
        (("--select", "ARX", "clean.txt"), 2),
        (("--select", "ARI", "--ignore", "ARI", "clean.txt"), 2),
        (("--jobs", "0", "clean.txt"), 2),
        (("--output", "json", "clean.txt"), 2),
        (("check", "broken.txt"), 1),
        (("check",), 2),
        (("--help",), 0),
        (("check", "--help"), 0),
        (("--version",), 0),
        (("extract", "clean.txt"), 0),
        (("extract", "broken.txt"), 0),
        (("extract", "gone.txt"), 2),
        (("extract", "minutes.txt"), 2),
        (("rules",), 2),
        (("rules", "--help"), 0),
        (("rules", "list"), 0),
        (("rules", "lint"), 0),
        (("rules", "explode"), 2),
    ],
)
def test_exit_codes(run, clean, broken, other, args, code):
    ended = run(*args)
    assert ended.code == code, ended
    assert "Traceback" not in ended.err


def test_fail_on_undecided(run, unsure):
    ended = run("--partial", "clean.txt")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith("未能全部核对：1 份年报。\n")
    assert run("--partial", "--fail-on-undecided", "clean.txt").code == 1


def test_a_clean_report(run, clean):
    ended = run("clean.txt", "--select", "ARI00")
    assert ended.out == ""
    assert ended.err == (
        "未见错误：1 份年报，也没有警告。\n规则 5 条：5 通过，0 不通过，0 不适用，0 无法判定。\n"
    )


def test_concise_is_the_default_off_a_terminal(run, broken):
    ended = run("broken.txt", "--select", "ARI001")
    assert ended.out == ROW_SUM
    assert ended.err == (
        "发现错误：1 份年报，1 处错误。\n规则 1 条：0 通过，1 不通过，0 不适用，0 无法判定。\n"
    )


def test_full_ends_with_the_summary(run, broken):
    ended = run("broken.txt", "--select", "ARI001", "--format", "full")
    assert ended.err == ""
    assert ended.out == shown("""
    错误[ARI001]: 「一、本年新收」一行相加是 11，总计填的是 12
      --> broken.txt:36:44  表三「一、本年新收」总计
       |
       |                | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计
    36 | 一、本年新收   |      7 |        3 |        0 |            0 |            1 |    0 |   12
       |                       - a        - b        - c            - d            - e    - f   ^^ g
       |                                                                                 g 最可能应为 11
    37 | 二、上年结转   |        |          |          |              |              |      |    1
       |                                                                                         - h
    59 | （七）总计     |        |          |          |              |              |      |   10
       |                                                                                        -- i
    60 | 四、结转下年度 |        |          |          |              |              |      |    2
       |                                                                                         - j
       |
       = 应有: a + b + c + d + e + f = g，即 7 + 3 + 0 + 0 + 1 + 0 = 11 ≠ 12
       = 同因: ARI003 「总计」一列不平：新收加上年结转是 13，办理结果总计加结转下年度是 12，相差 1（g +
               h = i + j）
       = 改法: 表三「一、本年新收」总计（现为 12）最可能应为 11，请核对台账
       = 理由: 改这一个数，不平的 2 处就都平了，单改别的数都不行；只差 1
       = 建议: 核对台账。
       = 依据: 国办公开办函〔2021〕30号，表三
       = 说明: disclosure-lint rules explain ARI001   https://example.org/rules/ARI001

    发现错误：1 份年报，1 处错误。
    规则 1 条：0 通过，1 不通过，0 不适用，0 无法判定。

    """)  # noqa: E501


def test_json_goes_to_standard_output_and_the_summary_to_standard_error(run, broken):
    ended = run("broken.txt", "gone.txt", "-f", "json", "--select", "ARI001")
    assert ended.code == 2
    data = json.loads(ended.out)
    assert [file["status"] for file in data["files"]] == ["checked", "unreadable"]
    assert data["files"][0]["findings"][0]["location"] == {
        "line": 36,
        "column": 44,
        "end_line": 36,
        "end_column": 46,
        "parts": None,
    }
    assert ended.err.startswith("发现错误：1 份年报，1 处错误。\n")
    assert ended.err.endswith("无法读取（1 个文件）：\n  gone.txt：文件不存在\n")


def test_english(run, broken):
    ended = run("broken.txt", "--select", "ARI001", "--lang", "en")
    assert ended.out == (
        "broken.txt:36:44: error[ARI001] 「一、本年新收」 adds up to 11, not 12; "
        "表三「一、本年新收」总计 (now 12) should most likely be 11, please check the register "
        "(changing this one mends all 2 broken sums, changing any other one does not; off by 1)\n"
    )
    assert ended.err == (
        "Errors found: 1 report, 1 error.\n"
        "1 rules: 0 passed, 1 failed, 0 not applicable, 0 cannot be evaluated.\n"
    )
    assert run("broken.txt", "--select", "ARI001", LC_ALL="en_GB.UTF-8") == ended


def test_statistics_and_quiet(run, broken):
    ended = run("broken.txt", "--select", "ARI", "--quiet", "--statistics")
    assert ended.err == (
        "各规则的问题数：\n      1  ARI001  row-sum\n      1  ARI003  requests-unbalanced\n"
    )
    assert run("broken.txt", "--quiet").err == ""


def test_timings_name_the_rules(run, clean):
    err = run("clean.txt", "--timings", "--select", "ARI001,ARI003").err
    assert "秒：\n" in err
    assert "ms  ARI001" in err
    assert "ms  ARI003" in err


def test_standard_input(run, broken):
    text = broken.read_bytes()
    broken.unlink()
    ended = run("-", "--select", "ARI001", "--stdin-filename", "broken.txt", stdin=text)
    assert ended.out == ROW_SUM
    assert run("-", "--select", "ARI001", stdin=text).out.startswith("-:36:44: error[ARI001] ")
    assert run("-", stdin=b"").err == (
        "未能全部核对：0 份年报。\n无法读取（1 个文件）：\n  -：文件是空的\n"
    )


def test_many_files_in_several_processes_come_in_order(run, broken, tmp_path):
    for number in range(12):
        shutil.copy(broken, tmp_path / f"{number:02}.txt")
    (tmp_path / "05.txt").write_text(NOT_A_REPORT, encoding="utf-8")
    (tmp_path / "07.txt").unlink()
    names = [f"{number:02}.txt" for number in range(12)]
    ended = run(*names, "--select", "ARI001", "--jobs", "3")
    assert ended.code == 2
    lines = [line.split(":")[0] for line in ended.out.splitlines()]
    assert lines == [name for name in names if name not in ("05.txt", "07.txt")]
    alone = run(*names, "--select", "ARI001", "--jobs", "1")
    assert alone == ended


def test_a_path_wins_over_a_command_only_with_a_separator(run, broken, tmp_path):
    folder = tmp_path / "rules"
    folder.mkdir()
    shutil.move(broken, folder / "broken.txt")
    assert run("rules").code == 2
    ended = run("./rules", "--select", "ARI001")
    assert ended.code == 1
    assert ended.out.startswith("./rules/broken.txt:36:44: ")


def test_a_report_is_never_overwritten(run, clean):
    before = clean.read_bytes()
    ended = run("clean.txt", "-o", "json=./clean.txt")
    assert ended.code == 2
    assert ended.err.startswith("错误：--output json=./clean.txt：这正是要检查的文件\n")
    assert clean.read_bytes() == before


def test_paths_alone_mean_the_defaults_of_the_options() -> None:
    """A call with paths only is not parsed: its defaults must be those that parsing gives."""
    parsed = command("zh", top=True).make_context("disclosure-lint", ["a.txt", "b"]).params
    parsed.pop("lang")
    assert Choices(**parsed) == Choices(("a.txt", "b"))
