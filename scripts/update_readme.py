"""Put the tool's real output into the README files.

After a line ``<!-- output: FILE [options] -->`` stands a fenced block; it is filled with what
``disclosure-lint FILE --format full`` prints, in the language of the page unless the options
name one. With ``--check`` nothing is written, and the exit code is 1 where a block is out of date.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"README.md": "en", "README.zh-CN.md": "zh"}
BLOCK = re.compile(
    r"^(<!-- output: (?P<args>[^\n]+?) -->\n```[a-z]*\n).*?^```$", re.DOTALL | re.MULTILINE
)


def output(args: list[str], lang: str) -> str:
    """What the tool prints; findings are expected, faults are not."""
    command = [sys.executable, "-m", "lint_disclosure", "--format", "full", "--lang", lang, *args]
    env = {**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": ""}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8")
    if done.returncode not in (0, 1):
        raise SystemExit(f"{shlex.join(args)}: {done.stderr}")
    return done.stdout


def filled(text: str, lang: str) -> str:
    """The page with every block filled."""

    def fill(match: re.Match[str]) -> str:
        return f"{match[1]}{output(shlex.split(match['args']), lang)}```"

    return BLOCK.sub(fill, text)


def main(args: list[str]) -> int:
    """Write the pages, or compare them."""
    if args not in ([], ["--check"]):
        raise SystemExit("usage: python scripts/update_readme.py [--check]")
    stale = []
    for name, lang in PAGES.items():
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        if text.count("<!-- output: ") != len(BLOCK.findall(text)):
            raise SystemExit(f"{name}: an output mark without a fenced block behind it")
        new = filled(text, lang)
        if new != text:
            stale.append(name)
            if not args:
                path.write_text(new, encoding="utf-8", newline="\n")
    if stale and args:
        print(f"out of date: {', '.join(stale)}; run: python scripts/update_readme.py")
    return 1 if stale and args else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
