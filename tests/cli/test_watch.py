"""``--watch``: a change of a report or of the settings, and the report is checked again."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals and terminals")

WAITING = "等待文件变化（Ctrl-C 结束）"


class Watching:
    """The command while it runs, and what it has shown so far."""

    def __init__(self, process, descriptor):
        self.process = process
        self.descriptor = descriptor
        self.seen = ""

    def until(self, text, times=1):
        """Read on until a text was shown so many times; gives what was shown since the last."""
        end = time.monotonic() + 20
        start = len(self.seen)
        while self.seen.count(text) < times:
            ready, _, _ = select.select([self.descriptor], [], [], max(0, end - time.monotonic()))
            assert ready, f"{text!r} was not shown {times} times: {self.seen!r}"
            piece = os.read(self.descriptor, 65536)
            assert piece, f"ended early: {self.seen!r}"
            self.seen += piece.decode("utf-8", "replace")
        return self.seen[start:]

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=20)


@pytest.fixture
def watch(tmp_path, environment):
    """Start the command with --watch, on a pipe or on a terminal."""
    started = []

    def call(*args, terminal=False, **env):
        import pty

        main, side = pty.openpty() if terminal else os.pipe()
        process = subprocess.Popen(
            [sys.executable, "-m", "lint_disclosure", "--watch", *args],
            cwd=tmp_path, env={**environment, **env}, stdout=side, stderr=side,
        )  # fmt: skip
        os.close(side)
        started.append((process, main))
        return Watching(process, main)

    yield call
    for process, descriptor in started:
        process.kill()
        process.wait()
        os.close(descriptor)


def mend(path):
    path.write_text(path.read_text(encoding="utf-8").replace("| 12 |", "| 11 |"), encoding="utf-8")


def test_a_report_is_checked_again_when_it_changed_and_ctrl_c_ends_it(watch, broken):
    shown = watch("broken.txt", "--select", "ARI001")
    first = shown.until(WAITING)
    assert "发现错误：1 份年报，1 处错误。" in first
    mend(broken)
    second = shown.until(WAITING, 2)
    assert "未见错误：1 份年报" in second
    assert shown.interrupt() == 130
    assert "Traceback" not in shown.seen


def test_a_new_file_in_a_folder(watch, broken, clean):
    shown = watch(".", "--select", "ARI001", "-q")
    shown.until(WAITING)
    clean.with_name("new.txt").write_bytes(broken.read_bytes())
    assert "new.txt:36:" in shown.until(WAITING, 2)


def test_changed_settings(watch, broken, tmp_path):
    shown = watch("broken.txt", "--select", "ARI001")
    shown.until(WAITING)
    (tmp_path / "disclosure-lint.toml").write_text('severity.ARI001 = "warning"\n')
    assert "警告" in shown.until(WAITING, 2)


def test_broken_settings_are_told_and_can_be_mended(watch, clean, tmp_path):
    shown = watch("clean.txt")
    shown.until(WAITING)
    settings = tmp_path / "disclosure-lint.toml"
    settings.write_text("profil = 1\n")
    assert "profil" in shown.until(WAITING, 2)
    settings.unlink()
    assert "未见错误" in shown.until(WAITING, 3)


def test_files_are_written_each_time(watch, broken, tmp_path):
    shown = watch("broken.txt", "--select", "ARI001", "-o", "json=found.json", "-q")
    shown.until(WAITING)
    assert '"error": 1' in (tmp_path / "found.json").read_text(encoding="utf-8")
    mend(broken)
    shown.until(WAITING, 2)
    assert '"error": 0' in (tmp_path / "found.json").read_text(encoding="utf-8")


def test_what_it_writes_itself_is_no_change(watch, broken, tmp_path):
    shown = watch("broken.txt", "-o", "html=page.html", "-q")
    shown.until(WAITING)
    time.sleep(2)
    assert shown.interrupt() == 130
    assert shown.seen.count(WAITING) == 1


def test_a_terminal_is_cleared_and_a_dumb_one_is_not(watch, clean):
    shown = watch("clean.txt", terminal=True, TERM="xterm")
    assert shown.until("Ctrl-C").startswith("\x1b[2J\x1b[3J\x1b[H")
    shown = watch("clean.txt", terminal=True, TERM="dumb")
    assert "\x1b" not in shown.until("Ctrl-C")


def test_english(watch, clean):
    assert "waiting for changes (Ctrl-C ends it)" in watch("clean.txt", "--lang", "en").until(
        "ends it"
    )


def test_what_it_cannot_do(run, clean):
    ended = run("--watch", "-", stdin=b"")
    assert (ended.code, ended.err) == (2, "错误：--watch 只能看文件，不能看标准输入\n")
    ended = run("--watch", "clean.txt", "-f", "json", "--lang", "en")
    assert ended.code == 2
    assert ended.err == (
        "Error: --watch shows full or concise, not json; write it with --output json=FILE\n"
    )
    assert run("--watch", "clean.txt", "-o", "x").code == 2


@pytest.mark.parametrize("option", ["--fix", "--add-suppression=ARI001"])
def test_a_watched_run_writes_nothing_into_the_reports(run, clean, option):
    ended = run("clean.txt", "--watch", option)
    assert (ended.code, "--watch" in ended.err) == (2, True)
