from __future__ import annotations

from pathlib import Path

import pytest

from lint_disclosure.authoring.describing import rule_source
from lint_disclosure.authoring.describing.rule_source import RuleSource, forms_of, rule_sources
from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.loading import load_pack
from lint_disclosure.rulepack.model import RulePack, Text, Years
from lint_disclosure.rulepack.problem import PackError

PACK = """\
name: our-town
version: 1.0.0
title: {zh: 我镇, en: Our town}
overrides:
  ARI002: {severity: info}
"""

HISTORY = """\
since: 0.1.0
history:
  - {version: 0.2.0, change: {zh: 空白按 0 计算, en: Blanks count as 0}}
"""


def test_shipped_rules_come_with_all_that_is_in_their_files(
    sources: dict[str, RuleSource], pack: RulePack
) -> None:
    assert set(sources) == set(pack.rules)
    source = sources["ARI001"]
    assert source.options["table"] == "表三"
    assert source.tests[0].rule == "ARI001"
    assert (source.file, source.pack, source.history) == ("ARI/ARI001.yaml", None, ())
    assert sources["STR011"].options["min_length"] == 30
    assert [one.rule.id for one in rule_sources(pack, ("XTX004", "NON001"))] == ["XTX004"]


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A pack with a rule that has a history, and a change of a shipped rule."""
    text = Path(shipped.RULES, "ARI", "ARI001.yaml").read_text(encoding="utf-8")
    text = text.replace("ARI001", "ARI901").replace("row-sum", "our-sum")
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "ARI901.yaml").write_text(text.replace("since: 0.1.0\n", HISTORY), encoding="utf-8")
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    return folder


def test_history_and_pack_of_a_rule_of_ones_own(town: Path) -> None:
    pack = load_pack([town])
    changed, own = rule_sources(pack, paths=[town])
    assert own.history == (("0.2.0", Text("空白按 0 计算", "Blanks count as 0")),)
    assert (own.file, own.pack) == ((town / "ARI901.yaml").as_posix(), "our-town")
    assert (changed.rule.id, changed.rule.severity, changed.pack) == ("ARI002", "info", None)
    assert (changed.file, len(changed.tests) > 1) == ("ARI/ARI002.yaml", True)
    named = rule_sources(pack, ["ARI003", "ARI901"], [town])
    assert [one.rule.id for one in named] == ["ARI003", "ARI901"]


def test_a_broken_file_is_not_described(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: RulePack
) -> None:
    broken = tmp_path / "ARI001.yaml"
    broken.write_text("id: ARI001\n", encoding="utf-8")
    monkeypatch.setattr(rule_source, "shipped_files", lambda: {"ARI001": broken})
    with pytest.raises(PackError):
        list(rule_sources(pack))


def test_the_forms_of_a_rule_the_newest_first(pack: RulePack) -> None:
    rule = pack.rules["ARI001"]
    assert [form.key for form in forms_of(rule, pack)] == ["2021", "2019"]
    assert [form.key for form in forms_of(rule._replace(forms=("2019",)), pack)] == ["2019"]
    early = rule._replace(years=Years(2019, 2020))
    assert [form.key for form in forms_of(early, pack)] == ["2019"]
