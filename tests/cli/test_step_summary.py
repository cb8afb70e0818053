"""The summary of a job: never beyond what GitHub takes, and the end is always in it."""

from __future__ import annotations

import pytest

from lint_disclosure.cli import step_summary as module
from lint_disclosure.cli.step_summary import StepSummary, step_summary


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(module, "LIMIT", 1000)
    monkeypatch.setattr(module, "_FOR_THE_END", 200)


def written(path, *pieces, lang="zh", complete=True):
    sink = StepSummary(str(path), lang)
    for piece in pieces:
        sink.write(piece)
    sink.close(complete)
    return path.read_text(encoding="utf-8")


def test_all_of_it_where_there_is_room(tmp_path, small):
    assert written(tmp_path / "s", "a\n", "b\n", "end\n") == "a\nb\nend\n"


def test_what_does_not_fit_is_counted_and_the_end_stays(tmp_path, small):
    pieces = [f"{number}" * 100 + "\n" for number in range(9)]
    text = written(tmp_path / "s", *pieces, "end\n")
    assert text.startswith(pieces[0] + pieces[1])
    assert "end\n" in text
    assert text.endswith("\n作业小结放不下，还有 2 部分未列出，见运行记录。\n")
    assert len(text.encode()) <= 1000


def test_what_stands_there_takes_room(tmp_path, small):
    (tmp_path / "s").write_text("x" * 700, encoding="utf-8")
    text = written(tmp_path / "s", "a" * 90, "b" * 90, "end", lang="en")
    assert text == (
        "x" * 700 + "a" * 90 + "end\n1 more parts do not fit into a job summary; see the log.\n"
    )


def test_an_end_that_is_too_long_by_itself(tmp_path, small):
    text = written(tmp_path / "s", "a", "e" * 2000)
    assert text == "\n作业小结放不下，还有 2 部分未列出，见运行记录。\n"


def test_memory_is_bounded_by_the_limit(tmp_path, small):
    sink = StepSummary(str(tmp_path / "s"), "zh")
    for _ in range(10_000):
        sink.write("a" * 100)
    assert sum(map(len, sink.pieces)) <= 1000
    sink.close(False)


def test_nothing_of_a_run_that_broke_off(tmp_path):
    assert written(tmp_path / "s", "a", complete=False) == ""


def test_only_where_github_asks_for_one(tmp_path):
    assert step_summary({}, "zh") is None
    assert step_summary({"GITHUB_STEP_SUMMARY": ""}, "zh") is None
    sink = step_summary({"GITHUB_STEP_SUMMARY": str(tmp_path / "s")}, "zh")
    assert sink is not None
    sink.close(True)
