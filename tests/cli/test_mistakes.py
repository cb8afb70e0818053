"""What a clerk types wrongly: the message says what to write instead."""

from __future__ import annotations

import pytest


def last(text: str) -> str:
    return text.splitlines()[-1]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("anotate", "annotate"), ("Annotate", "annotate"), ("baselin", "baseline"), ("rule", "rules")],
)
def test_a_mistyped_command_is_suspected_where_there_is_no_such_file(run, clean, word, meant):
    ended = run(word, "clean.txt")
    assert ended.code == 2
    assert last(ended.err) == f"  {word}：文件不存在；是不是命令 {meant}？"
    assert last(run(word, "clean.txt", "--lang", "en").err) == (
        f"  {word}: no such file; did you mean the command {meant}?"
    )


def test_its_options_do_not_hide_that_it_was_meant_for_a_command(run, clean):
    assert run("anotate", "--in-place", "clean.txt").err.startswith(
        "错误：没有选项 --in-place；是不是命令 annotate？\n"
    )


@pytest.mark.parametrize("word", ["anotate.txt", "./anotate", "年报", "zzz"])
def test_what_looks_like_a_file_is_not_taken_for_a_command(run, word):
    assert last(run(word).err) == f"  {word}：文件不存在"


def test_a_file_of_such_a_name_is_checked(run, clean, tmp_path):
    clean.rename(tmp_path / "anotate")
    assert run("anotate").code == 0


@pytest.mark.parametrize(
    ("word", "meant"), [("—fix", "--fix"), ("–fix", "--fix"), ("－－fix", "--fix"), ("–o", "-o")]
)
def test_a_dash_of_a_word_processor_is_no_hyphen(run, clean, word, meant):
    ended = run(word, "clean.txt")
    assert ended.code == 2
    assert last(ended.err) == (
        f"  {word}：文件不存在；选项以两个半角连字符 -- 开头（单个字母的以一个开头）：{meant}"
    )
    assert "options begin with two hyphens --" in run("--lang", "en", word, "clean.txt").err


def test_a_file_whose_name_begins_with_a_dash_is_checked(run, clean, tmp_path):
    clean.rename(tmp_path / "—年报.txt")
    assert run("—年报.txt").code == 0


@pytest.mark.parametrize("args", [("annotate",), ("annotate", "--in-place"), ("check", "--fix")])
def test_a_file_that_was_not_named_is_asked_for_below_the_help_page(run, args):
    ended = run(*args)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == run(args[0], "--help").out + "\n错误：没有写要检查的文件\n"
    assert last(run(*args, "--lang", "en").err) == "Error: no file named"


def test_an_option_that_took_the_file_for_its_value_is_named(run, clean):
    assert last(run("--add-suppression", "clean.txt").err) == (
        "错误：没有写要检查的文件：clean.txt 被当作 --add-suppression 的值，那里没有写规则编号"
    )
    assert last(run("--add-suppression", "不在.docx").err).endswith("那里没有写规则编号")
    assert last(run("--add-suppression", "ARI001").err) == "错误：没有写要检查的文件"
    assert last(run("--baseline", "clean.txt").err) == "错误：没有写要检查的文件"


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("结果.html", "html"),
        ("a/结果.HTM", "html"),
        ("结果.xlsx", "xlsx"),
        ("out.md", "markdown"),
        ("out.xml", "junit"),
    ],
)
def test_an_output_by_its_suffix_alone_is_answered_with_what_to_write(run, clean, path, form):
    ended = run("clean.txt", "-o", path)
    assert ended == (2, "", f"错误：--output {path}：文件前面要写明格式：-o {form}={path}\n")


@pytest.mark.parametrize("value", ["结果", "结果.docx", "html="])
def test_any_other_output_is_answered_with_an_example(run, clean, value):
    assert run("clean.txt", "-o", value).err == (
        f"错误：--output {value}：应写成 格式=文件，例如 html=结果.html\n"
    )
    assert run("clean.txt", "-o", value, "--lang", "en").err == (
        f"Error: --output {value}: write FORMAT=FILE, e.g. html=result.html\n"
    )


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("annotate", "-in-place", "a.docx"), "-in-place；是不是 --in-place？"),
        (("-fix", "a.docx"), "-fix；是不是 --fix？"),
        (("-output=html=a.html", "a.docx"), "-output=html=a.html；是不是 --output=html=a.html？"),
        (("-sellect", "ARI", "a.docx"), "-sellect；是不是 --select？"),
    ],
)
def test_a_long_option_with_one_hyphen(run, args, message):
    ended = run(*args)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"错误：没有选项 {message}\n")


def test_one_hyphen_is_right_for_letters_for_values_and_behind_two_hyphens(run, clean, tmp_path):
    assert run("-qfjson", "clean.txt").code == 0
    assert "--reason、--until 要与" in run("--reason", "-fix", "clean.txt").err
    clean.rename(tmp_path / "-fix")
    assert run("--", "-fix").code == 0


def test_a_group_of_commands_names_them(run):
    assert run("baseline", "某局.docx") == (
        2,
        "",
        "错误：没有命令 baseline 某局.docx；baseline 后面要写 create|prune\n",
    )
    assert run("baseline", "creat").err == "错误：没有命令 baseline creat；是不是 create？\n"
    assert "write one of create|prune" in run("baseline", "a.docx", "--lang", "en").err
