"""Annotate many random reports and print how many of each clothing are right.

python -m tests.annotate [--reports N] [--slow N] [--only NAME]
"""

from __future__ import annotations

import argparse
import logging

from lint_disclosure.api import load_rules
from tests.annotate.compare import problems
from tests.annotate.planted import planted
from tests.clothes.clothing import QUICK, SLOW
from tests.clothes.random_report import random_report

SUFFIXES = (".docx", ".xlsx", ".html", ".pdf")


def main() -> None:
    """Print a line for each clothing and form, and the first problem at its end."""
    parser = argparse.ArgumentParser(prog="python -m tests.annotate", description=__doc__)
    parser.add_argument("--reports", type=int, default=50, help="reports of each form")
    parser.add_argument("--slow", type=int, default=10, help="reports of each form in print")
    parser.add_argument("--only", default="", help="clothes whose name holds this")
    options = parser.parse_args()
    logging.disable()  # pdfplumber tells much of fonts
    pack = load_rules()
    counts = {**dict.fromkeys(QUICK, options.reports), **dict.fromkeys(SLOW, options.slow)}
    for clothing, count in counts.items():
        if clothing.suffix not in SUFFIXES or options.only not in clothing.name:
            continue
        if clothing.program is None or not count:
            continue
        for form in pack.forms.values():
            reports = [
                clothing.fitting(planted(random_report(pack, form, seed))) for seed in range(count)
            ]
            wrong = [
                (report.seed, found)
                for report, data in zip(reports, clothing.dress(reports), strict=True)
                if (found := problems(report, data, clothing.suffix, pack))
            ]
            line = f"{clothing.name:22} {form.key}  {count - len(wrong)} of {count} right"
            print(line + (f"; report {wrong[0][0]}: {wrong[0][1]}" if wrong else ""), flush=True)


if __name__ == "__main__":
    main()
