"""Write the pages of the rules, ``docs/rules``, and take away those of rules that are gone.

With ``--check`` nothing is written, and the exit code is 1 where a page is out of date.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lint_disclosure.api import load_rules  # noqa: E402
from lint_disclosure.authoring.describing.index_page import all_pages  # noqa: E402

FOLDER = ROOT / "docs" / "rules"


def main(args: list[str]) -> int:
    """Write the pages, or compare them."""
    if args not in ([], ["--check"]):
        raise SystemExit("usage: python scripts/update_rule_pages.py [--check]")
    wanted = {FOLDER / name: text for name, text in all_pages(load_rules()).items()}
    there = {path: path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.md")}
    stale = [path for path in {**there, **wanted} if there.get(path) != wanted.get(path)]
    if args:
        for path in sorted(stale):
            print(f"out of date: {path.relative_to(ROOT)}; run: make docs")
        return 1 if stale else 0
    for path in stale:
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8", newline="\n")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
