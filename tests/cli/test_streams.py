"""Consoles that cannot show everything, colour, and readers that go away."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest

from lint_disclosure.cli.streams import colored

ODD = "结转下年度2件。€é🙂"


def stream(terminal):
    return SimpleNamespace(isatty=lambda: terminal)


@pytest.mark.parametrize(
    ("choice", "terminal", "environment", "wanted"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", True, {"FORCE_COLOR": "0"}, True),
        ("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_when_to_color(choice, terminal, environment, wanted):
    assert colored(choice, stream(terminal), environment) is wanted


def test_no_color_and_always(run, broken):
    assert "\x1b" not in run("broken.txt", "-f", "full", NO_COLOR="1").out
    assert "\x1b[1;31m错误[ARI001]\x1b[0m" in run("broken.txt", "-f", "full", FORCE_COLOR="1").out
    assert "\x1b" in run("broken.txt", "-f", "full", "--color", "always", NO_COLOR="1").out


@pytest.mark.parametrize("encoding", ["gbk", "cp936", "gb18030"])
def test_a_chinese_console_of_old_shows_everything_of_ours(run, broken, encoding):
    ended = run(
        "broken.txt", "-f", "full", encoding=encoding, PYTHONIOENCODING=encoding, PYTHONUTF8="0"
    )
    expected = run("broken.txt", "-f", "full")
    assert ended == expected


def test_what_a_console_lacks_is_escaped(run, clean):
    text = clean.read_text(encoding="utf-8").replace("结转下年度2件。", ODD + "\n未收到申请。")
    clean.write_text(text, encoding="utf-8")
    name = "年报\u00e9\U0001f642.txt"
    clean.rename(clean.with_name(name))
    ended = run(name, "-f", "full", encoding="gbk", PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    assert "Traceback" not in ended.err
    shown = run(name, "-f", "concise", encoding="ascii", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "Traceback" not in shown.err
    assert shown.err.split(":")[0] in ("Errors found", "No errors seen")


def test_json_is_sound_in_every_encoding(run, broken):
    name = "年报\u00e9\U0001f642.txt"
    broken.rename(broken.with_name(name))
    for encoding in ("gbk", "ascii", "latin-1"):
        env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        data = json.loads(run(name, "-f", "json", encoding=encoding, **env).out)
        assert data["files"][0]["path"] == name
        data = json.loads(run("extract", name, encoding=encoding, **env).out)
        assert data["path"] == name


def test_the_c_locale(run, broken):
    ended = run("broken.txt", "-f", "full", "--select", "ARI", LC_ALL="C", PYTHONUTF8="")
    assert ended.code == 1
    assert ended.out.startswith("错误[ARI001]: ")
    ended = run("broken.txt", "-f", "full", "--select", "ARI", LC_ALL="C", PYTHONUTF8="0")
    assert ended.code == 1
    assert ended.out.startswith("error[ARI001]: \\u300c")


@pytest.mark.skipif(sys.platform == "win32", reason="such names need a POSIX file system")
def test_a_file_name_cannot_reach_the_terminal(run, clean):
    name = "年\x1b[2J报\u202e\n.txt"
    broken = clean.with_name(name)
    broken.write_text("会议纪要", encoding="utf-8")
    ended = run(name)
    assert "  年<U+001B>[2J报<U+202E> .txt：" in ended.err
    assert "\x1b" not in ended.out + ended.err
    data = json.loads(run(name, "-f", "json").out)
    assert data["files"][0]["path"] == name


@pytest.mark.skipif(sys.platform == "win32", reason="such names need a POSIX file system")
def test_a_file_name_that_is_no_text(run, broken):
    broken.rename(os.fsdecode(os.fsencode(broken.parent) + b"/\xff.txt"))
    ended = run(".", "--select", "ARI001")
    assert ended.out.startswith("./<U+DCFF>.txt:36:44: error[ARI001] ")
    assert json.loads(run(".", "-f", "json").out)["files"][0]["path"] == "./\udcff.txt"


def test_escapes_in_the_text_cannot_reach_the_terminal(run, broken):
    text = broken.read_text(encoding="utf-8").replace("| 12 |", "| 12\x1b[31m |")
    broken.write_text(text, encoding="utf-8")
    for format in ("full", "concise", "json"):
        ended = run("broken.txt", "-f", format)
        assert "\x1b" not in ended.out + ended.err
    assert "\x1b" not in run("extract", "broken.txt").out


def test_a_reader_that_goes_away_is_no_error(environment, broken, tmp_path):
    for number in range(40):
        (tmp_path / f"{number}.txt").write_bytes(broken.read_bytes())
    process = subprocess.Popen(
        [sys.executable, "-m", "lint_disclosure", ".", "-f", "full", "--jobs", "1"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (141, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="sends a POSIX signal")
def test_an_interrupt_is_quiet(environment, tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "lint_disclosure", "-"],
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A job in the background is started with the signal ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_on_a_terminal_it_is_full_and_colored(run_on_terminal, broken):
    code, text, _ = run_on_terminal("broken.txt", "--select", "ARI001", TERM="xterm", COLUMNS="80")
    assert code == 1
    assert text.startswith("\x1b[1;31m错误[ARI001]\x1b[0m\x1b[1m: 「一、本年新收」一行")
    assert "\x1b[1;4;31m12\x1b[0m" in text
