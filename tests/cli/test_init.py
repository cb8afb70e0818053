"""``init``: a configuration file to begin with."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from lint_disclosure.cli.config.nearest import NAME

SCHEMA = (
    "#:schema https://raw.githubusercontent.com/disclosure-lint/disclosure-lint/main/schemas/"
    "config.schema.json"
)
ROOT = Path(__file__).parents[2]


def lines(tmp_path):
    return (tmp_path / NAME).read_text(encoding="utf-8").splitlines()


def test_the_first_line_lets_editors_complete(run, tmp_path):
    ended = run("init")
    assert (ended.code, ended.out, ended.err) == (0, "已写入 ./disclosure-lint.toml\n", "")
    assert lines(tmp_path)[0] == SCHEMA
    assert (ROOT / "schemas" / SCHEMA.rpartition("/")[2]).is_file()


def test_nothing_is_changed_by_the_file_as_it_is(run, broken, tmp_path):
    before = run("broken.txt")
    run("init")
    assert tomllib.loads("\n".join(lines(tmp_path))) == {}
    assert run("broken.txt") == before


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_setting_holds_once_the_sign_is_taken_away(run, clean, tmp_path, lang):
    run("init", "--lang", lang)
    setting = re.compile(r"# (\[|[a-z-]+ = |WRD007)")
    text = "\n".join(line[2:] if setting.match(line) else line for line in lines(tmp_path))
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert set(tomllib.loads(text)) == {
        "profile", "fail-on", "fail-on-undecided", "exclude", "include", "ignore", "rules",
        "severity", "overrides",
    }  # fmt: skip
    ended = run("clean.txt", "--exclude", "!clean.txt")
    assert (ended.code, "不在 include 之内" in ended.err) == (0, True)


def test_a_file_that_exists_is_kept(run, tmp_path):
    (tmp_path / NAME).write_text("# mine\n", encoding="utf-8")
    ended = run("init")
    assert (ended.code, ended.err) == (2, "错误：./disclosure-lint.toml 已经存在，不覆盖\n")
    assert lines(tmp_path) == ["# mine"]


def test_the_settings_above_go_on_holding(run, broken, tmp_path, write):
    write(NAME, 'fail-on = "never"\n')
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "report.txt").write_bytes(broken.read_bytes())
    assert run("init", "a/b").code == 0
    assert tomllib.loads((tmp_path / "a" / "b" / NAME).read_text(encoding="utf-8")) == {
        "extends": "../../disclosure-lint.toml"
    }
    assert run("a").code == 0


def test_settings_in_a_project_file_are_not_hidden(run, write):
    write("pyproject.toml", "[tool.disclosure-lint]\n")
    ended = run("init")
    assert (ended.code, ended.err) == (2, "错误：pyproject.toml 已有设置\n")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_folder_that_is_not_there(run, lang):
    ended = run("init", "gone", "--lang", lang)
    assert (ended.code, ended.out) == (2, "")
    assert "gone/disclosure-lint.toml" in ended.err


def test_help(run):
    assert "disclosure-lint init [文件夹]" in run("init", "--help").out
    assert "  init " in run("--help").out
