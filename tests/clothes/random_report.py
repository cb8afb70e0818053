"""A random report on a form: the same seed gives the same report."""

from __future__ import annotations

from random import Random

from lint_disclosure.rulepack.model import Form, RulePack, SectionForm
from tests.clothes.model import Fact, Period, Report, Section
from tests.clothes.random_numbers import random_tables

_BODIES: tuple[tuple[str, str | None, str, str | None], ...] = (
    ("岚屏县水利局", "county", "department", None),
    ("云川区统计局", "county", "department", "statistics"),
    ("清溪市教育局", "municipal", "department", "education"),
    ("岚屏县公安局", "county", "department", "police"),
    ("云川县人民政府办公室", "county", "office", None),
    ("岚屏县稻香镇人民政府", "township", "government", None),
)
"""Names of bodies, with level, kind and function."""

NO_FEES = "全年收取信息处理费0元。"
_SENTENCES = (
    "{year}年，全年通过门户网站公开政府信息{n}条，其中工作动态{m}条。",
    "“云川发布”微信公众号编发解读{n}期，阅读量{m}次。",
    "公文拟制时同步确定公开属性，发布前由科室、办公室、分管领导三级审核，并进行保密审查。",
    "认真贯彻落实《条例》，坚持以公开为常态、不公开为例外，及时、准确公开政府信息。",
    "一是政策解读形式不够丰富；二是专栏内容更新不够及时，个别栏目更新间隔较长。",
    "组织业务培训{m}次，参加{n}人次；全年未发生责任追究情形。",
    NO_FEES,
    "下一步，建立每月巡查制度，发现问题及时整改，做到应公开尽公开！",
)
_NUMERALS = "一二三四五六七八九十"
_SMALL = ("门户网站", "政务新媒体", "查阅场所", "政策解读", "业务培训")


def random_report(pack: RulePack, form: Form, seed: int) -> Report:
    """The report of a form with this seed."""
    chance = Random(f"{form.key}/{seed}")
    first = form.years.first or 2019
    year = chance.randint(first, form.years.last or first + 4)
    issuer, level, kind, function = chance.choice(_BODIES)
    citations = (
        "《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）",
        "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式"
        f"〉的通知》（{form.document}）",
    )[: chance.choice((1, 2))]
    period = _period(chance, year)
    title = _title(chance, pack, issuer, year)
    version = chance.choice(("http://www.yunchuan.gov.example/zwgk/", "电子版可在门户网站下载"))
    contact = _contact(chance)
    return Report(
        seed=seed,
        form=form,
        year=year,
        issuer=issuer,
        body={"level": level, "kind": kind, "function": function},
        title=title,
        facts=_facts(chance, pack, issuer, year, title),
        facts_first=chance.random() < 0.5,
        opening=_opening(chance, pack, citations, period, version, contact),
        legal_basis=citations,
        electronic_version=version,
        period=period,
        contact={kind: value for kind, (_, value) in contact.items()},
        sections=tuple(_section(chance, pack, section, year) for section in form.sections),
        tables=random_tables(chance, dict(form.tables)),
    )


def _title(chance: Random, pack: RulePack, issuer: str, year: int) -> tuple[str, ...]:
    genre = chance.choice(pack.vocabulary["title"]["genre"][:6])
    return chance.choice(
        (
            (f"{issuer}{year}年{genre}",),
            (f"{year}年度{issuer}{genre}",),
            (issuer, f"{year}年{genre}"),
        )
    )


def _facts(
    chance: Random, pack: RulePack, issuer: str, year: int, title: tuple[str, ...]
) -> tuple[Fact, ...]:
    """Some of the metadata; a date is printed in one of two ways."""
    day = chance.choice((f"{year + 1}-01-{chance.randint(10, 28)}", f"{year + 1}年1月9日"))
    values = {
        "index_number": f"000699203/{year + 1}-{chance.randint(1, 99999):05}",
        "issued_on": day,
        "published_on": day,
        "publisher": issuer,
        "document_title": "".join(title),
        "disclosure": "主动公开",
        "disclosure_term": "长期公开",
    }
    kinds = [kind for kind in values if chance.random() < 0.7]
    words = pack.vocabulary["metadata"]
    return tuple(Fact(kind, chance.choice(words[kind]), values[kind]) for kind in kinds)


def _period(chance: Random, year: int) -> Period:
    first, last = f"{year}年1月1日", f"{year}年12月31日"
    words = chance.choice((f"{first}起至{last}", f"{first}至{last}", f"{first}到12月31日"))
    return Period(f"{year}-01-01", f"{year}-12-31", words)


def _contact(chance: Random) -> dict[str, tuple[str, str]]:
    """Kind of contact to its label and its value, in the order of print."""
    known = {
        "address": (
            "地址",
            chance.choice(("岚屏县稻香路26号", "云川区清溪街8号（行政中心3号楼）")),
        ),
        "postcode": ("邮编", f"69{chance.randint(0, 9999):04}"),
        "phone": (chance.choice(("电话", "联系电话")), f"0999-6{chance.randint(0, 999999):06}"),
        "fax": ("传真", f"0999-6{chance.randint(0, 999999):06}"),
        "email": ("电子邮箱", "slj@yunchuan.gov.example"),
    }
    kinds = [kind for kind in known if kind == "address" or chance.random() < 0.8]
    if chance.random() < 0.3:
        chance.shuffle(kinds)
    return {kind: known[kind] for kind in kinds}


def _opening(
    chance: Random,
    pack: RulePack,
    citations: tuple[str, ...],
    period: Period,
    version: str,
    contact: dict[str, tuple[str, str]],
) -> tuple[str, ...]:
    """The preamble: one paragraph, or one for each of its matters."""
    place = f"可在门户网站（{version}）查阅" if version.startswith("http") else version[3:]
    introduction = chance.choice(pack.vocabulary["period_introductions"][:3])
    comma, colon = chance.choice((("，", "："), ("；", "："), (",", ":")))
    listed = comma.join(f"{label}{colon}{value}" for label, value in contact.values())
    parts = (
        f"本报告根据{'和'.join(citations)}要求编制。",
        f"报告所列数据的{introduction}自{period.words}止。本报告的电子版{place}。",
        f"如对本报告有疑问，请与办公室联系（{listed}）。",
    )
    return parts if chance.random() < 0.4 else ("".join(parts),)


def _section(chance: Random, pack: RulePack, form: SectionForm, year: int) -> Section:
    """A section of the form, now and then under a title that the form knows as another name."""
    title = chance.choice(form.aliases) if chance.random() < 0.15 else form.title
    mark = f"{_NUMERALS[form.number - 1]}、"
    if form.tables:
        above = chance.choice(("", "", "", "表中数据由各科室报送，截至年末。"))
        below = chance.choice(("", "", "", "注：表中数据已经核对。"))
        return Section(form.number, mark, title, table=form.tables[0], above=above, below=below)
    if form.number == 1:
        names = pack.vocabulary["aspects"]
    elif form.number == 5 and chance.random() < 0.5:
        names = ["存在的问题", "改进措施"]
    else:
        names = []
    intro = _paragraphs(chance, year, 1) if not names or chance.random() < 0.5 else ()
    parts = tuple(
        _part(chance, f"（{_NUMERALS[at]}）", name, year) for at, name in enumerate(names)
    )
    return Section(form.number, mark, title, intro, parts)


def _part(chance: Random, mark: str, title: str, year: int) -> Section:
    """A sub-section, in a few cases with a level below it."""
    runs_on = chance.random() < 0.3
    names = chance.sample(_SMALL, 2) if chance.random() < 0.15 else []
    inner = tuple(
        Section(None, f"{at}.", name, _paragraphs(chance, year, 1), runs_on=chance.random() < 0.3)
        for at, name in enumerate(names, start=1)
    )
    return Section(None, mark, title, _paragraphs(chance, year, 2), inner, runs_on)


def _paragraphs(chance: Random, year: int, most: int) -> tuple[str, ...]:
    return tuple(
        "".join(
            sentence.format(year=year, n=chance.randint(10, 300), m=chance.randint(2, 9))
            for sentence in chance.sample(_SENTENCES, chance.randint(1, 3))
        )
        for _ in range(chance.randint(1, most))
    )
