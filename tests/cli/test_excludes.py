"""``exclude`` and ``include``: what is left out stays out, however it is named."""

from __future__ import annotations

import json

import pytest


@pytest.fixture(autouse=True)
def reports(report, tmp_path):
    """Reports of one folder, two of them drafts; all have an error."""
    for name in ("2024年报.txt", "notes.txt", "草稿/2024年报.txt", "草稿/old/2023年报.txt"):
        report(name)


def found(ended):
    return list(dict.fromkeys(line.partition(":")[0] for line in ended.out.splitlines()))


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        ('["草稿/"]', ["./2024年报.txt", "./notes.txt"]),
        ('["草稿"]', ["./2024年报.txt", "./notes.txt"]),
        ('["/2024年报.txt"]', ["./notes.txt", "./草稿/2024年报.txt", "./草稿/old/2023年报.txt"]),
        ('["2024年报.txt"]', ["./notes.txt", "./草稿/old/2023年报.txt"]),
        ('["草稿/*.txt"]', ["./2024年报.txt", "./notes.txt", "./草稿/old/2023年报.txt"]),
        ('["草稿/**/*.txt"]', ["./2024年报.txt", "./notes.txt"]),
        ('["*.txt", "!notes.*"]', ["./notes.txt"]),
        ('["草稿/", "!草稿/2024年报.txt"]', ["./2024年报.txt", "./notes.txt"]),
        ("['草稿\\old']", ["./2024年报.txt", "./notes.txt", "./草稿/2024年报.txt"]),
    ],
)
def test_a_search_leaves_out_what_fits(run, write, patterns, left):
    write("disclosure-lint.toml", f"exclude = {patterns}\n")
    assert found(run(".")) == left


@pytest.mark.parametrize(
    "path",
    [
        "草稿/2024年报.txt",
        "草稿/old/2023年报.txt",
        "./草稿/old/../2024年报.txt",
        "草稿",
        "草稿/old",
    ],
)
def test_what_is_left_out_stays_out_when_it_is_named(run, write, path):
    write("disclosure-lint.toml", '\nexclude = [\n  "*.bak",\n  "草稿/",\n]\n')
    ended = run(path)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == (
        "未能全部核对：0 份年报。\n"
        "按设置不检查（1 个文件）：\n"
        f"  {path}：按「草稿/」排除，disclosure-lint.toml:4\n"
    )


def test_the_others_are_checked(run, write):
    write("disclosure-lint.toml", 'exclude = ["草稿/"]\n')
    ended = run("草稿/2024年报.txt", "2024年报.txt", "--lang", "en")
    assert (ended.code, found(ended)) == (1, ["2024年报.txt"])
    assert (
        "Left out by the settings (1):\n"
        '  草稿/2024年报.txt: excluded by "草稿/", disclosure-lint.toml:1\n'
    ) in ended.err


def test_patterns_of_the_command_line_hold_as_well(run, write):
    write("disclosure-lint.toml", 'exclude = ["草稿/"]\n')
    assert found(run(".", "--exclude", "notes.txt")) == ["./2024年报.txt"]
    ended = run("notes.txt", "--exclude", "notes.*")
    assert (ended.code, "按「notes.*」排除，--exclude\n" in ended.err) == (0, True)
    assert found(run(".", "--exclude", "!草稿/", "--exclude", "/*.txt")) == [
        "./草稿/2024年报.txt",
        "./草稿/old/2023年报.txt",
    ]


def test_what_a_pattern_of_the_command_line_expands_to_is_left_out(run, write):
    write("disclosure-lint.toml", 'exclude = ["草稿/"]\n')
    ended = run("**/2024*.txt")
    assert found(ended) == ["2024年报.txt"]
    assert "  草稿/2024年报.txt：按「草稿/」排除" in ended.err


def test_only_what_is_included_is_checked(run, write):
    write("disclosure-lint.toml", 'include = ["*年报*"]\nexclude = ["old/"]\n')
    assert found(run(".")) == ["./2024年报.txt", "./草稿/2024年报.txt"]
    ended = run("notes.txt")
    assert ended.code == 0
    assert "  notes.txt：不在 include 之内，disclosure-lint.toml:1\n" in ended.err


def test_a_folder_of_which_nothing_is_left_is_told(run, write):
    write("disclosure-lint.toml", 'exclude = ["*.txt"]\n')
    ended = run("草稿")
    assert ended.code == 0
    assert "  草稿：里面没有剩下要检查的（按「*.txt」排除，disclosure-lint.toml:1）\n" in ended.err


def test_an_empty_folder_is_still_an_error(run, write, tmp_path):
    (tmp_path / "empty").mkdir()
    write("disclosure-lint.toml", 'exclude = ["*.bak"]\n')
    assert run("empty").code == 2


def test_standard_input_is_left_out_by_its_name(run, write, tmp_path):
    text = (tmp_path / "notes.txt").read_bytes()
    write("disclosure-lint.toml", 'exclude = ["草稿/"]\n')
    assert run("-", "--stdin-filename", "草稿/new.txt", stdin=text).code == 0
    assert run("-", "--stdin-filename", "new.txt", stdin=text).code == 1
    assert run("-", stdin=text).code == 1


def test_excludes_of_an_extended_file_hold_and_may_be_taken_back(run, write):
    write("base.toml", 'exclude = ["草稿/"]\n')
    write("disclosure-lint.toml", 'extends = "base.toml"\nexclude = ["notes.txt"]\n')
    assert found(run(".")) == ["./2024年报.txt"]
    write("disclosure-lint.toml", 'extends = "base.toml"\nexclude = ["/*.txt", "!草稿/"]\n')
    assert found(run(".")) == ["./草稿/2024年报.txt", "./草稿/old/2023年报.txt"]


def test_a_folder_that_is_left_out_takes_its_own_settings_with_it(run, write):
    write("disclosure-lint.toml", 'exclude = ["草稿/"]\n')
    write("草稿/disclosure-lint.toml", 'ignore = ["ARI001"]\n')
    write("草稿/old/disclosure-lint.toml", "")
    assert found(run(".")) == ["./2024年报.txt", "./notes.txt"]
    assert run("草稿/2024年报.txt").code == 0
    assert run("草稿/old/2023年报.txt").code == 0


def test_settings_in_a_folder_hide_the_patterns_for_files_above(run, write):
    write("disclosure-lint.toml", 'exclude = ["*.txt"]\n')
    write("草稿/disclosure-lint.toml", 'ignore = ["ARI001"]\n')
    assert found(run(".")) == ["./草稿/2024年报.txt", "./草稿/old/2023年报.txt"]


def test_a_file_that_is_named_holds_from_the_working_folder(run, write):
    write("settings/mine.toml", 'exclude = ["/草稿/"]\n')
    assert found(run(".", "--config", "settings/mine.toml")) == ["./2024年报.txt", "./notes.txt"]


def test_programs_are_told_how_many_were_left_out(run, write):
    write("disclosure-lint.toml", 'exclude = ["草稿/"]\n')
    shown = json.loads(run("草稿/2024年报.txt", "notes.txt", "-f", "json").out)
    assert [file["path"] for file in shown["files"]] == ["notes.txt"]
    assert (shown["summary"]["files"], shown["summary"]["left_out"]) == (1, 1)
    shown = json.loads(run("草稿", "-f", "json").out)
    assert (shown["files"], shown["summary"]["left_out"]) == ([], 1)


def test_quiet_says_nothing_of_it(run, write):
    write("disclosure-lint.toml", 'exclude = ["草稿/"]\n')
    assert run("草稿/2024年报.txt", "-q").err == ""


def test_no_settings_no_excludes(run, write):
    write("disclosure-lint.toml", 'exclude = ["*"]\n')
    assert run("notes.txt").code == 0
    assert run("notes.txt", "--isolated").code == 1


def test_a_link_to_what_is_left_out_is_another_name(run, write, tmp_path):
    (tmp_path / "link.txt").symlink_to(tmp_path / "草稿" / "2024年报.txt")
    write("disclosure-lint.toml", 'exclude = ["草稿/"]\n')
    assert found(run("草稿/2024年报.txt", "link.txt")) == ["link.txt"]


def test_nothing_is_left_out_by_an_empty_pattern(run):
    assert run("notes.txt", "--exclude", "").code == 1
