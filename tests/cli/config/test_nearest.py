"""The nearest configuration file, looked up once a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lint_disclosure.cli.config.nearest import Nearest, shown
from lint_disclosure.cli.errors import Refused


def test_the_nearest_file_in_or_above_a_folder(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b" / "c"
    inner.mkdir(parents=True)
    own = tmp_path / "a" / "disclosure-lint.toml"
    own.touch()
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.disclosure-lint]\n", encoding="utf-8")
    other = "[tool.other]\n# [tool.disclosure-lint] is elsewhere\n"
    (tmp_path / "a" / "b" / "pyproject.toml").write_text(other, encoding="utf-8")
    nearest = Nearest("zh")
    assert nearest.of(str(inner)) == str(own)
    assert nearest.of(str(tmp_path)) is None
    project = inner / "pyproject.toml"
    project.write_text("[[tool.disclosure-lint.overrides]]\n", encoding="utf-8")
    assert Nearest("zh").of(str(inner)) == str(project)


def test_a_folder_need_not_exist(tmp_path: Path) -> None:
    (tmp_path / "disclosure-lint.toml").touch()
    assert Nearest("zh").of(str(tmp_path / "x" / "y")) == str(tmp_path / "disclosure-lint.toml")


def test_each_folder_is_looked_up_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nearest = Nearest("zh")
    nearest.of(str(tmp_path / "a" / "b"))
    asked: list[str] = []
    real = os.path.isfile

    def isfile(path: str) -> bool:
        asked.append(path)
        return real(path)

    monkeypatch.setattr(os.path, "isfile", isfile)
    nearest.of(str(tmp_path / "a"))
    nearest.of(str(tmp_path / "a" / "b"))
    assert asked == []
    nearest.of(str(tmp_path / "a" / "c"))
    assert {os.path.dirname(path) for path in asked} == {str(tmp_path / "a" / "c")}


def test_a_name_that_is_not_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "disclosure-lint.toml.txt").touch()
    with pytest.raises(Refused, match="call it disclosure-lint"):
        Nearest("en").of(str(tmp_path))


def test_a_path_is_shown_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(str(tmp_path / "a" / "b.toml")) == str(Path("a/b.toml"))
    assert shown(str(tmp_path.parent / "b.toml")) == str(tmp_path.parent / "b.toml")
