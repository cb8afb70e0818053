"""``[[overrides]]``: other settings for some reports, by file, by who issues them, by kind."""

from __future__ import annotations

import pytest

WATER = "云川县水利局"
SCHOOLS = "云川县教育局"
TOWN = "云川县云岭镇人民政府"


@pytest.fixture(autouse=True)
def reports(report):
    """Three reports with the same two errors, ARI001 and ARI003, by different bodies."""
    report("县直/water.txt", WATER)
    report("县直/schools.txt", SCHOOLS)
    report("乡镇/town.txt", TOWN)


def found(ended):
    """The reports with the rules that were reported for each."""
    listed: dict[str, list[str]] = {}
    for line in ended.out.splitlines():
        name = line.partition(".txt")[0].rpartition("/")[2]
        listed.setdefault(name, []).append(line.partition("[")[2][:6])
    return listed


BOTH = ["ARI001", "ARI003"]


@pytest.mark.parametrize(
    ("condition", "meant"),
    [
        ('files = "乡镇/"', {"town"}),
        ('files = "w*.txt"', {"water"}),
        ('files = ["/县直/*", "!schools.*"]', {"water"}),
        ('files = "**/{town,water}.txt"', {"town", "water"}),
        (f'issuer = "{WATER}"', {"water"}),
        ('issuer = "水利局"', set()),
        ('issuer = "*水利局"', {"water"}),
        (f'issuer = ["*教育局", "{TOWN}"]', {"schools", "town"}),
        ('body = {level = "township"}', {"town"}),
        ('body = {kind = "department"}', {"water", "schools"}),
        ('body = {level = ["county", "township"], kind = "government"}', {"town"}),
        ('files = "县直/"\nissuer = "*教育局"', {"schools"}),
        ('files = "乡镇/"\nissuer = "*教育局"', set()),
    ],
)
def test_which_reports_are_meant(run, write, condition, meant):
    write("disclosure-lint.toml", f'[[overrides]]\n{condition}\nignore = ["ARI003"]\n')
    listed = found(run("."))
    assert {name for name, rules in listed.items() if rules == ["ARI001"]} == meant
    assert {name for name, rules in listed.items() if rules == BOTH} == (
        {"water", "schools", "town"} - meant
    )


@pytest.mark.parametrize(
    ("setting", "code", "shown"),
    [
        ('select = ["ARI001"]', 1, "error[ARI001]"),
        ('ignore = ["ARI001"]', 1, "error[ARI003]"),
        ('select = ["ARI"]\nextend-ignore = ["ARI003"]', 1, "error[ARI001]"),
        ('severity = {ARI001 = "info", ARI003 = "warning"}', 0, "warning[ARI003]"),
        ('severity = {ARI = "warning"}\nprofile = "gate"', 0, ""),
        ('severity = {ARI = "warning"}\nprofile = "gate"\nfail-on = "warning"', 0, ""),
        ('fail-on = "never"\nignore = ["ARI003"]', 0, "error[ARI001]"),
        ('severity = {ARI001 = "warning"}\nignore = ["ARI003"]\nfail-on = "warning"', 1, "warning"),
    ],
)
def test_what_may_be_set(run, write, setting, code, shown):
    write("disclosure-lint.toml", f'[[overrides]]\nissuer = "*镇人民政府"\n{setting}\n')
    ended = run("乡镇")
    assert (ended.code, len(ended.out.splitlines())) == (code, 1 if shown else 0)
    assert shown in ended.out


def test_a_later_override_goes_over_an_earlier_one(run, write):
    first = '[[overrides]]\nfiles = "县直/"\nseverity = {ARI = "info"}\nprofile = "gate"\n'
    second = f'[[overrides]]\nissuer = "{WATER}"\nseverity = {{ARI003 = "error"}}\n'
    write("disclosure-lint.toml", first + second)
    assert found(run(".")) == {"town": BOTH, "water": ["ARI003"]}
    write("disclosure-lint.toml", second + first)
    assert found(run(".")) == {"town": BOTH}


def test_overrides_go_over_the_file_and_the_command_line_over_both(run, write):
    write(
        "disclosure-lint.toml",
        'fail-on = "error"\n[[overrides]]\nfiles = "乡镇/"\nfail-on = "never"\n',
    )
    assert run("乡镇").code == 0
    assert run("乡镇", "--fail-on", "error").code == 1


def test_overrides_of_an_extended_file_hold_over_what_the_file_says(run, write):
    write("base.toml", '[[overrides]]\nbody = {level = "township"}\nselect = ["ARI001"]\n')
    write("disclosure-lint.toml", 'extends = "base.toml"\nselect = ["ARI003"]\n')
    assert found(run(".")) == {"town": ["ARI001"], "water": ["ARI003"], "schools": ["ARI003"]}


def test_patterns_of_a_shared_file_are_seen_from_the_file_that_extends_it(run, write):
    write("shared/base.toml", '[[overrides]]\nfiles = "/water.txt"\nignore = ["ARI"]\n')
    write("县直/disclosure-lint.toml", 'extends = "../shared/base.toml"\n')
    assert found(run(".")) == {"town": BOTH, "schools": BOTH}


def test_patterns_of_a_file_above_are_seen_from_there(run, write):
    write("disclosure-lint.toml", '[[overrides]]\nfiles = "/县直/water.txt"\nignore = ["ARI"]\n')
    write("县直/disclosure-lint.toml", 'extends = "../disclosure-lint.toml"\n')
    assert found(run(".")) == {"town": BOTH, "schools": BOTH}


def test_a_file_that_is_no_report_fits_by_its_path_only(run, write):
    write("乡镇/minutes.txt", "会议纪要\n")
    write(
        "disclosure-lint.toml",
        '[[overrides]]\nfiles = "乡镇/"\nselect = ["CEL"]\nfail-on-unrecognised = true\n',
    )
    assert run("乡镇").code == 1
    write(
        "disclosure-lint.toml",
        '[[overrides]]\nbody = {level = "township"}\nselect = ["CEL"]\n'
        "fail-on-unrecognised = true\n",
    )
    assert run("乡镇").code == 0


def test_undecided_rules_fail_only_where_they_shall(run, write, report):
    path = report("乡镇/torn.txt", TOWN)
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("四、政府信息公开行政复议") + 40], encoding="utf-8")
    select = 'select = ["ARI004"]\n'
    write("disclosure-lint.toml", select)
    ended = run("乡镇", "--partial")
    assert (ended.code, "无法判定" in ended.err) == (0, True)
    write(
        "disclosure-lint.toml",
        f'{select}[[overrides]]\nissuer = "{TOWN}"\nfail-on-undecided = true\n',
    )
    assert run("乡镇", "--partial").code == 1


def test_standard_input_without_a_name_fits_by_what_it_says(run, write, tmp_path):
    text = (tmp_path / "乡镇" / "town.txt").read_bytes()
    write("disclosure-lint.toml", '[[overrides]]\nfiles = "*"\nignore = ["ARI"]\n')
    assert run("-", stdin=text).code == 1
    write("disclosure-lint.toml", '[[overrides]]\nbody = {level = "township"}\nignore = ["ARI"]\n')
    assert run("-", stdin=text).code == 0


def test_a_report_with_no_rule_left_cannot_pass(run, write):
    write(
        "disclosure-lint.toml",
        'select = ["ARI"]\n[[overrides]]\nissuer = "*镇*"\nignore = ["ARI"]\n',
    )
    ended = run(".")
    assert ended.code == 2
    assert "  ./乡镇/town.txt：没有剩下可用的规则\n" in ended.err
    assert found(ended) == {"water": BOTH, "schools": BOTH}
