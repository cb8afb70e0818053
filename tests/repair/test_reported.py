"""The relations of the rules with the numbers of a report in them."""

from __future__ import annotations

from lint_disclosure.api import read
from lint_disclosure.repair.model import Equality
from lint_disclosure.repair.reported import Numbers, equality, numbers
from lint_disclosure.rulepack.model import RulePack

RECEIVED = "| 7 | 3 | 0 | 0 | 1 | 0 | 11 |"
TOTAL = ("requests", "received", "total")


def of_specimen(pack: RulePack, old: str = "", new: str = "", table: str = "requests") -> Numbers:
    """The numbers of the specimen of the form of 2021 after a replacement."""
    text = pack.forms["2021"].specimen
    assert old == "" or text.count(old) == 1
    report = read((text.replace(old, new) if old else text).encode(), pack=pack)
    rules = [rule for rule in pack.rules.values() if rule.check == "relation"]
    found = numbers(report, rules, table)
    assert found is not None
    return found


def test_the_relations_of_all_rules_on_a_table(pack: RulePack) -> None:
    known = of_specimen(pack)
    [part] = known.structures
    assert (len(part.equalities), len(part.cells), known.out) == (39, 175, 0)
    assert {code for codes in known.asked.codes for code in codes} == {"ARI001", "ARI002", "ARI003"}
    assert known.values["received", "natural_person"] == 7


def test_a_relation_with_an_unread_number_is_out(pack: RulePack) -> None:
    known = of_specimen(pack, RECEIVED, "| 若干 | 3 | 0 | 0 | 1 | 0 | 11 |")
    assert known.out == 2
    assert ("received", "natural_person") not in known.values
    assert sum(len(part.equalities) for part in known.structures) == 37


def test_a_blank_total_is_deduced_and_a_blank_applicant_is_nothing(pack: RulePack) -> None:
    known = of_specimen(pack, RECEIVED, "| 7 | 3 |  | 0 | 1 | 0 |  |")
    assert known.deduced == {("received", "total"): (11, True)}
    assert known.values["received", "total"] == 11
    assert known.values["received", "research_institution"] == 0
    assert set(known.layout.blank) == {("received", "total"), ("received", "research_institution")}
    assert known.out == 0


def test_only_counts_take_part(pack: RulePack) -> None:
    known = of_specimen(pack, table="proactive")
    assert known.structures == ()
    assert [one.operator for one in known.asked.bounds] == [">=", ">="]


def test_a_relation_that_is_not_certain_takes_no_part(pack: RulePack) -> None:
    doubtful = pack.rules["ARI001"]._replace(confidence="medium")
    changed = pack._replace(rules={**pack.rules, "ARI001": doubtful})
    assert sum(len(part.equalities) for part in of_specimen(changed).structures) == 14


def test_a_relation_that_two_rules_ask_for_counts_once(pack: RulePack) -> None:
    twice = pack.rules["ARI001"]._replace(id="ARI091")
    known = of_specimen(pack._replace(rules={**pack.rules, "ARI091": twice}))
    assert len(known.asked.equalities) == 39
    assert ("ARI001", "ARI091") in known.asked.codes


def test_there_is_nothing_without_the_table(pack: RulePack) -> None:
    text = pack.forms["2021"].specimen
    start, end = text.index("三、收到"), text.index("四、政府信息公开行政复议")
    report = read((text[:start] + text[end:]).encode(), pack=pack)
    assert numbers(report, list(pack.rules.values())[:0], "requests") is None


def test_an_equality_is_the_same_from_either_side() -> None:
    a, b = ("r", "a"), ("r", "b")
    assert equality([(-1, b), (1, a)], 2) == equality([(1, b), (-1, a)], -2)
    assert equality([(-1, b), (1, a)], 2) == Equality(((1, a), (-1, b)), 2)
