"""``completion``: the scripts, asked by the shells themselves for what they would offer."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
from pathlib import Path

import pytest

from lint_disclosure.render import FORMATS

SHELLS = ("bash", "zsh", "fish")

BASH = """
source ./script
COMP_WORDS=({words})
COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
compopt() {{ :; }}
_disclosure_lint
printf '%s\\n' "${{COMPREPLY[@]}}"
"""

ZSH = """
autoload -Uz compinit && compinit -u -D
source ./script
tell() { print -r -- "$BUFFER" > told; exit }
zle -N tell
bindkey "^I" complete-word
bindkey "^X" tell
print READY
"""


@pytest.fixture
def script(run, tmp_path):
    def write(shell):
        if shutil.which(shell) is None:
            pytest.skip(f"no {shell} on this machine")
        ended = run("completion", shell)
        assert (ended.code, ended.err) == (0, "")
        (tmp_path / "script").write_text(ended.out, encoding="utf-8")
        return tmp_path

    return write


def asked(folder: Path, *args: str) -> str:
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "dumb", "HOME": str(folder)}
    done = subprocess.run(
        args, cwd=folder, env=environment, capture_output=True, text=True, check=True, timeout=30
    )
    return done.stdout


def bash(folder: Path, *words: str) -> list[str]:
    """What bash would offer; it cuts words at the sign of equality."""
    quoted = " ".join(f"'{word}'" for word in ("disclosure-lint", *words))
    return asked(folder, "bash", "--norc", "-c", BASH.format(words=quoted)).split()


def fish(folder: Path, line: str) -> list[str]:
    command = f"source ./script; complete -C 'disclosure-lint {line}'"
    shown = asked(folder, "fish", "--no-config", "-c", command)
    return [entry.split("\t")[0] for entry in shown.splitlines()]


def zsh(folder: Path, line: str) -> str:
    """What a line has become after the key that completes."""
    import pty

    (folder / ".zshrc").write_text(ZSH, encoding="utf-8")
    environment = {
        **os.environ, "LC_ALL": "C.UTF-8", "TERM": "dumb", "HOME": str(folder),
        "ZDOTDIR": str(folder),
    }  # fmt: skip
    main, side = pty.openpty()
    process = subprocess.Popen(
        ["zsh", "-i"], cwd=folder, env=environment, stdin=side, stdout=side, stderr=side,
        start_new_session=True,
    )  # fmt: skip
    os.close(side)
    seen = b""
    sent = False
    while select.select([main], [], [], 20)[0]:
        try:
            seen += os.read(main, 65536)
        except OSError:
            break
        if not sent and b"READY" in seen:
            sent = True
            os.write(main, f"disclosure-lint {line}\t\x18".encode())
    process.kill()
    process.wait(timeout=30)
    os.close(main)
    told = (folder / "told").read_text(encoding="utf-8").removesuffix("\n")
    return told.removeprefix("disclosure-lint ")


class TestBash:
    def test_commands_come_first(self, script):
        folder = script("bash")
        assert bash(folder, "") == [
            "check",
            "extract",
            "annotate",
            "init",
            "completion",
            "rules",
            "baseline",
        ]
        assert bash(folder, "ex") == ["extract"]
        assert bash(folder, "rules", "") == ["list", "explain", "test", "lint", "new"]

    def test_options_of_the_command_and_those_of_check_without_one(self, script):
        folder = script("bash")
        assert bash(folder, "--fail") == [
            "--fail-on", "--fail-on-undecided", "--fail-on-unrecognised", "--fail-on-stale",
        ]  # fmt: skip
        assert bash(folder, "check", "--form") == ["--format"]
        assert bash(folder, "a.txt", "--form") == ["--format"]
        assert bash(folder, "extract", "--doc") == ["--document"]
        assert bash(folder, "extract", "--fail") == []

    def test_values(self, script):
        folder = script("bash")
        assert bash(folder, "-f", "js") == ["json", "jsonl"]
        assert bash(folder, "--format", "=", "sa") == ["sarif"]
        assert bash(folder, "--color", "=") == ["auto", "always", "never"]
        assert bash(folder, "--select", "ARI00")[:2] == ["ARI001", "ARI002"]
        assert bash(folder, "rules", "explain", "ARI001")[0] == "ARI001"
        assert bash(folder, "extract", "-f", "") == ["json", "csv", "xlsx", "text"]
        assert bash(folder, "completion", "") == ["bash", "zsh", "fish"]

    def test_two_parts_of_a_value(self, script):
        folder = script("bash")
        assert bash(folder, "-o", "x") == ["xlsx="]
        assert bash(folder, "-o", "xlsx", "=", "a") == []
        assert bash(folder, "--severity", "ARI001", "=", "") == ["info", "warning", "error"]
        assert bash(folder, "--severity", "ARI001", "=") == ["info", "warning", "error"]

    def test_files_are_left_to_bash(self, script):
        folder = script("bash")
        assert bash(folder, "check", "a") == []
        assert bash(folder, "--config", "a") == []
        assert "-o default" in (folder / "script").read_text(encoding="utf-8")


class TestFish:
    def test_commands_options_and_values(self, script):
        folder = script("fish")
        (folder / "年报.txt").touch()
        assert {"check", "extract", "rules", "年报.txt"} <= {*fish(folder, "")}
        assert fish(folder, "ex") == ["extract"]
        assert fish(folder, "rules ") == ["explain", "lint", "list", "new", "test"]
        assert fish(folder, "-f js") == ["json", "jsonl"]
        assert fish(folder, "check --form") == ["--format"]
        assert fish(folder, "extract --fail") == []
        assert fish(folder, "rules explain ARI001") == ["ARI001"]
        assert "xlsx=" in fish(folder, "-o xl")
        assert fish(folder, "--severity ARI001=w") == ["ARI001=warning"]
        assert "年报.txt" in fish(folder, "check 年")


class TestZsh:
    @pytest.mark.parametrize(
        ("line", "completed"),
        [
            ("ex", "extract "),
            ("-f sar", "-f sarif "),
            ("--format=gitl", "--format=gitlab "),
            ("check --tim", "check --timings "),
            ("a.txt --tim", "a.txt --timings "),
            ("rules exp", "rules explain "),
            ("rules explain ARI001", "rules explain ARI001 "),
            ("-o xl", "-o xlsx="),
            ("-o xlsx=sc", "-o xlsx=script "),
            ("--severity ARI001=w", "--severity ARI001=warning "),
            ("extract --doc", "extract --document "),
            ("extract --fail", "extract --fail"),
            ("check sc", "check script "),
        ],
    )
    def test_what_is_typed_is_completed(self, script, line, completed):
        assert zsh(script("zsh"), line) == completed


@pytest.mark.parametrize("shell", SHELLS)
def test_every_format_and_every_command_is_in_the_script(run, shell):
    text = run("completion", shell).out
    for name in FORMATS:
        assert name in text
    for name in ("--fail-on-undecided", "explain", "extract", "ARI001"):
        assert name.lstrip("-") in text


def test_the_descriptions_are_in_the_language_that_is_asked_for(run):
    assert "输出格式" in run("completion", "fish").out
    assert "输出格式" not in run("completion", "fish", "--lang", "en").out


def test_no_shell_and_an_unknown_one(run):
    assert run("completion").code == 2
    assert run("completion").err == "错误：为哪种 shell？可以是 bash, zsh, fish\n"
    ended = run("completion", "zhs", "--lang", "en")
    assert ended.code == 2
    assert ended.err.startswith("Error: unknown shell zhs; one of bash, zsh, fish")


def test_the_help_says_how_to_use_it(run):
    shown = run("completion", "--help").out
    assert 'eval "$(disclosure-lint completion bash)"' in shown
    assert "completion" in run("--help").out
