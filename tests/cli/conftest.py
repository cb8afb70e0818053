"""Run the command line as a process, with the package laid out as a wheel has it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from lint_disclosure.finding import Basis
from lint_disclosure.rulepack.compiled import to_json
from lint_disclosure.rulepack.loading import load_pack
from lint_disclosure.rulepack.model import RulePack, Text

ROOT = Path(__file__).parents[2]
SPECIMEN = ROOT / "rules" / "forms" / "2021.specimen.txt"
ISSUER = "云川县水利局"
"""Who issues the specimen: a department of a county."""

ROW = "一、本年新收政府信息公开申请数量 | 7 | 3 | 0 | 0 | 1 | 0 | 11 |"


class Ended(NamedTuple):
    """How a process ended."""

    code: int
    out: str
    err: str


class Shown(NamedTuple):
    """How a process on a terminal ended, what it showed, and whether it was answered."""

    code: int
    text: str
    asked: bool


Run = Callable[..., Ended]
RunOnTerminal = Callable[..., Shown]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for PYTHONPATH that holds the package with its rules compiled."""
    folder = tmp_path_factory.mktemp("site")
    package = folder / "lint_disclosure"
    shutil.copytree(ROOT / "lint_disclosure", package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("rules", "schemas"):
        shutil.copytree(ROOT / name, package / "_data" / name)
    compiled = package / "_data" / "rules.json"
    compiled.write_text(to_json(_with_fixed_words(load_pack())), encoding="utf-8")
    return folder


def _with_fixed_words(pack: RulePack) -> RulePack:
    """The pack with a wording of ARI001 that stays as it is when the rule's own is edited."""
    row_sum = pack.rules["ARI001"]._replace(
        message=Text(
            "「{row}」一行相加是 {left}，总计填的是 {right}",
            "「{row}」 adds up to {left}, not {right}",
        ),
        help=Text("核对台账。", "Check the register."),
        basis=(Basis("国办公开办函〔2021〕30号", "表三"),),
        url="https://example.org/rules/ARI001",
    )
    return pack._replace(rules={**pack.rules, "ARI001": row_sum})


@pytest.fixture
def environment(site: Path) -> dict[str, str]:
    """An environment without anything of the person who runs the tests."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT")}
    return {**kept, "PYTHONPATH": str(site), "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}


@pytest.fixture
def run(tmp_path: Path, environment: dict[str, str]) -> Run:
    """Run the command in the test's own folder."""

    def call(
        *args: str | os.PathLike[str],
        stdin: bytes = b"",
        encoding: str = "utf-8",
        **env: str,
    ) -> Ended:
        done = subprocess.run(
            [sys.executable, "-m", "lint_disclosure", *args],
            cwd=tmp_path,
            env={**environment, **env},
            input=stdin,
            capture_output=True,
            timeout=60,
        )
        return Ended(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))

    return call


@pytest.fixture
def run_on_terminal(tmp_path: Path, environment: dict[str, str]) -> RunOnTerminal:
    """Run the command on a pseudo-terminal, and type an answer once a question is shown."""
    if sys.platform == "win32":
        pytest.skip("needs a pseudo-terminal")
    import pty

    def call(*args: str, question: str = "", answer: str = "", **env: str) -> Shown:
        main, side = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "lint_disclosure", *args],
            cwd=tmp_path,
            env={**environment, **env},
            stdin=side,
            stdout=side,
            stderr=side,
        )
        os.close(side)
        shown = b""
        asked = False
        while True:
            if answer and not asked and question.encode() in shown:
                asked = True
                os.write(main, answer.encode())
            try:
                piece = os.read(main, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        os.close(main)
        return Shown(process.wait(timeout=60), shown.decode("utf-8"), asked)

    return call


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a file below the test's own folder."""

    def call(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return call


@pytest.fixture
def report(write: Callable[[str, str], Path]) -> Callable[..., Path]:
    """Write a report with one wrong total, by the body that is named."""

    def call(name: str, issuer: str = ISSUER) -> Path:
        text = SPECIMEN.read_text(encoding="utf-8").replace(ISSUER, issuer)
        return write(name, text.replace(ROW, ROW.replace("| 11 |", "| 12 |")))

    return call


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """A report in which nothing is wrong."""
    path = tmp_path / "clean.txt"
    path.write_text(SPECIMEN.read_text(encoding="utf-8"), encoding="utf-8")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A report with one wrong total: ARI001 in line 36, ARI003 in its column."""
    text = SPECIMEN.read_text(encoding="utf-8")
    assert text.count(ROW) == 1
    path = tmp_path / "broken.txt"
    path.write_text(text.replace(ROW, ROW.replace("| 11 |", "| 12 |")), encoding="utf-8")
    return path
