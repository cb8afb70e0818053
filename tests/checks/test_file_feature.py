"""Check kind ``file_feature``: pictures in place of tables, changes and comments."""

from __future__ import annotations

from lint_disclosure.checks import file_feature
from lint_disclosure.document import Feature
from lint_disclosure.report.model import Report
from tests.checks.sample import only, read, rule

TABLES = ("proactive", "requests", "disputes")
PAGE = """<h1>云川县水利局2024年政府信息公开工作年度报告</h1>
<p>本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。</p>
<h2>一、总体情况</h2><p>2024年，县水利局主动公开政府信息118条。</p>
<h2>二、主动公开政府信息情况</h2><img src="table2.png">
<h2>三、收到和处理政府信息公开申请情况</h2>
<h2>四、政府信息公开行政复议、行政诉讼情况</h2>
<h2>五、存在的主要问题及改进情况</h2><p>政策解读形式还不够丰富。</p>
<h2>六、其他需要报告的事项</h2><p>2024年未收取信息处理费。</p>
"""


def page(text: str = PAGE) -> Report:
    return read(f"<html><body>{text}")


def test_a_picture_where_a_table_should_be() -> None:
    pictured = rule("file_feature", kinds=("picture",), in_place_of=TABLES)
    found = only(file_feature.check(pictured, page()))
    assert found.at.locator == "二、主动公开政府信息情况"
    assert (found.slots["table"], found.values) == ("表二", ("proactive",))


def test_a_picture_elsewhere() -> None:
    pictured = rule("file_feature", kinds=("picture",), in_place_of=TABLES)
    text = PAGE.replace('<img src="table2.png">', "").replace("118条。", '118条。<img src="a.png">')
    assert file_feature.check(pictured, page(text)).outcome == "pass"


def test_changes_and_comments_are_one_finding() -> None:
    left = rule("file_feature", kinds=("tracked_change", "comment"))
    at = page().sections[1].heading[0]
    changed = page()._replace(
        features=(Feature("tracked_change", (at, at), 3), Feature("comment", (at, at)))
    )
    found = only(file_feature.check(left, changed))
    assert found.slots["amount"] == 4
    assert [text for _, text in found.related] == ["批注"]


def test_plain_text_tells_nothing_of_what_a_file_holds() -> None:
    left = rule("file_feature", kinds=("comment",))
    assert file_feature.check(left, read(PAGE[4:])).outcome == "not_applicable"
