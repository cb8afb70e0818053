"""Dress many reports and print how many of them read the same: python -m tests.clothes."""

from __future__ import annotations

import argparse

from lint_disclosure.api import load_rules
from tests.clothes.clothing import QUICK
from tests.clothes.compare import differences
from tests.clothes.random_report import random_report


def main() -> None:
    """Print one line for each clothing and form, and the first difference below it."""
    parser = argparse.ArgumentParser(prog="python -m tests.clothes", description=__doc__)
    parser.add_argument("--reports", type=int, default=200, help="reports of each form")
    parser.add_argument("--only", default="", help="clothes whose name holds this")
    options = parser.parse_args()
    pack = load_rules()
    for clothing in QUICK:
        if options.only not in clothing.name:
            continue
        for form in pack.forms.values():
            same, first = 0, ""
            for seed in range(options.reports):
                report = clothing.fitting(random_report(pack, form, seed))
                name = f"report{clothing.suffix}"
                found = differences(report, name, clothing.dress(report), pack)
                same += not found
                first = first or (f"report {seed}: {found[0]}" if found else "")
            print(f"{clothing.name:24} {form.key}  {same} of {options.reports}  {first}")


if __name__ == "__main__":
    main()
