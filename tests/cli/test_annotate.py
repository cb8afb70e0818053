"""``annotate``: the report itself with the findings written into it.

A clerk has a Word file and a deadline: one command, and the file says what to look at.
"""

from __future__ import annotations

import io
import os

import docx
import pytest

from tests.cli.conftest import ROOT

EXAMPLES = ROOT / "examples"


@pytest.fixture
def faulty(tmp_path):
    """A Word file with a total of 33 that should be 32, and a comment of a person."""
    file = docx.Document(str(EXAMPLES / "clean.docx"))
    row = next(
        row
        for table in file.tables
        for row in table.rows
        if row.cells[0].text.startswith("一、本年新收")
    )
    paragraph = row.cells[-1].paragraphs[0]
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = "33"
    file.add_comment(file.paragraphs[0].runs, "请审", author="张三")
    path = tmp_path / "年报.docx"
    file.save(str(path))
    return path


def comments(path):
    """The texts of the comments by their authors."""
    found: dict[str, list[str]] = {}
    for one in docx.Document(str(path)).comments:
        found.setdefault(one.author, []).append(one.text)
    return found


def test_a_word_file_gets_comments_under_a_name_of_its_own(run, faulty, tmp_path):
    before = faulty.read_bytes()
    ended = run("annotate", "年报.docx")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith("写入 ")
    assert "：年报.批注.docx\n发现错误：1 份年报" in ended.err
    assert faulty.read_bytes() == before
    own = comments(tmp_path / "年报.批注.docx")["disclosure-lint"]
    assert any(
        text.startswith("错误 ARI001：「一、本年新收」一行相加是 32，总计填的是 33") for text in own
    )
    assert comments(tmp_path / "年报.批注.docx")["张三"] == ["请审"]


def test_the_name_and_the_words_in_english(run, faulty, tmp_path):
    ended = run("annotate", "--lang", "en", "年报.docx")
    assert "comments written to 年报.annotated.docx" in ended.err
    own = comments(tmp_path / "年报.annotated.docx")["disclosure-lint"]
    assert any(text.startswith("error ARI001: ") for text in own)


def test_no_file_is_overwritten_unasked(run, faulty, tmp_path):
    for name in ("年报.批注.docx", "年报.批注2.docx", "年报.批注3.docx"):
        assert f"：{name}\n" in run("annotate", "年报.docx").err
        assert (tmp_path / name).exists()
    assert "：年报.批注4.docx\n" in run("annotate", "年报.批注2.docx").err


def test_output_names_the_file(run, faulty, tmp_path):
    assert run("annotate", "年报.docx", "-o", "看.docx", "-q") == (0, "", "")
    assert "disclosure-lint" in comments(tmp_path / "看.docx")


def test_the_source_is_written_over_only_when_asked(run, faulty, tmp_path):
    before = faulty.read_bytes()
    ended = run("annotate", "年报.docx", "-o", "./年报.docx")
    assert ended.code == 2
    assert "--in-place" in ended.err
    os.link(faulty, tmp_path / "again.docx")
    assert run("annotate", "年报.docx", "-o", "again.docx").code == 2
    assert faulty.read_bytes() == before
    assert run("annotate", "--in-place", "年报.docx").code == 0
    assert "disclosure-lint" in comments(faulty)
    assert run("annotate", "--in-place", "-o", "x.docx", "年报.docx").code == 2


def test_from_faulty_to_clean_by_the_annotated_file_alone(run, faulty):
    """The comments are worked through in the file itself; what is put right loses its comment."""
    run("annotate", "--in-place", "年报.docx")
    first = comments(faulty)["disclosure-lint"]
    file = docx.Document(str(faulty))
    row = next(
        row
        for table in file.tables
        for row in table.rows
        if row.cells[0].text.startswith("一、本年新收")
    )
    for one in row.cells[-1].paragraphs[0].runs:
        one.text = one.text.replace("33", "32")
    file.save(str(faulty))
    run("annotate", "--in-place", "年报.docx")
    left = comments(faulty)
    assert left["张三"] == ["请审"]
    assert any("ARI001" in text for text in first)
    assert not any("ARI001" in text for text in left.get("disclosure-lint", []))


def test_a_second_run_adds_nothing(run, faulty):
    run("annotate", "--in-place", "年报.docx")
    once = faulty.read_bytes()
    run("annotate", "--in-place", "年报.docx")
    assert faulty.read_bytes() == once


@pytest.mark.parametrize("name", ["clean.docx", "clean.xlsx", "clean.html", "clean.pdf"])
def test_a_report_in_which_nothing_is_wrong_is_written_as_it_is(run, tmp_path, name):
    (tmp_path / name).write_bytes((EXAMPLES / name).read_bytes())
    ended = run("annotate", name, "-o", "out")
    assert ended.code == 0
    assert ended.err.startswith("没有要批注的问题，文件照原样写入：out\n未见错误")
    assert (tmp_path / "out").read_bytes() == (EXAMPLES / name).read_bytes()


def test_a_text_carries_no_comments_and_html_is_offered(run, broken, tmp_path):
    ended = run("annotate", "broken.txt")
    assert (ended.code, ended.out) == (2, "")
    assert "文本文件不能带批注" in ended.err
    assert "-o html=结果.html" in ended.err
    assert "carries no comments" in run("annotate", "--lang", "en", "broken.txt").err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.txt"]


def test_what_is_no_report_gets_no_comments(run, tmp_path):
    file = docx.Document()
    file.add_paragraph("会议纪要")
    file.save(str(tmp_path / "minutes.docx"))
    ended = run("annotate", "minutes.docx")
    assert ended.code == 2
    assert "没有加批注" in ended.err


def test_files_that_cannot_be_read(run, tmp_path):
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04word/")
    assert run("annotate", "gone.docx").code == 2
    assert "文件不存在" in run("annotate", "gone.docx").err
    assert run("annotate", "broken.docx").code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["broken.docx"]


def test_one_file_at_a_time(run, faulty):
    assert run("annotate", "年报.docx", "年报.docx").code == 2
    assert run("annotate").code == 2


def test_rules_are_chosen_as_for_check(run, faulty, tmp_path):
    run("annotate", "年报.docx", "-o", "a.docx", "--select", "ARI003")
    (only,) = comments(tmp_path / "a.docx")["disclosure-lint"]
    assert "ARI003" in only
    (tmp_path / "disclosure-lint.toml").write_text('select = ["ARI001"]\n', encoding="utf-8")
    run("annotate", "年报.docx", "-o", "b.docx")
    (only,) = comments(tmp_path / "b.docx")["disclosure-lint"]
    assert "ARI001" in only


def test_the_file_goes_through_a_pipe(run, faulty):
    ended = run("annotate", "年报.docx", "-o", "-", encoding="latin-1")
    made = docx.Document(io.BytesIO(ended.out.encode("latin-1")))
    assert "disclosure-lint" in {one.author for one in made.comments}
    assert ended.code == 0


def test_a_folder_called_annotate_is_written_with_a_separator(run, tmp_path):
    (tmp_path / "annotate").mkdir()
    assert run("./annotate").code == 2
    assert "Usage" in run("annotate", "--help", "--lang", "en").out


def test_what_is_suppressed_gets_no_comment(run, faulty):
    only = ("annotate", "年报.docx", "--select", "ARI001,ARI003", "-o")
    assert run(*only, "a.docx").err.startswith("写入 1 条批注")
    run("年报.docx", "--add-suppression", "ARI001,ARI003,XTX001", "--reason", "已报请更正")
    assert run(*only, "b.docx").err.startswith("没有要批注的问题")
    assert run(*only, "c.docx", "--no-suppressions").err.startswith("写入 1 条批注")
    assert run(*only, "d.docx", "--isolated").err.startswith("写入 1 条批注")


def test_what_is_in_the_baseline_gets_no_comment(run, faulty):
    run("baseline", "create", "年报.docx", "--select", "ARI001,ARI003")
    only = ("annotate", "年报.docx", "--select", "ARI001,ARI003", "-o", "a.docx")
    ended = run(*only, "--baseline", "disclosure-lint.baseline.json")
    assert ended.err.startswith("没有要批注的问题")


def test_what_the_configuration_leaves_out_is_not_annotated(run, faulty, tmp_path):
    (tmp_path / "disclosure-lint.toml").write_text('exclude = ["*.docx"]\n', encoding="utf-8")
    ended = run("annotate", "年报.docx")
    assert (ended.code, "*.docx" in ended.err) == (2, True)


def test_standard_input_and_folders_are_refused(run, faulty):
    assert run("annotate", "-").code == 2
    assert run("annotate", ".").code == 2
