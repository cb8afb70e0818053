"""Measure speed and memory of the installed package, as ratios of programs run in turn.

python benchmarks/run.py [REPORT] [--rounds N]

Times differ from machine to machine and from minute to minute; ratios of programs that were run in
turn hardly do. README.md beside this file says what each line means.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

from variants import CLEAN, variants

REPORT = CLEAN.with_name("arithmetic.txt")
FILES = 400
SLOWEST = 5
YAML = "name: 年报\nrules:\n  - id: ARI001\n    severity: error\n"
PASS = "python -c pass"

_PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(peak if sys.platform == "darwin" else peak * 1024)
"""
"""A small process that runs a program: what it tells is then not its own memory."""

_IN_PROCESS = """
import json, sys
from pathlib import Path
from time import perf_counter
from lint_disclosure import lint, load_rules, read

texts = [path.read_bytes() for path in sorted(Path(sys.argv[1]).iterdir())]
rules = load_rules()
parsed = judged = 0.0
each = {}
for text in texts:
    began = perf_counter()
    report = read(text, name="report.txt", pack=rules)
    between = perf_counter()
    result = lint(report, rules=rules)
    ended = perf_counter()
    parsed += between - began
    judged += ended - between
    for rule, seconds in result.timings:
        each[rule] = each.get(rule, 0.0) + seconds
    if result.findings or result.status != "checked":
        sys.exit(f"a report that should be clean is not: {result.findings[:1]}")
count = len(texts)
print(json.dumps({
    "all": (parsed + judged) / count, "parse": parsed / count, "rules": judged / count,
    "each": {rule: seconds / count for rule, seconds in each.items()},
}))
"""


class Line(NamedTuple):
    """One line of the table: a ratio by medians and by minima, and what it should not exceed."""

    name: str
    ratio: float
    least: float
    goal: float | None


class Missing(Exception):
    """Something that the measurement needs is not there."""


def main(args: Sequence[str]) -> int:
    """Measure, and print the ratios; the exit code is 2 where nothing could be measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("report", nargs="?", type=Path, default=REPORT)
    parser.add_argument("--rounds", type=int, default=21, help="default: %(default)s")
    chosen = parser.parse_args(args)
    if chosen.rounds < 1:
        parser.error("--rounds is at least 1")
    if not chosen.report.is_file():
        parser.error(f"no such file: {chosen.report}")
    try:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), chosen.report.resolve(), chosen.rounds)
    except Missing as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def measure(folder: Path, report: Path, rounds: int) -> None:
    """Everything, in a folder of its own, so that only what is installed is found."""
    linter = _script("disclosure-lint")
    version = _output([linter, "--version"], folder).split()[-1]
    _must_be_a_wheel(folder)
    many = folder / "reports"
    many.mkdir()
    for number, text in enumerate(variants(FILES)):
        (many / f"{number:03}.txt").write_text(text, encoding="utf-8")
    small = folder / "small.yaml"
    small.write_text(YAML, encoding="utf-8")
    commands = {
        PASS: [sys.executable, "-c", "pass"],
        "yamllint": [_script("yamllint"), "-d", "relaxed", str(small)],
        "report": [linter, str(report)],
        "option": [linter, "--format", "concise", str(report)],
        "version": [linter, "--version"],
        "library": [sys.executable, "-c", _IN_PROCESS, str(many)],
    }
    times, library = _rounds(commands, rounds, folder)
    python = sys.version.split()[0]
    print(f"disclosure-lint {version}, Python {python}, {rounds} rounds, {report.name}")
    print(f"{PASS}: median {1000 * median(times[PASS]):.1f} ms\n")
    print(f"{'':58}  median   least    goal")
    inside = {part: [one[part] for one in library] for part in ("all", "parse", "rules")}
    _show(_line(f"disclosure-lint REPORT / {PASS}", times["report"], times[PASS], 7))
    _show(_line("disclosure-lint REPORT / yamllint", times["report"], times["yamllint"], 1))
    _show(_line(f"disclosure-lint --format concise REPORT / {PASS}", times["option"], times[PASS]))
    _show(_line(f"disclosure-lint --version / {PASS}", times["version"], times[PASS], 1.5))
    name = f"one of {FILES} reports in one process / {PASS}"
    _show(_line(name, inside["all"], times[PASS], 0.2))
    _show(_line("  of it: parsing", inside["parse"], times[PASS]))
    _show(_line("  of it: rules", inside["rules"], times[PASS]))
    for rule in _slowest(library):
        each = [one["each"][rule] for one in library]
        _show(_line(f"    {rule}", each, times[PASS]))
    print(f"\n{'peak memory, MB':58}{'':16}    goal")
    _show_peak("disclosure-lint REPORT", commands["report"], folder)
    _show_peak(f"disclosure-lint on {FILES} files, --jobs 1", [linter, "-j1", str(many)], folder)
    _show_peak(f"disclosure-lint on {FILES} files, largest process", [linter, str(many)], folder)


def _rounds(
    commands: Mapping[str, Sequence[str]], rounds: int, folder: Path
) -> tuple[dict[str, list[float]], list[dict[str, Any]]]:
    """Seconds of each program in each round, and what the library said.

    One round more warms up. Each round has another order, since a program that follows a long one
    is slower than one that follows a short one.
    """
    times: dict[str, list[float]] = {name: [] for name in commands}
    library: list[dict[str, Any]] = []
    order = list(commands)
    random = Random(0)
    for number in range(rounds + 1):
        random.shuffle(order)
        for name in order:
            began = perf_counter()
            output = _output(commands[name], folder)
            ended = perf_counter()
            if number:
                times[name].append(ended - began)
                if name == "library":
                    library.append(json.loads(output))
    return times, library


def _output(command: Sequence[str], folder: Path) -> str:
    """What a program writes; findings end it with 1, a fault with more."""
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise Missing(f"{' '.join(command[:2])} failed: {done.stderr}")
    return done.stdout


def _script(name: str) -> str:
    """The program that is installed beside this Python."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        raise Missing(f"{name} is not installed beside {sys.executable}; run: make benchmark")
    return found


def _must_be_a_wheel(folder: Path) -> None:
    """Without compiled rules another program would be measured than the one that users run."""
    code = "from lint_disclosure.rulepack.shipped import COMPILED; print(COMPILED)"
    compiled = _output([sys.executable, "-c", code], folder).strip()
    if not Path(compiled).is_file():
        raise Missing("the package was not installed from a wheel; run: make benchmark")


def _line(
    name: str, times: Sequence[float], others: Sequence[float], goal: float | None = None
) -> Line:
    return Line(name, median(times) / median(others), min(times) / min(others), goal)


def _show(line: Line) -> None:
    worse = max(line.ratio, line.least)
    print(f"{line.name:58}{line.ratio:8.3f}{line.least:8.3f}{_against(worse, line.goal)}")


def _against(value: float, goal: float | None) -> str:
    return "" if goal is None else f"{goal:8g}  {'met' if value <= goal else 'missed'}"


def _show_peak(name: str, command: Sequence[str], folder: Path) -> None:
    peak = int(_output([sys.executable, "-c", _PEAK, *command], folder)) / 1e6
    print(f"{name:58}{peak:8.1f}{'':8}{_against(peak, 60)}")


def _slowest(library: Sequence[Mapping[str, Any]]) -> list[str]:
    """The rules that took the longest, by their medians."""
    cost = {rule: median(one["each"][rule] for one in library) for rule in library[0]["each"]}
    return sorted(cost, key=lambda rule: cost[rule], reverse=True)[:SLOWEST]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
