"""The hooks as users have them: the real pre-commit, in a repository of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

from lint_disclosure.api import Selection, lint_file
from lint_disclosure.rulepack.model import RulePack

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
NOT_THE_TREE = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "*.egg-info", "build", "dist"
)
PATIENCE = 10
"""Seconds that an index of packages may take to answer."""


class Ended(NamedTuple):
    """How pre-commit ended, and all that it wrote."""

    code: int
    text: str


Run = Callable[[str, dict[str, str]], Ended]
Environment = dict[str, str]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Nothing of the person who runs the tests, but the way to packages."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {
        **kept,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
        "PRE_COMMIT_COLOR": "never",
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
    }


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory, environment: Environment) -> tuple[Path, str]:
    """A repository that holds this tree as its only commit, and the name of that commit."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    if find_spec("pre_commit") is None:
        pytest.skip("pre-commit is not installed beside this Python")
    if not _index_answers(tmp_path_factory.mktemp("probe"), environment):
        pytest.skip("pre-commit builds the hooks with pip, which reaches no index of packages")
    folder = tmp_path_factory.mktemp("hooks") / "disclosure-lint"
    shutil.copytree(ROOT, folder, ignore=NOT_THE_TREE)
    return folder, _commit(folder, environment)


@pytest.fixture
def run(tmp_path: Path, hooks: tuple[Path, str], environment: Environment) -> Run:
    """Run one hook on all files of a new repository with these files."""
    source, revision = hooks

    def call(hook: str, files: dict[str, str]) -> Ended:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        (tmp_path / ".pre-commit-config.yaml").write_text(
            f"repos:\n  - repo: '{source}'\n    rev: {revision}\n    hooks:\n"
            "      - id: disclosure-lint\n      - id: disclosure-lint-strict\n",
            encoding="utf-8",
        )
        _commit(tmp_path, environment)
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", hook, "--all-files"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
        )
        return Ended(done.returncode, done.stdout + done.stderr)

    return call


def _index_answers(folder: Path, environment: Environment) -> bool:
    command = ["-m", "pip", "download", "--quiet", "--no-deps", "--retries", "0", "hatchling"]
    try:
        done = subprocess.run(
            [sys.executable, *command, "--timeout", str(PATIENCE), "--dest", str(folder)],
            env=environment,
            capture_output=True,
            timeout=2 * PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _commit(folder: Path, environment: Environment) -> str:
    """Make a folder a repository with everything in one commit; gives its name."""

    def git(*args: str) -> str:
        done = subprocess.run(
            ["git", *args], cwd=folder, env=environment, check=True, capture_output=True
        )
        return done.stdout.decode().strip()

    git("init", "--quiet")
    git("config", "user.name", "Test")
    git("config", "user.email", "test@example.org")
    git("add", "--all")
    git("commit", "--quiet", "--message", "everything")
    return git("rev-parse", "HEAD")


def example(name: str) -> str:
    return (EXAMPLES / name).read_text(encoding="utf-8")


GOOD = example("clean.txt")
BROKEN = example("arithmetic.txt")
DOUBTFUL = f"{GOOD.rstrip()}特此报告。\n"
OTHER = example("not-a-report.txt")

BOTH = pytest.mark.parametrize("hook", ["disclosure-lint", "disclosure-lint-strict"])


def test_what_is_doubtful_gives_warnings_only(pack: RulePack) -> None:
    result = lint_file("x", pack=pack, selection=Selection(), data=DOUBTFUL.encode())
    assert {finding.severity for finding in result.findings} == {"warning"}


@BOTH
def test_a_good_report_passes(run: Run, hook: str) -> None:
    ended = run(hook, {"公开/农业农村局2024年度报告.txt": GOOD, "annual-report.md": GOOD})
    assert ended.code == 0, ended.text
    assert "Passed" in ended.text
    assert ("未见错误：2 份年报" in ended.text) == (hook == "disclosure-lint-strict")


@BOTH
def test_a_broken_report_fails_with_what_is_wrong(run: Run, hook: str) -> None:
    ended = run(hook, {"公开/农业农村局2024年度报告.txt": GOOD, "公开/水利局 年报.txt": BROKEN})
    assert ended.code == 1, ended.text
    assert "- exit code: 1\n" in ended.text
    assert "\n公开/水利局 年报.txt:35:46: error[ARI001] " in ended.text
    assert "农业农村局2024年度报告.txt:" not in ended.text


@pytest.mark.parametrize(("hook", "code"), [("disclosure-lint", 0), ("disclosure-lint-strict", 1)])
@pytest.mark.parametrize("text", [DOUBTFUL, OTHER], ids=["warning", "no report"])
def test_only_the_strict_hook_lets_nothing_stay_open(
    run: Run, hook: str, code: int, text: str
) -> None:
    ended = run(hook, {"2024年报.txt": text})
    assert ended.code == code, ended.text


@BOTH
def test_other_files_are_left_alone(run: Run, hook: str) -> None:
    ended = run(hook, {"minutes.txt": BROKEN, "年报.py": "", "年报/draft.pdf": BROKEN})
    assert ended.code == 0, ended.text
    assert "(no files to check)Skipped" in ended.text


@BOTH
def test_what_the_configuration_leaves_out_is_not_checked(run: Run, hook: str) -> None:
    files = {
        "disclosure-lint.toml": 'exclude = ["草稿/"]\n',
        "公开/2024年报.txt": GOOD,
        "草稿/2024年报.txt": BROKEN,
    }
    ended = run(hook, files)
    assert ended.code == 0, ended.text
    if hook == "disclosure-lint-strict":
        assert "  草稿/2024年报.txt：按「草稿/」排除，disclosure-lint.toml:1\n" in ended.text
    ended = run(hook, {**files, "公开/2024年报.txt": BROKEN})
    assert (ended.code, "草稿/2024年报.txt:" in ended.text) == (1, False), ended.text


@BOTH
def test_a_commit_of_left_out_files_alone_passes(run: Run, hook: str) -> None:
    ended = run(hook, {"disclosure-lint.toml": 'exclude = ["草稿/"]\n', "草稿/年报.txt": BROKEN})
    assert ended.code == 0, ended.text


@BOTH
def test_each_folder_has_its_own_configuration(run: Run, hook: str) -> None:
    ended = run(
        hook,
        {
            "a/disclosure-lint.toml": 'ignore = ["ARI"]\n',
            "a/年报.txt": BROKEN,
            "b/年报.txt": BROKEN,
        },
    )
    assert ended.code == 1, ended.text
    assert ("a/年报.txt:" in ended.text, "b/年报.txt:" in ended.text) == (False, True)
