"""Patterns mean what they mean in .gitignore; git itself is asked."""

from __future__ import annotations

import ntpath
import random
import shutil
import subprocess
from pathlib import Path
from time import perf_counter
from types import SimpleNamespace

import pytest

from lint_disclosure.cli.config import patterns
from lint_disclosure.cli.config.patterns import Pattern, deciding, matched

ROOT = "/reports"


def takes(path: str, *texts: str, roots: tuple[str, ...] = (ROOT, "/")) -> bool:
    return matched([Pattern(text, roots) for text in texts], path)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a.txt", "a.txt"),
        ("a.txt", "b/c/a.txt"),
        ("b", "b/c/a.txt"),
        ("b/", "b/c/a.txt"),
        ("/a.txt", "a.txt"),
        ("b/c", "b/c/a.txt"),
        ("b/*", "b/c/a.txt"),
        ("**/a.txt", "a.txt"),
        ("b/**", "b/c/a.txt"),
        ("b/**/a.txt", "b/a.txt"),
        ("b/**/a.txt", "b/c/d/a.txt"),
        ("*.{txt,md}", "b/a.md"),
        ("{a,b}/{c,d}", "b/c"),
        ("[ab].txt", "a.txt"),
        ("[!c].txt", "a.txt"),
        ("[^c].txt", "a.txt"),
        ("b\\c", "b/c"),
        ("*年报*", "县/某县2024年报（草稿）.docx"),
        ("{a", "{a"),
        ("a ", "a"),
        ("./a.txt", "a.txt"),
        ("**", "a/b"),
    ],
)
def test_what_fits(text: str, path: str) -> None:
    assert takes(f"{ROOT}/{path}", text)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/a.txt", "b/a.txt"),
        ("b/c", "d/b/c"),
        ("b/", "b"),
        ("*.txt", "a.txt.bak"),
        ("b/*.txt", "b/c/a.txt"),
        ("b/**", "b"),
        ("a?c", "a/c"),
        ("A.txt", "a.txt"),
        ("reports", "a.txt"),
        ("/", "a.txt"),
        ("", "a.txt"),
        ("./b.txt", "a/b.txt"),
        ("../a.txt", "a.txt"),
        ("!a.txt", "a.txt"),
    ],
)
def test_what_does_not_fit(text: str, path: str) -> None:
    assert not takes(f"{ROOT}/{path}", text)


def test_the_last_pattern_that_fits_decides() -> None:
    assert takes("/reports/a.txt", "a.*", "!*.md")
    assert not takes("/reports/a.md", "a.*", "!*.md")
    assert takes("/reports/a.md", "a.*", "!*.md", "/a.md")


def test_what_is_in_a_folder_cannot_be_taken_back_alone() -> None:
    found = [Pattern(text, (ROOT,)) for text in ("b/", "!a.txt")]
    assert deciding(found, "/reports/b/a.txt") == 0
    assert deciding(found, "/reports/b", is_folder=True) == 0
    assert deciding(found, "/reports/b") is None


def test_a_pattern_is_seen_from_the_first_folder_that_holds_the_path() -> None:
    roots = ("/common", "/offices/county", "/")
    assert takes("/common/a.txt", "/a.txt", roots=roots)
    assert takes("/offices/county/a.txt", "/a.txt", roots=roots)
    assert not takes("/offices/a.txt", "/a.txt", roots=roots)
    assert takes("/offices/a.txt", "/offices/a.txt", roots=roots)
    assert not takes("/common/a.txt", "common", roots=roots)
    assert not takes("/sharedmore/a.txt", "/a.txt", roots=("/shared", "/"))


def test_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "os", SimpleNamespace(path=ntpath, sep="\\"))
    patterns._compiled.cache_clear()
    roots = ("D:\\年报", "D:\\")
    try:
        assert takes("D:\\年报\\草稿\\A.txt", "草稿/*.TXT", roots=roots)
        assert takes("d:\\年报\\草稿\\a.txt", "草稿\\", roots=roots)
        assert takes("D:\\年报\\草稿\\old\\a.txt", "草稿\\**\\a.txt", roots=roots)
        assert not takes("D:\\年报\\正式\\a.txt", "草稿\\", roots=roots)
        assert takes("D:\\other\\a.txt", "/other/", roots=roots)
    finally:
        patterns._compiled.cache_clear()


def test_hostile_patterns_take_no_time() -> None:
    began = perf_counter()
    takes(f"{ROOT}/{'a' * 250}", "*a" * 60 + "b")
    takes(f"{ROOT}/{'a/' * 500}a", "**/a/" * 100 + "b")
    takes(f"{ROOT}/a", "{a,b}" * 60)
    assert perf_counter() - began < 2


NAMES = ["a", "b", "ab", "abb", "c"]
STEPS = ["a", "b", "ab", "*", "?", "a*", "*b", "**", "[ab]", "[!a]", "[^a]", "a?b"]


def test_git_says_the_same(tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    chance = random.Random(6)
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    wanted = {"/".join(chance.choices(NAMES, k=chance.randint(1, 4))) for _ in range(120)}
    files = [one for one in wanted if not any(other.startswith(f"{one}/") for other in wanted)]
    for name in files:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    taken = 0
    for _ in range(60):
        texts = [pattern(chance) for _ in range(chance.randint(1, 3))]
        (tmp_path / ".gitignore").write_text("\n".join(texts) + "\n", encoding="utf-8")
        told = ignored(tmp_path, files)
        roots = (str(tmp_path), "/")
        mine = {name for name in files if takes(str(tmp_path / name), *texts, roots=roots)}
        assert mine == told, texts
        taken += len(told)
    assert taken > 500


def pattern(chance: random.Random) -> str:
    text = "/".join(chance.choices(STEPS, k=chance.choice([1, 1, 2, 2, 3])))
    text = ("/" if chance.random() < 0.2 else "") + text + ("/" if chance.random() < 0.25 else "")
    return ("!" if chance.random() < 0.15 else "") + text


def ignored(folder: Path, files: list[str]) -> set[str]:
    done = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin"],
        cwd=folder,
        input="\n".join(files),
        capture_output=True,
        text=True,
    )
    return set(done.stdout.split())
