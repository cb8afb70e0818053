"""Contact blocks, in the wordings of published reports (names and numbers are invented)."""

from __future__ import annotations

import pytest

from lint_disclosure.rulepack.model import RulePack
from tests.report.opening import with_opening


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (
            "请与某局办公室联系（地址：某市金山路66号，邮编：313000，电话：0572-2220000，"
            "传真：0572-2220001）。",
            {
                "address": "某市金山路66号",
                "postcode": "313000",
                "phone": "0572-2220000",
                "fax": "0572-2220001",
            },
        ),
        (
            "请联系某局（地址:某市观海东路6号邮编:264300电话: 7572000）。",
            {"address": "某市观海东路6号", "postcode": "264300", "phone": "7572000"},
        ),
        (
            "请与某局联系（联系电话（传真）：0566-2812000，邮箱：1047000000@qq.com，邮编：247100）。",
            {
                "phone": "0566-2812000",
                "fax": "0566-2812000",
                "email": "1047000000@qq.com",
                "postcode": "247100",
            },
        ),
        (
            "请与政务公开科联系，地址：某区秦东门大街28号，电话：0518—83089000，传真：0518—85468000。",
            {"address": "某区秦东门大街28号", "phone": "0518-83089000", "fax": "0518-85468000"},
        ),
        (
            "请联系某镇人民政府（地址：某县某镇复兴大道），联系电话：0792-6511000。",
            {"address": "某县某镇复兴大道", "phone": "0792-6511000"},
        ),
        (
            "办公地址：某市创业大街76号，邮政编码：130062，网址：http://www.mouju.gov.cn，"
            "电子信箱：a.b@mou.gov.cn。",
            {
                "address": "某市创业大街76号",
                "postcode": "130062",
                "website": "http://www.mouju.gov.cn",
                "email": "a.b@mou.gov.cn",
            },
        ),
        (
            "某镇人民政府 电话0435-3461000电子信箱mouzhen163.com，邮编134000，地址某镇大街13号。",
            {
                "phone": "0435-3461000",
                "email": "mouzhen163.com",
                "postcode": "134000",
                "address": "某镇大街13号",
            },
        ),
        ("公开了机构职能、领导信息、内设机构、办公地址等基础信息。", {}),
        ("发布电话回访信息12条，邮寄答复3件。", {}),
    ],
    ids=[
        "in brackets",
        "without separators",
        "phone that is also the fax",
        "em-dash numbers in a sentence",
        "phone outside the brackets",
        "other labels",
        "signs lost in conversion",
        "an address that is only mentioned",
        "words that are no labels",
    ],
)
def test_contact(opening: str, expected: dict[str, str], pack: RulePack) -> None:
    report = with_opening(opening, pack)
    assert {kind: field.value for kind, field in report.contact.items()} == expected


def test_the_place_of_a_phone_is_its_raw_text(pack: RulePack) -> None:
    report = with_opening("请与某局联系，电话：０５１８—83089000。", pack)
    assert report.source.cut(report.contact["phone"].parts) == "０５１８—83089000"


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (
            "本报告的电子版可在某市政府网站（http://www.mou.gov.cn/）下载。",
            "http://www.mou.gov.cn/",
        ),
        ("我局政府网站http://mou.gov.cn 上可查阅本报告全文。", "http://mou.gov.cn"),
        ("电子版可从某局网站专栏下载，本报告由办公室编制。", "电子版可从某局网站专栏下载"),
        ("通过某市政府网站发布信息12条，供公众查阅。", None),
    ],
)
def test_electronic_version(opening: str, expected: str | None, pack: RulePack) -> None:
    field = with_opening(opening, pack).electronic_version
    assert (field.value if field else None) == expected
