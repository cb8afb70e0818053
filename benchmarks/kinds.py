"""Measure how long one report takes as each kind of file, in one process.

python benchmarks/kinds.py [FILE]... [--rounds N]

Without files the examples are measured. Each round reads every file once, in turn; the table tells
milliseconds (median / least) of reading, of parsing and rules, and of all, and the ratio of all to
that of the first file.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from lint_disclosure.api import lint, load_rules
from lint_disclosure.reading import read_document
from lint_disclosure.report.parse import Parser

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
KINDS = (".txt", ".html", ".docx", ".xlsx", ".pdf")


def main(args: list[str]) -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--rounds", type=int, default=40)
    chosen = options.parse_args(args)
    files = chosen.files or [EXAMPLES / f"clean{kind}" for kind in KINDS]
    rules = load_rules()
    parser = Parser(rules)
    contents = {path: path.read_bytes() for path in files}
    times: dict[Path, list[tuple[float, float]]] = {path: [] for path in files}
    for number in range(chosen.rounds + 1):
        for path, data in contents.items():
            began = perf_counter()
            document = read_document(path.name, data)
            between = perf_counter()
            lint(parser.parse(document), rules=rules)
            ended = perf_counter()
            if number:  # the first round loads what is loaded once
                times[path].append((between - began, ended - between))
    unit = median(sum(one) for one in times[files[0]])
    print(f"{'file':36}{'KB':>6}{'read':>16}{'rest':>16}{'all':>16}{'ratio':>8}")
    for path, found in times.items():
        columns = [
            [one[0] for one in found],
            [one[1] for one in found],
            [sum(one) for one in found],
        ]
        shown = "".join(f"{1000 * median(c):9.2f}/{1000 * min(c):6.2f}" for c in columns)
        ratio = median(columns[2]) / unit
        print(f"{path.name[:35]:36}{len(contents[path]) / 1024:6.0f}{shown}{ratio:8.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
