"""Carry out the pages that show commands, and put the tool's real output into them.

In such a page a line ``$ disclosure-lint ...`` in a ``console`` block is run, in an
empty folder that holds a report; below it stands what it prints. A comment in front of a block says
what the block is: ``file:`` what the reader writes, ``shows:`` what a file then holds; ``edit:``
changes a word of a file. With ``--check`` nothing is written, and the exit code is 1 where a page
is out of date.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = {
    "docs/writing-rules.md": ("zh", "年报.txt", "clean.txt"),
    "docs/writing-rules.en.md": ("en", "report.txt", "clean.txt"),
    "docs/howto/configure.md": ("zh", "年报.txt", "arithmetic.txt"),
    "docs/howto/configure.en.md": ("en", "report.txt", "arithmetic.txt"),
    "docs/howto/suppress.md": ("zh", "年报.txt", "arithmetic.txt"),
    "docs/howto/suppress.en.md": ("en", "report.txt", "arithmetic.txt"),
}
"""The language, the report's name in the folder, and the example that it is."""
STEP = re.compile(
    r"^<!-- (?P<what>file|shows): (?P<path>[^\n]+?) -->\n```(?P<kind>\w+)\n(?P<body>.*?)^```$"
    r"|^<!-- edit: (?P<edited>[^\n:]+): (?P<old>[^\n]+?) => (?P<new>[^\n]+?) -->$"
    r"|^```console\n(?P<commands>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
PROGRAM = "disclosure-lint"


def carried_out(text: str, folder: Path, lang: str, env: Mapping[str, str]) -> str:
    """The page with the outputs of its commands, run in ``folder`` one after the other."""

    def step(match: re.Match[str]) -> str:
        if match["commands"] is not None:
            return f"```console\n{_run(match['commands'], folder, lang, env)}```"
        if match["edited"] is not None:
            _edit(folder / match["edited"], match["old"], match["new"])
            return match.group()
        path = folder / match["path"]
        if match["what"] == "file":
            path.parent.mkdir(exist_ok=True)
            path.write_text(match["body"], encoding="utf-8")
            return match.group()
        shown = path.read_text(encoding="utf-8")
        return f"<!-- shows: {match['path']} -->\n```{match['kind']}\n{shown}```"

    return STEP.sub(step, text)


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise SystemExit(f"{path.name}: {old} does not occur once")
    path.write_text(text.replace(old, new), encoding="utf-8")


def _run(block: str, folder: Path, lang: str, env: Mapping[str, str]) -> str:
    """Each command of a block, with what it prints below it."""
    shown = []
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        name, *args = shlex.split(line[2:])
        if name != PROGRAM:
            raise SystemExit(f"only {PROGRAM} is run, not {name}")
        command = [sys.executable, "-m", "lint_disclosure", *args]
        done = subprocess.run(
            command,
            cwd=folder,
            env={**env, "PYTHONUTF8": "1", "NO_COLOR": "1", "LC_ALL": f"{_LOCALES[lang]}.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        shown.append(f"{line}\n{done.stdout}")
    return "".join(shown)


_LOCALES = {"zh": "zh_CN", "en": "en_US"}


def page(name: str, env: Mapping[str, str]) -> str:
    """A page carried out in a folder of its own."""
    lang, report, example = PAGES[name]
    text = (ROOT / name).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "examples" / example, Path(folder, report))
        return carried_out(text, Path(folder), lang, env)


def main(args: list[str]) -> int:
    """Write the pages, or compare them."""
    if args not in ([], ["--check"]):
        raise SystemExit("usage: python scripts/update_tutorial.py [--check]")
    stale = []
    for name in PAGES:
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        env.pop("COLUMNS", None)  # the pages are as broad on every screen
        new = page(name, env)
        if new != (ROOT / name).read_text(encoding="utf-8"):
            stale.append(name)
            if not args:
                (ROOT / name).write_text(new, encoding="utf-8", newline="\n")
    if stale and args:
        print(f"out of date: {', '.join(stale)}; run: python scripts/update_tutorial.py")
    return 1 if stale and args else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
