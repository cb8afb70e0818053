"""Dress many reports and print how many of each form read the same, by clothing.

python -m tests.clothes [--reports N] [--slow N] [--only NAME] [--write FOLDER]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from lint_disclosure.api import load_rules
from lint_disclosure.rulepack.model import Form, RulePack
from tests.clothes.clothing import QUICK, SLOW, Clothing
from tests.clothes.compare import Difference, differences
from tests.clothes.model import Report
from tests.clothes.random_report import random_report


def main() -> None:
    """Print one line for each clothing and form, and the first difference at its end."""
    parser = argparse.ArgumentParser(prog="python -m tests.clothes", description=__doc__)
    parser.add_argument("--reports", type=int, default=200, help="reports of each form")
    parser.add_argument("--slow", type=int, default=10, help="reports of each form in print")
    parser.add_argument("--only", default="", help="clothes whose name holds this")
    parser.add_argument("--write", type=Path, help="write the files into this folder, read none")
    options = parser.parse_args()
    pack = load_rules()
    counts = {**dict.fromkeys(QUICK, options.reports), **dict.fromkeys(SLOW, options.slow)}
    for clothing, count in counts.items():
        if options.only in clothing.name and count:
            for form in pack.forms.values():
                reports = [
                    clothing.fitting(random_report(pack, form, seed)) for seed in range(count)
                ]
                if options.write:
                    _write(clothing, form, reports, options.write)
                else:
                    print(f"{clothing.name:22} {form.key}  {_line(clothing, reports, pack)}")


def _write(clothing: Clothing, form: Form, reports: list[Report], folder: Path) -> None:
    if clothing.program is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    for report, data in zip(reports, clothing.dress(reports), strict=True):
        name = f"{clothing.name}-{form.key}-{report.seed}{clothing.suffix}"
        (folder / name).write_bytes(data)


def _line(clothing: Clothing, reports: list[Report], pack: RulePack) -> str:
    if clothing.program is None:
        return "not installed: the program that prints it"
    found = [(seed, ones) for seed, ones in _found(clothing, reports, pack) if ones]
    line = f"{len(reports) - len(found)} of {len(reports)} the same"
    return line + (f"; report {found[0][0]}: {found[0][1][0]}" if found else "")


def _found(
    clothing: Clothing, reports: list[Report], pack: RulePack
) -> Iterator[tuple[int, list[Difference]]]:
    for report, data in zip(reports, clothing.dress(reports), strict=True):
        yield report.seed, differences(report, f"report{clothing.suffix}", data, pack)


if __name__ == "__main__":
    main()
