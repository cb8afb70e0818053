"""``--show-settings``: every value that holds for a report, and where it comes from."""

from __future__ import annotations

import json

import pytest

from tests.test_output_schemas import validator

CONFIG = """\
extends = "../base.toml"
profile = "gate"
extend-ignore = ["ARI004"]
severity = {ARI001 = "error", ARI = "warning"}

[[overrides]]
files = "*.md"
fail-on = "never"

[[overrides]]
body = {level = "county"}
fail-on = "warning"
"""


@pytest.fixture(autouse=True)
def county(write, report):
    """A report below a chain of two files."""
    write("base.toml", 'ignore = ["CEL003"]\nexclude = ["草稿/"]\nprofile = "all"\n')
    write("county/disclosure-lint.toml", CONFIG)
    report("county/年报.txt")


def test_every_value_with_its_source(run):
    ended = run("--show-settings", "county/年报.txt", "--fail-on-undecided")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        "# county/年报.txt\n"
        "# 机关: 云川县水利局\n"
        "# 机关类别: level = county, kind = department\n"
        "# 配置文件: county/disclosure-lint.toml → base.toml\n"
        'exclude += "草稿/"            # base.toml:2\n'
        'ignore = ["CEL003"]           # base.toml:1\n'
        'ignore += ["ARI004"]          # county/disclosure-lint.toml:3\n'
        'severity.ARI = "warning"      # county/disclosure-lint.toml:4\n'
        'severity.ARI001 = "error"     # county/disclosure-lint.toml:4\n'
        'profile = "gate"              # county/disclosure-lint.toml:2；取代 "all"（base.toml:3）'
        '；取代 "review"（默认）\n'
        'fail-on = "warning"           # county/disclosure-lint.toml:12，第 2 条 overrides；取代 '
        '"error"（默认）\n'
        "fail-on-undecided = true      # --fail-on-undecided；取代 false（默认）\n"
        "fail-on-unrecognised = false  # 默认\n"
    )


def test_without_a_configuration_all_is_built_in(run, clean):
    ended = run("--show-settings", "clean.txt", "--lang", "en")
    assert ended.out == (
        "# clean.txt\n"
        "# issuer: 云川县水利局\n"
        "# body: level = county, kind = department\n"
        "# configuration: none\n"
        'profile = "review"            # default\n'
        'fail-on = "error"             # default\n'
        "fail-on-undecided = false     # default\n"
        "fail-on-unrecognised = false  # default\n"
    )


def test_the_same_for_programs(run):
    ended = run("--show-settings", "county/年报.txt", "-f", "json", "--select", "ARI,CEL001")
    data = json.loads(ended.out)
    validator("settings").validate(data)
    (file,) = data["files"]
    assert (file["path"], file["issuer"]) == ("county/年报.txt", "云川县水利局")
    assert file["body"] == {"level": "county", "kind": "department"}
    assert (file["reason"], file["left_out"]) == (None, None)
    assert file["configuration"] == ["county/disclosure-lint.toml", "base.toml"]
    by_key = {one["key"]: one for one in file["settings"]}
    option = {"kind": "option", "file": None, "line": None, "override": None, "option": "--select"}
    assert by_key["select"] == {
        "key": "select",
        "value": ["ARI,CEL001"],
        "source": option,
        "adds": False,
        "instead_of": [],
    }
    default = {"kind": "default", "file": None, "line": None, "override": None, "option": None}
    at = {"kind": "file", "file": "county/disclosure-lint.toml", "option": None}
    assert by_key["fail-on"] == {
        "key": "fail-on",
        "value": "warning",
        "source": {**at, "line": 12, "override": 2},
        "adds": False,
        "instead_of": [{"key": "fail-on", "value": "error", "source": default}],
    }


def test_a_report_that_is_left_out_says_by_what(run, report):
    report("county/草稿/a.txt")
    ended = run("--show-settings", "county/草稿/a.txt")
    assert "# 不检查: 按「草稿/」排除，base.toml:2\n" in ended.out
    data = json.loads(run("--show-settings", "county/草稿/a.txt", "-f", "json").out)
    validator("settings").validate(data)
    assert data["files"][0]["left_out"] == {
        "pattern": "草稿/",
        "source": {
            "kind": "file", "file": "base.toml", "line": 2, "override": None, "option": None
        },
    }  # fmt: skip


def test_files_of_a_folder_come_one_after_the_other(run, report):
    report("county/b.md")
    blocks = run("--show-settings", "county").out.split("\n\n")
    assert [block.partition("\n")[0] for block in blocks] == [
        "# county/b.md",
        "# county/年报.txt",
    ]
    assert 'fail-on = "warning"           # county/disclosure-lint.toml:12' in blocks[0]


@pytest.mark.parametrize(
    ("name", "text", "code", "why"),
    [
        ("county/empty.txt", "", 2, "文件是空的"),
        ("county/minutes.txt", "会议纪要\n", 0, "看不出是政府信息公开工作年度报告"),
        ("gone.txt", None, 2, "文件不存在"),
    ],
)
def test_of_a_file_that_is_no_report_what_its_path_tells(run, write, name, text, code, why):
    if text is not None:
        write(name, text)
    ended = run("--show-settings", name)
    assert ended.code == code
    assert f"# 机关不详: {why}" in ended.out
    assert 'fail-on = "error"             # 默认\n' in ended.out


def test_standard_input(run, tmp_path):
    text = (tmp_path / "county" / "年报.txt").read_bytes()
    out = run("--show-settings", "-", stdin=text).out
    assert out.startswith("# -\n# 机关: 云川县水利局\n")
    out = run("--show-settings", "-", "--stdin-filename", "county/x.md", stdin=text).out
    assert "# 配置文件: county/disclosure-lint.toml → base.toml\n" in out


def test_a_format_that_settings_do_not_have(run):
    ended = run("--show-settings", "county", "-f", "concise")
    assert (ended.code, ended.err) == (
        2,
        "错误：--show-settings：-f concise：可以是 full 或 json\n",
    )


def test_settings_cannot_steer_a_terminal(run, write):
    write("county/disclosure-lint.toml", 'exclude = ["\\u001b[31m"]\n')
    out = run("--show-settings", "county/年报.txt").out
    assert "\x1b" not in out
    assert "\\u001b[31m" in out


def test_settings_go_to_standard_output_only(run, tmp_path):
    ended = run("--show-settings", "county", "-o", "json=found.json")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "错误：--show-settings 只写到标准输出，不能用 --output\n"
    assert not (tmp_path / "found.json").exists()
