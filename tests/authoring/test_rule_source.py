from __future__ import annotations

from pathlib import Path

import pytest

from lint_disclosure.authoring.rule_source import RuleSource, forms_of, rule_sources
from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.model import RulePack, Text, Years
from lint_disclosure.rulepack.problem import PackError

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
def local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: RulePack) -> tuple[Path, RulePack]:
    """The file of a rule in a local pack, and a pack that has this rule."""
    text = Path(shipped.RULES, "ARI", "ARI001.yaml").read_text(encoding="utf-8")
    text = text.replace("ARI001", "ARI901").replace("since: 0.1.0\n", HISTORY)
    file = tmp_path / "local" / "yunchuan" / "ARI" / "ARI901.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    monkeypatch.setattr(shipped, "RULES", str(tmp_path))
    return file, pack._replace(rules={"ARI901": pack.rules["ARI001"]._replace(id="ARI901")})


def test_history_and_local_pack(local: tuple[Path, RulePack]) -> None:
    (source,) = rule_sources(local[1])
    assert source.history == (("0.2.0", Text("空白按 0 计算", "Blanks count as 0")),)
    assert (source.file, source.pack) == ("local/yunchuan/ARI/ARI901.yaml", "yunchuan")


def test_a_broken_file_is_not_described(local: tuple[Path, RulePack]) -> None:
    file, pack = local
    file.write_text(file.read_text(encoding="utf-8") + "more: 1\n", encoding="utf-8")
    with pytest.raises(PackError):
        list(rule_sources(pack))


def test_the_forms_of_a_rule_the_newest_first(pack: RulePack) -> None:
    rule = pack.rules["ARI001"]
    assert [form.key for form in forms_of(rule, pack)] == ["2021", "2019"]
    assert [form.key for form in forms_of(rule._replace(forms=("2019",)), pack)] == ["2019"]
    early = rule._replace(years=Years(2019, 2020))
    assert [form.key for form in forms_of(early, pack)] == ["2019"]
