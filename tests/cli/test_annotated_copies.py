"""Copies with comments are no reports of their own: a search of a folder leaves them out, and
says so; what is set aside in the report is set aside in them."""

from __future__ import annotations

import json
import shutil

import pytest

COPIES = ["broken.批注.txt", "broken.批注2.txt", "broken.annotated.txt"]
CODES = "ARI001,ARI003,XTX001"


def counted(ended):
    """Errors shown, findings suppressed, findings in the baseline, entries that do nothing."""
    summary = json.loads(ended.out)["summary"]
    return tuple(summary[key] for key in ("error", "suppressed", "baselined", "lapsed"))


@pytest.mark.parametrize(
    "name", ["年报.批注.txt", "年报.批注2.txt", "年报.annotated.txt", "年报.annotated12.txt"]
)
def test_a_search_leaves_them_out_and_says_so(run, clean, tmp_path, name):
    (tmp_path / "a").mkdir()
    clean.rename(tmp_path / "a" / "年报.txt")
    (tmp_path / "a" / name).write_text("x", encoding="utf-8")
    ended = run("a", "-f", "json")
    data = json.loads(ended.out)
    assert [file["path"] for file in data["files"]] == ["a/年报.txt"]
    assert data["summary"]["left_out"] == 1
    assert f"a/{name}：annotate 加了批注的副本" in ended.err


@pytest.mark.parametrize("name", ["批注.txt", "年报批注.txt", "annotated.txt", "年报.批注稿.txt"])
def test_other_names_are_not_taken_for_them(run, clean, tmp_path, name):
    (tmp_path / "a").mkdir()
    clean.rename(tmp_path / "a" / name)
    data = json.loads(run("a", "-f", "json").out)
    assert [file["path"] for file in data["files"]] == [f"a/{name}"]


def test_a_copy_that_is_named_is_checked(run, clean, tmp_path):
    clean.rename(tmp_path / "年报.批注.txt")
    data = json.loads(run("年报.批注.txt", "-f", "json").out)
    assert [file["status"] for file in data["files"]] == ["checked"]


def test_a_folder_with_nothing_else_in_it_passes_for_nothing(run, clean, tmp_path):
    (tmp_path / "a").mkdir()
    clean.rename(tmp_path / "a" / "年报.批注.txt")
    ended = run("a")
    assert ended.code == 2
    assert "文件夹里没有可以检查的文件" in ended.err


@pytest.mark.parametrize("copy", COPIES)
def test_a_suppression_for_the_report_holds_for_its_copy(run, broken, tmp_path, copy):
    run("broken.txt", "--add-suppression", CODES, "--reason", "台账有误")
    shutil.copy(broken, tmp_path / copy)
    assert counted(run(copy, "-f", "json")) == (0, 1, 0, 0)
    broken.unlink()
    assert counted(run(copy, "-f", "json")) == (0, 1, 0, 0)


def test_a_suppression_for_a_copy_holds_for_it_alone(run, broken, tmp_path):
    shutil.copy(broken, tmp_path / COPIES[0])
    run(COPIES[0], "--add-suppression", CODES, "--reason", "台账有误")
    assert counted(run(COPIES[0], "-f", "json")) == (0, 1, 0, 0)
    assert counted(run("broken.txt", "-f", "json")) == (1, 0, 0, 0)


def test_a_corrected_copy_does_not_make_the_suppression_stale(run, broken, clean, tmp_path):
    run("broken.txt", "--add-suppression", CODES, "--reason", "台账有误")
    shutil.copy(clean, tmp_path / COPIES[0])
    assert counted(run(COPIES[0], "-f", "json")) == (0, 0, 0, 0)
    shutil.copy(clean, broken)
    assert counted(run("broken.txt", "-f", "json")) == (0, 0, 0, 1)


def test_a_suppression_that_is_past_is_told_for_the_copy_as_well(run, broken, tmp_path):
    run("broken.txt", "--add-suppression", CODES, "--reason", "台账有误", "--until", "2099-12-31")
    file = tmp_path / "disclosure-lint.ignore.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("2099", "2020"), encoding="utf-8")
    shutil.copy(broken, tmp_path / COPIES[0])
    assert counted(run(COPIES[0], "-f", "json")) == (1, 0, 0, 1)


@pytest.mark.parametrize("copy", COPIES)
def test_what_a_baseline_knows_of_the_report_it_knows_of_its_copy(run, broken, tmp_path, copy):
    run("baseline", "create", "broken.txt", "-o", "b.json")
    shutil.copy(broken, tmp_path / copy)
    assert counted(run(copy, "-f", "json", "--baseline", "b.json")) == (0, 0, 1, 0)
    assert counted(run(copy, "broken.txt", "-f", "json", "--baseline", "b.json")) == (0, 0, 2, 0)


def test_copies_alone_keep_the_baseline_of_the_report_as_it_is(run, broken, tmp_path):
    run("baseline", "create", "broken.txt", "-o", "b.json")
    before = (tmp_path / "b.json").read_bytes()
    for copy in COPIES:
        shutil.copy(broken, tmp_path / copy)
    broken.unlink()
    assert counted(run(*COPIES, "-f", "json", "--baseline", "b.json")) == (0, 0, 3, 0)
    run("baseline", "prune", "--baseline", "b.json", *COPIES)
    assert (tmp_path / "b.json").read_bytes() == before


def test_a_copy_does_not_keep_alive_what_was_corrected_in_the_report(run, broken, clean, tmp_path):
    run("baseline", "create", "broken.txt", "-o", "b.json")
    shutil.copy(broken, tmp_path / COPIES[0])
    shutil.copy(clean, broken)
    ended = run("baseline", "prune", "--baseline", "b.json", COPIES[0], "broken.txt")
    assert ended.err.endswith("b.json：删去 1 条，留下 0 条\n")


def test_annotating_the_copy_again_gives_no_more_comments_than_the_report(run, broken, tmp_path):
    docx = pytest.importorskip("docx")
    from tests.cli.conftest import ROOT

    file = docx.Document(str(ROOT / "examples" / "clean.docx"))
    row = next(
        row for table in file.tables for row in table.rows if row.cells[0].text.startswith("一、本")
    )
    row.cells[-1].paragraphs[0].runs[0].text = "9"
    file.save(str(tmp_path / "某局.docx"))
    run("某局.docx", "--add-suppression", CODES, "--reason", "台账如此")
    assert run("annotate", "某局.docx").err.startswith("没有要批注的问题")
    assert run("annotate", "--in-place", "某局.批注.docx").err.startswith("没有要批注的问题")
