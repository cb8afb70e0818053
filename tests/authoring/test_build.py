from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lint_disclosure.authoring.build import FailingRules, build_pack
from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.compiled import from_json
from lint_disclosure.rulepack.loading import load_pack
from lint_disclosure.rulepack.problem import PackError


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A copy of the forms and of one rule."""
    folder = tmp_path / "rules"
    shutil.copytree(Path(shipped.RULES, "forms"), folder / "forms")
    (folder / "ARI").mkdir()
    shutil.copy(Path(shipped.RULES, "ARI", "ARI004.yaml"), folder / "ARI")
    return folder


def edit(rules: Path, old: str, new: str) -> None:
    file = rules / "ARI" / "ARI004.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_is_built_is_what_the_folder_says(rules: Path, tmp_path: Path) -> None:
    target = tmp_path / "rules.json"
    build_pack(rules, target)
    assert from_json(target.read_text(encoding="utf-8")) == load_pack([rules])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rules", "rules.json"]


def test_a_broken_rule_is_not_built(rules: Path, tmp_path: Path) -> None:
    edit(rules, "severity: error", "severity: fatal")
    with pytest.raises(PackError, match=r"ARI004\.yaml:5:11: 不能是 fatal"):
        build_pack(rules, tmp_path / "rules.json")
    assert not (tmp_path / "rules.json").exists()


def test_a_rule_that_fails_its_own_tests_is_not_built(rules: Path, tmp_path: Path) -> None:
    edit(rules, "severity: error", "severity: info")
    with pytest.raises(FailingRules, match=r"ARI004 .*: 不符"):
        build_pack(rules, tmp_path / "rules.json")
    assert not (tmp_path / "rules.json").exists()


def test_a_local_pack_that_fails_its_own_tests_is_not_shipped(rules: Path, tmp_path: Path) -> None:
    local = rules / "local" / "town"
    local.mkdir(parents=True)
    (local / "pack.yaml").write_text(
        "name: town\nversion: 1.0.0\ntitle: {zh: 镇, en: Town}\n", encoding="utf-8"
    )
    text = (rules / "ARI" / "ARI004.yaml").read_text(encoding="utf-8")
    for old, new in (("ARI004", "LOC001"), ("name: ", "name: local-"), (": error", ": info")):
        text = text.replace(old, new, 1)
    (local / "LOC001.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FailingRules, match=r"LOC001 .*: 不符"):
        build_pack(rules, tmp_path / "rules.json")
