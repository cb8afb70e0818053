"""``rules new``: from questions or options to a rule that works."""

from __future__ import annotations

import os

import pytest

FORBID = ("--kind", "forbid", "--words", "再接再厉", "--title", "不写套话", "--basis", "县里的通知")

SCHEMAS = (
    "# yaml-language-server: "
    "$schema=https://raw.githubusercontent.com/disclosure-lint/disclosure-lint/main/schemas"
)


def test_a_rule_from_options(run, clean, tmp_path):
    ended = run("rules", "new", "--dir", "our-rules", *FORBID)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        "已写入 our-rules/pack.yaml\n"
        "已写入 our-rules/sources.yaml\n"
        "已写入 our-rules/LOC001.yaml\n"
        "接下来：打开规则文件，核对 message、help 和 tests 里的文字；新引用的依据，在 sources.yaml "
        "里写明名称和读过多少。然后运行\n"
        "  disclosure-lint rules test our-rules/LOC001.yaml\n"
        "  disclosure-lint rules lint our-rules\n"
        "  disclosure-lint --rules our-rules 年报.txt\n"
    )
    assert (tmp_path / "our-rules" / "pack.yaml").read_text(encoding="utf-8") == (
        f"{SCHEMAS}/pack.schema.json\n"
        "name: our-rules\nversion: 0.1.0\ntitle:\n  zh: our-rules\n  en: our-rules\n"
    )
    assert run("rules", "test", "our-rules/LOC001.yaml").code == 0
    assert run("rules", "lint", "our-rules").code == 0
    text = clean.read_text(encoding="utf-8")
    clean.write_text(text.replace("信息处理费。", "信息处理费，再接再厉。"), encoding="utf-8")
    assert "warning[LOC001] 不应写「再接再厉」\n" in run("clean.txt", "--rules", "our-rules").out


def test_a_source_is_listed_once_and_a_shipped_one_never(run, tmp_path):
    run("rules", "new", "--dir", "our-rules", *FORBID)
    run("rules", "new", "--dir", "our-rules", *FORBID)
    run("rules", "new", "--dir", "our-rules", *FORBID[:-1], "填报惯例")
    assert (tmp_path / "our-rules" / "sources.yaml").read_text(encoding="utf-8") == (
        f"{SCHEMAS}/sources.schema.json\n"
        '- document: "县里的通知"\n'
        '  title: {zh: "县里的通知", en: "县里的通知"}\n'
        "  kind: local_notice\n"
        "  read: partly\n"
        "  note: 请写明读过哪些部分\n"
    )


def test_the_next_free_code_is_taken(run):
    for code in ("LOC001", "LOC002"):
        assert f"our-rules/{code}.yaml\n" in run("rules", "new", "--dir", "our-rules", *FORBID).out
    assert "WRD900.yaml" in run("rules", "new", "wrd900", "--dir", "our-rules", *FORBID).out


def test_rules_that_end_in_yml_are_counted_and_kept(run, tmp_path):
    run("rules", "new", "--dir", "our-rules", *FORBID)
    folder = tmp_path / "our-rules"
    (folder / "LOC001.yaml").rename(folder / "LOC001.yml")
    assert "our-rules/LOC002.yaml\n" in run("rules", "new", "--dir", "our-rules", *FORBID).out
    ended = run("rules", "new", "LOC001", "--dir", "our-rules", *FORBID)
    assert (ended.code, ended.err) == (2, "错误：our-rules/LOC001.yml 已经存在，不覆盖\n")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((), "缺少 --kind：哪一种要求？"),
        (("--kind", "forbid"), "缺少 --words：不应出现什么？多个用、隔开"),
        (("--kind", "forbid", "--words", "a"), "缺少 --title：用一句话说明要求"),
        ((*FORBID, "--in", "七"), "七：应为 0 至 6 的数字"),
        (
            ("--kind", "field", "--words", "0934-", "--example", "0930-1", *FORBID[4:]),
            "--example 0930-1：不是以 0934- 开头，与要求不符",
        ),
        (("LOC1", *FORBID), "LOC1：编号应是三个字母加三位数字，如 LOC001"),
        ((*FORBID, "--kind", "forbit"), "--kind 的值不对：forbit；可以是"),
        (("--kind", "field", "--words", "http", "--field", "website", *FORBID[4:]), "试不出一个"),
    ],
)
def test_what_is_missing_or_wrong(run, tmp_path, args, message):
    ended = run("rules", "new", *args)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_label_is_shown_and_nothing_is_written(run, tmp_path):
    ended = run(
        "rules", "new", "--kind", "relation", "--table", "表三", "--require", "新收 = 总数",
        *FORBID[4:],
    )  # fmt: skip
    assert ended.code == 2
    assert ended.err.startswith("LOC001.yaml:14:10: 表三的行里没有「新收」\n")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_never_overwritten(run, tmp_path):
    (tmp_path / "LOC007.yaml").write_text("mine", encoding="utf-8")
    ended = run("rules", "new", "LOC007", *FORBID)
    assert (ended.code, ended.err) == (2, "错误：LOC007.yaml 已经存在，不覆盖\n")
    assert (tmp_path / "LOC007.yaml").read_text(encoding="utf-8") == "mine"


def test_a_rule_from_questions(run_on_terminal, tmp_path):
    answers = "count\n一是、二是\n2\n问题\n改进\n5\n至少写两个问题\n县里的通知\n"
    code, asked, _ = run_on_terminal("rules", "new", answer=answers)
    assert code == 0, asked
    for question in (
        "哪一种要求？",
        "数什么？",
        "至少几处？",
        "从哪个词之后数起？",
        "依据哪个文件？",
    ):
        assert question in asked
    rule = (tmp_path / "LOC001.yaml").read_text(encoding="utf-8")
    assert "at_least: 2\nin: [5]\nafter:\n  - 问题\nbefore:\n  - 改进\n" in rule


def test_a_source_is_added_behind_a_last_line_without_an_end(run, tmp_path):
    run("rules", "new", "--dir", "our-rules", *FORBID)
    sources = tmp_path / "our-rules" / "sources.yaml"
    sources.write_text(sources.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    run("rules", "new", "--dir", "our-rules", *FORBID[:-1], "省里的通知")
    assert run("rules", "lint", "our-rules/LOC002.yaml").code == 0


def test_the_name_of_a_folder_may_mean_something_in_yaml(run, tmp_path, clean):
    assert run("rules", "new", "--dir", "a: [b", *FORBID).code == 0
    assert run("--rules", "a: [b", "clean.txt").code == 0


def test_a_folder_that_cannot_be_made_is_named(run, tmp_path):
    ended = run("rules", "new", "--dir", "x" * 300, *FORBID)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"错误：{'x' * 300}: File name too long\n"


@pytest.mark.skipif(os.name == "nt", reason="arguments are bytes elsewhere")
def test_what_is_no_text_is_refused(run, tmp_path):
    ended = run("rules", "new", "--dir", "our-rules", *FORBID, "--title-en", "\udcff")
    assert (ended.code, ended.err) == (2, "错误：'\\udcff' 不能写进 UTF-8 文件\n")
    assert list(tmp_path.glob("our-rules/*")) == []
