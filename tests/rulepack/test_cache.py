"""Packs of a team are read from YAML once, and then from what was kept of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_disclosure.rulepack import cache, loading, shipped
from lint_disclosure.rulepack.cache import Cache
from lint_disclosure.rulepack.compiled import to_json
from lint_disclosure.rulepack.loading import load_pack
from lint_disclosure.rulepack.problem import PackError
from tests.rulepack.test_packs import HEAD, OWN


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack, beside shipped rules that are compiled as in an installed tool."""
    compiled = tmp_path / "rules.json"
    compiled.write_text(to_json(load_pack()), encoding="utf-8")
    monkeypatch.setattr(shipped, "COMPILED", str(compiled))
    monkeypatch.setenv(cache.FOLDER, str(tmp_path / "kept"))
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "pack.yaml").write_text(HEAD, encoding="utf-8")
    (folder / "LOC001.yaml").write_text(OWN, encoding="utf-8")
    return folder


def kept(town: Path) -> list[Path]:
    return sorted(town.parent.glob("kept/*"))


def no_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on nothing may be read from YAML."""
    monkeypatch.setattr(loading, "load_sources", None)


def test_the_second_time_no_yaml_is_read(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_pack([town])
    assert len(kept(town)) == 1
    no_yaml(monkeypatch)
    assert load_pack([town]) == first


@pytest.mark.parametrize("name", ["LOC001.yaml", "pack.yaml"])
def test_any_change_of_a_file_is_seen(town: Path, name: str) -> None:
    load_pack([town])
    file = town / name
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("核对台账", "核对登记簿").replace("1.2.0", "1.2.1"), encoding="utf-8"
    )
    pack = load_pack([town])
    assert (pack.rules["LOC001"].help.zh, pack.packs[-1].version) in [
        ("核对登记簿", "1.2.0"), ("核对台账", "1.2.1"),
    ]  # fmt: skip
    assert len(kept(town)) == 2


def test_other_shipped_rules_are_seen(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_pack([town])
    Path(shipped.COMPILED).write_text(to_json(load_pack()) + " ", encoding="utf-8")
    no_yaml(monkeypatch)
    with pytest.raises(TypeError):
        load_pack([town])


@pytest.mark.parametrize("content", ["", "{}", "[1, 2]", '{"format": 2', "\0", "[" * 100_000])
def test_what_was_damaged_is_read_anew(town: Path, content: str) -> None:
    first = load_pack([town])
    kept(town)[0].write_text(content, encoding="utf-8")
    assert load_pack([town]) == first
    assert kept(town)[0].read_text(encoding="utf-8") == to_json(first)


def test_a_broken_pack_is_not_kept(town: Path) -> None:
    (town / "LOC001.yaml").write_text(OWN.replace("error", "fatal"), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(PackError):
            load_pack([town])
    assert kept(town) == []


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (town.parent / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv(cache.FOLDER, str(town.parent / "file" / "kept"))
    assert "LOC001" in load_pack([town]).rules


def test_nothing_is_kept_when_the_variable_is_empty(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.FOLDER, "")
    load_pack([town])
    assert Cache([town]).file is None


def test_a_checkout_keeps_nothing(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "COMPILED", str(town / "none.json"))
    assert Cache([town]).file is None


def test_the_oldest_are_thrown_away(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 2)
    for number in range(4):
        (town / "pack.yaml").write_text(HEAD.replace("1.2.0", f"1.2.{number}"), encoding="utf-8")
        load_pack([town])
    assert len(kept(town)) == 2


def test_a_folder_of_anything_is_not_read_to_its_end(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_MAX_BYTES", 10)
    assert Cache([town]).file is None
