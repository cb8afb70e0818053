"""``--fix``, ``--unsafe-fixes`` and ``--diff``: what is written, what is said, the exit code."""

from __future__ import annotations

import json
import os
import stat
import sys

import pytest

from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.fixing import write_fixed

FAULTS = {
    "国办公开办函〔2021〕30号": "国办公开办函[2021]30号",
    "全年通过县政府门户网站": "截止2024年12月31日，通过县政府门户网站",
    "认真贯彻落实《条例》": "认真贯彻落实《中华人民共和国保密法》",
}
UNSAFE = {"均依法办理，": "均依法办理，没有免予公开的信息，"}
ALL = ("--profile", "all", "--lang", "zh")


def with_faults(path, changes=FAULTS):
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return text


def mended(text):
    return (
        text.replace("函[2021]", "函〔2021〕")
        .replace("截止2024", "截至2024")
        .replace("《中华人民共和国保密法》", "《中华人民共和国保守国家秘密法》")
    )


def test_fix_writes_the_safe_fixes_and_says_how_many(run, clean):
    text = with_faults(clean)
    ended = run("clean.txt", "--fix", *ALL)
    assert clean.read_text(encoding="utf-8") == mended(text)
    assert ended.code == 0
    assert ended.out == ""
    assert ended.err.startswith("未见错误：1 份年报，也没有警告。\n")
    assert ended.err.endswith("\n已修正 3 处（1 个文件），还有 0 处。\n")


def test_fix_in_english(run, clean):
    with_faults(clean)
    ended = run("clean.txt", "--fix", "--profile", "all", "--lang", "en")
    assert ended.err.endswith("\n3 fixes made in 1 file, 0 findings left.\n")


def test_fix_checks_again_and_reports_what_is_left(run, broken):
    text = with_faults(broken)
    ended = run("broken.txt", "--fix", *ALL)
    assert broken.read_text(encoding="utf-8") == mended(text)
    assert ended.code == 1
    assert [line.split(" ")[1] for line in ended.out.splitlines()] == ["error[ARI001]"]
    assert ended.err.endswith("\n已修正 3 处（1 个文件），还有 1 处。\n")


def test_a_second_fix_has_nothing_to_do_and_leaves_the_file_alone(run, clean):
    with_faults(clean)
    run("clean.txt", "--fix", *ALL)
    os.utime(clean, ns=(10**18, 10**18))
    ended = run("clean.txt", "--fix", *ALL)
    assert ended.err.endswith("\n已修正 0 处（0 个文件），还有 0 处。\n")
    assert clean.stat().st_mtime_ns == 10**18


def test_what_the_profile_does_not_show_is_not_fixed(run, clean):
    text = with_faults(clean)
    ended = run("clean.txt", "--fix", "--lang", "zh")
    wanted = text.replace("《中华人民共和国保密法》", "《中华人民共和国保守国家秘密法》")
    assert clean.read_text(encoding="utf-8") == wanted
    assert "已修正 1 处" in ended.err


def test_rules_that_are_not_selected_are_not_fixed(run, clean):
    text = with_faults(clean)
    run("clean.txt", "--fix", "--select", "TMP010", *ALL)
    assert clean.read_text(encoding="utf-8") == text.replace("截止2024", "截至2024")


def test_unsafe_fixes_are_made_when_asked_for(run, clean):
    text = with_faults(clean, UNSAFE)
    run("clean.txt", "--fix", *ALL)
    assert clean.read_text(encoding="utf-8") == text
    ended = run("clean.txt", "--fix", "--unsafe-fixes", *ALL)
    assert clean.read_text(encoding="utf-8") == text.replace("免予公开", "不予公开")
    assert "已修正 1 处" in ended.err


def test_wrong_numbers_are_never_changed(run, broken):
    before = broken.read_bytes()
    ended = run("broken.txt", "--fix", "--unsafe-fixes", *ALL)
    assert broken.read_bytes() == before
    assert ended.code == 1


def test_a_file_that_cannot_be_read_or_is_no_report_is_not_changed(run, clean, tmp_path):
    with_faults(clean)
    notes = tmp_path / "notes.txt"
    notes.write_text("会议纪要\n截止2024年12月31日，共三项。\n", encoding="utf-8")
    image = tmp_path / "image.txt"
    image.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    before = notes.read_bytes(), image.read_bytes()
    ended = run("clean.txt", "notes.txt", "image.txt", "gone.txt", "--fix", *ALL)
    assert ended.code == 2
    assert (notes.read_bytes(), image.read_bytes()) == before
    assert "已修正 3 处（1 个文件）" in ended.err


def test_the_mode_of_a_file_is_kept_and_no_scratch_file_is_left(run, clean, tmp_path):
    with_faults(clean)
    clean.chmod(0o640)
    run("clean.txt", "--fix", *ALL)
    if sys.platform != "win32":
        assert stat.S_IMODE(clean.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["clean.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_a_link_stays_a_link(run, clean, tmp_path):
    text = with_faults(clean)
    link = tmp_path / "link.txt"
    link.symlink_to("clean.txt")
    run("link.txt", "--fix", *ALL)
    assert link.is_symlink()
    assert clean.read_text(encoding="utf-8") == mended(text)


def test_what_cannot_be_fixed_in_the_file_is_said(run, tmp_path, clean):
    text = mended(with_faults(clean))
    page = "".join(f"<p>{line}</p>\n" for line in text.splitlines())
    page = page.replace("<p>截至", "<p>截&#27490;")
    (tmp_path / "page.html").write_text(f"<!doctype html><body>{page}", encoding="utf-8")
    ended = run("page.html", "--fix", "--select", "TMP010", *ALL)
    head, left = ended.err.splitlines()[-2:]
    assert head == "已修正 0 处（0 个文件），还有 1 处。"
    assert left.startswith("  page.html: TMP010 一、总体情况 （一）主动公开：「截止」改为「截至」")
    assert left.endswith("——没有改：这段文字跨越了标签或带有字符引用")


def test_standard_input_cannot_be_fixed(run, clean):
    ended = run("-", "--fix", "--lang", "zh", stdin=clean.read_bytes())
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "错误：--fix 不能改写标准输入；请用 --diff 查看，或者写明文件\n"


def test_a_file_that_another_program_changes_meanwhile_is_not_written(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"new")
    with pytest.raises(Refused, match=r"a\.txt was changed while it was being fixed"):
        write_fixed(str(path), b"old", b"fixed", "en")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


# ---- --diff


def test_diff_shows_what_would_change_and_writes_nothing(run, clean):
    text = with_faults(clean, {"全年通过县政府门户网站": "截止2024年12月31日，通过县政府门户网站"})
    ended = run("clean.txt", "--diff", *ALL)
    assert clean.read_text(encoding="utf-8") == text
    lines = text.splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("截止"))
    assert ended.code == 1
    assert ended.out.splitlines() == [
        "--- clean.txt",
        "+++ clean.txt",
        f"@@ -{at - 2},7 +{at - 2},7 @@",
        *(f" {line}" for line in lines[at - 3 : at]),
        f"-{lines[at]}",
        f"+{lines[at].replace('截止', '截至')}",
        *(f" {line}" for line in lines[at + 1 : at + 4]),
    ]
    assert ended.err == "可以修正 1 处，文件没有改动。\n"


def test_diff_ends_with_0_when_there_is_nothing_to_fix_whatever_else_is_wrong(run, broken):
    ended = run("broken.txt", "--diff", *ALL)
    assert (ended.code, ended.out) == (0, "")


def test_diff_ends_with_2_when_a_file_cannot_be_read(run, clean):
    with_faults(clean)
    ended = run("clean.txt", "gone.txt", "--diff", *ALL)
    assert ended.code == 2
    assert "+截至2024" in ended.out
    assert "gone.txt: 文件不存在\n" in ended.err


def test_diff_wins_over_fix(run, clean):
    text = with_faults(clean)
    ended = run("clean.txt", "--diff", "--fix", *ALL)
    assert ended.code == 1
    assert clean.read_text(encoding="utf-8") == text


def test_diff_of_standard_input(run, clean):
    with_faults(clean)
    ended = run("-", "--diff", "--stdin-filename", "年报.txt", *ALL, stdin=clean.read_bytes())
    assert ended.code == 1
    assert ended.out.startswith("--- 年报.txt\n+++ 年报.txt\n")


def test_patch_applies_what_diff_shows(run, clean, tmp_path):
    import shutil
    import subprocess

    if shutil.which("patch") is None:
        pytest.skip("patch is not installed")
    text = with_faults(clean)
    ended = run("clean.txt", "--diff", *ALL)
    subprocess.run(["patch", "-p0"], input=ended.out.encode(), cwd=tmp_path, check=True)
    assert clean.read_text(encoding="utf-8") == mended(text)


def test_diff_shows_no_private_number(run, clean):
    with_faults(
        clean,
        {"全年通过县政府门户网站": "截止2024年底，申请人张某（13912345678）通过县政府门户网站"},
    )
    ended = run("clean.txt", "--diff", *ALL)
    assert "+截至2024年底，申请人张某（***********）" in ended.out
    assert "13912345678" not in ended.out


def test_diff_takes_no_terminal_escapes_from_a_report(run, clean):
    with_faults(clean, {"全年通过县政府门户网站": "截止2024年底，\x1b[31m通过县政府门户网站"})
    ended = run("clean.txt", "--diff", *ALL)
    assert "<U+001B>[31m" in ended.out
    assert "\x1b" not in ended.out


def test_diff_with_output_is_refused(run, clean):
    ended = run("clean.txt", "--diff", "-o", "json=x.json", "--lang", "en")
    assert ended.code == 2
    assert ended.err == "Error: --diff writes the difference only; leave out --output\n"


# ---- what the formats say


def test_full_shows_a_fix_with_the_lines_it_changes(run, clean):
    with_faults(clean, {"全年通过县政府门户网站": "截止2024年底，通过县政府门户网站"})
    ended = run("clean.txt", "-f", "full", "--select", "TMP010", *ALL)
    block = ended.out[ended.out.index("  = 修正") : ended.out.index("  = 说明")].splitlines()
    assert block[0] == "  = 修正: 「截止」改为「截至」（可自动改：--fix）"
    assert block[2].startswith("8 | - 截止2024年底，通过")
    assert block[3].startswith("8 | + 截至2024年底，通过")
    assert "其中 1 处可以自动改正（--diff 先看，--fix 改）。" in ended.out


def test_json_tells_safety_title_and_edits(run, clean):
    with_faults(clean, {"全年通过县政府门户网站": "截止2024年底，通过县政府门户网站"})
    ended = run("clean.txt", "-f", "json", "--select", "TMP010", *ALL)
    (finding,) = json.loads(ended.out)["files"][0]["findings"]
    assert finding["fix"] == {
        "safety": "safe",
        "title": "「截止」改为「截至」",
        "edits": [
            {
                "location": {"line": 8, "column": 2, "end_line": 8, "end_column": 3, "parts": None},
                "replacement": "至",
            }
        ],
    }


def test_a_document_number_with_other_digits_is_proposed_only(run, clean):
    long = clean.read_text(encoding="utf-8")
    name = long[long.index("《国务院办公厅政府信息") : long.index("（国办公开办函")]
    text = with_faults(
        clean,
        {
            name: "《中华人民共和国政府信息公开工作年度报告格式》",
            "函〔2021〕30号": "函〔2022〕30号",
        },
    )
    ended = run("clean.txt", "-f", "json", "--select", "WRD009", "--fix", "--unsafe-fixes", *ALL)
    (finding,) = json.loads(ended.out)["files"][0]["findings"]
    assert (finding["fix"]["safety"], finding["fix"]["title"]) == (
        "display-only",
        "「国办公开办函〔2022〕30号」改为「国办公开办函〔2021〕30号」",
    )
    assert clean.read_text(encoding="utf-8") == text


def test_fixes_of_own_rules_are_checked_as_the_rule_is(run, clean, tmp_path):
    rule = tmp_path / "own" / "WRD" / "WRD901.yaml"
    rule.parent.mkdir(parents=True)
    rule.write_text(OWN, encoding="utf-8")
    ended = run("rules", "lint", "own", "--lang", "zh")
    assert ended.code != 0
    assert "WRD901.yaml:15:" in ended.out + ended.err
    assert "from 和 to 的字数应相同" in ended.out + ended.err


OWN = """\
id: WRD901
name: own-words
title: {zh: 不写某词, en: no such word}
severity: info
since: 1.0.0
basis:
  - {document: 填报惯例, clause: 用语}
check: wording
patterns: [某词]
message: {zh: 写了某词, en: a word}
help: {zh: 改, en: change it}
fixes:
  - safety: safe
    find: 某词
    characters: {from: 某词, to: 那}
tests:
  - {name: 没有, want: []}
  - name: 有
    given: {replace: {全年通过: 某词，全年通过}}
    want: [{contains: 某词}]
"""
