"""Write the pages in ``docs/reference``: from the commands themselves and from ``schemas/``.

With ``--check`` nothing is written, and the exit code is 1 where a page is out of date.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.reference import commands, results, rule_files, settings  # noqa: E402

FOLDER = ROOT / "docs" / "reference"
PAGES = {
    "commands": commands.page,
    "settings": settings.page,
    "rule-files": rule_files.page,
    "results": results.page,
}
SUFFIXES = {"zh": ".md", "en": ".en.md"}


def all_pages() -> dict[Path, str]:
    """The pages of both languages."""
    return {
        FOLDER / f"{name}{suffix}": page(lang)
        for name, page in PAGES.items()
        for lang, suffix in SUFFIXES.items()
    }


def main(args: list[str]) -> int:
    """Write the pages, or compare them."""
    if args not in ([], ["--check"]):
        raise SystemExit("usage: python scripts/update_reference.py [--check]")
    wanted = all_pages()
    there = {path: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
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
