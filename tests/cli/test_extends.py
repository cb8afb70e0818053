"""``extends``: one configuration file goes on from another."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def county(report):
    """A report that breaks ARI001 and ARI003, in a folder of its own."""
    return report("county/report.txt")


def rules(ended):
    return [line.partition("[")[2][:6] for line in ended.out.splitlines()]


def test_what_the_file_does_not_say_is_taken_from_the_other(run, write):
    write("base.toml", 'ignore = ["ARI001"]\nfail-on = "never"\n')
    write("county/disclosure-lint.toml", 'extends = "../base.toml"\nfail-on = "error"\n')
    ended = run("county")
    assert (ended.code, rules(ended)) == (1, ["ARI003"])


def test_a_list_takes_the_place_of_the_other_or_adds_to_it(run, write):
    write("base.toml", 'ignore = ["ARI001"]\n')
    write("county/disclosure-lint.toml", 'extends = "../base.toml"\nignore = ["ARI003"]\n')
    assert rules(run("county")) == ["ARI001"]
    write("county/disclosure-lint.toml", 'extends = "../base.toml"\nextend-ignore = ["ARI003"]\n')
    assert rules(run("county")) == []
    write("base.toml", 'select = ["ARI001"]\n')
    write("county/disclosure-lint.toml", 'extends = "../base.toml"\nextend-select = ["ARI003"]\n')
    assert rules(run("county")) == ["ARI001", "ARI003"]


def test_a_chain_of_files(run, write):
    write("state.toml", 'profile = "all"\nfail-on = "never"\nignore = ["ARI001"]\n')
    write("more/province.toml", 'extends = "../state.toml"\nseverity = {ARI003 = "info"}\n')
    write("county/disclosure-lint.toml", 'extends = "../more/province.toml"\nfail-on = "info"\n')
    ended = run("county")
    assert (ended.code, rules(ended), "info[ARI003]" in ended.out) == (1, ["ARI003"], True)


def test_packs_are_seen_from_the_file_that_names_them(run, write):
    write("shared/ours/pack.yaml", "name: ours\nversion: 1.0.0\ntitle: {zh: 我们, en: Ours}\n")
    write("more/pack.yaml", "name: more\nversion: 1.0.0\ntitle: {zh: 更多, en: More}\n")
    write("shared/base.toml", 'rules = ["ours"]\n')
    write(
        "county/disclosure-lint.toml",
        'extends = "../shared/base.toml"\nextend-rules = ["../more"]\n',
    )
    assert "我们（ours 1.0.0）、更多（more 1.0.0）\n" in run("county").err


def test_a_project_file_may_be_extended(run, write):
    write("pyproject.toml", '[tool.disclosure-lint]\nignore = ["ARI001"]\n')
    write("county/disclosure-lint.toml", 'extends = "../pyproject.toml"\n')
    assert rules(run("county")) == ["ARI003"]


def test_a_circle_is_refused(run, write):
    write("a.toml", 'extends = "b.toml"\n')
    write("b.toml", '\nextends = "./a.toml"\n')
    ended = run("county", "--config", "a.toml")
    assert (ended.code, ended.err) == (
        2, "错误：b.toml:2: extends 绕成了一圈：a.toml → b.toml → a.toml\n"
    )  # fmt: skip


def test_a_chain_without_end_is_refused(run, write):
    for number in range(30):
        write(f"{number}.toml", f'extends = "{number + 1}.toml"\n')
    ended = run("county", "--config", "0.toml", "--lang", "en")
    assert (ended.code, ended.err) == (2, "Error: 19.toml:1: extends: more than 20 files\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('extends = "gone.toml"\n', ":1: extends 所指的 gone.toml 不存在"),
        ('extends = "."\n', "county/disclosure-lint.toml:1: extends 所指的 . 不存在"),
        ('extends = ["a"]\n', "county/disclosure-lint.toml:1: extends 应为文字"),
        ('extends = "../bad.toml"\n', "bad.toml:2: 不认识的键 nothing"),
        ('extends = "https://a.b/c.toml"\n', ":1: extends 所指的 https://a.b/c.toml 不存在"),
    ],
)  # fmt: skip
def test_what_cannot_be_extended(run, write, text, message):
    write("bad.toml", "\nnothing = 1\n")
    write("county/disclosure-lint.toml", text)
    ended = run("county")
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
