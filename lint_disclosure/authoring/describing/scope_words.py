"""Which reports a rule is for, in words."""

from __future__ import annotations

from collections.abc import Iterator

from lint_disclosure.rulepack.model import BodyProfile, Rule, RulePack, Text, Years

_KINDS = {
    "government": Text(
        "各级政府（含乡镇、街道）", "governments, those of towns and sub-districts included"
    ),
    "office": Text("政府办公厅（室）", "offices of governments"),
    "department": Text("政府部门", "departments of governments"),
    "zone_committee": Text("开发区管委会", "committees of development zones"),
    "organisation": Text("承担管理职能的其他组织", "other organisations with public functions"),
}
_LEVELS = {
    "state": Text("国家级", "state level"),
    "province": Text("省级", "province level"),
    "municipal": Text("市一级（设区的市或县级市）", "cities of any rank"),
    "city": Text("市级", "city level"),
    "county": Text("县级", "county level"),
    "township": Text("乡级", "township level"),
}
_FUNCTIONS = {
    "police": Text("公安", "police"),
    "market_supervision": Text("市场监管", "market supervision"),
    "urban_management": Text("城市管理", "city management"),
    "transport": Text("交通运输", "transport"),
    "ecology": Text("生态环境", "ecology"),
    "emergency": Text("应急管理", "emergency management"),
    "taxation": Text("税务", "taxation"),
    "approval": Text("行政审批", "approvals"),
    "coordination": Text("议事协调、临时机构", "coordinating and temporary bodies"),
    "government_services": Text("政务服务", "government services"),
    "statistics": Text("统计", "statistics"),
    "audit": Text("审计", "audit"),
    "education": Text("教育", "education"),
    "petitions": Text("信访", "petitions"),
    "research": Text("政策研究", "policy research"),
}
_LISTED = Text("、", ", ")


def years_words(years: Years, lang: str) -> str:
    """A range of report years."""
    first, last = years
    if first == last:
        words = Text("不限", "any year") if first is None else Text(f"{first} 年", str(first))
    elif last is None:
        words = Text(f"{first} 年及以后", f"{first} and later")
    elif first is None:
        words = Text(f"{last} 年及以前", f"{last} and earlier")
    else:
        words = Text(f"{first} 至 {last} 年", f"{first} to {last}")
    return words.get(lang)


def forms_words(rule: Rule, pack: RulePack, lang: str) -> str:
    """The forms that a rule is limited to; empty when it is for all of them."""
    titles = [pack.forms[key].title.get(lang) if key in pack.forms else key for key in rule.forms]
    return _LISTED.get(lang).join(titles)


def bodies_words(rule: Rule, lang: str) -> str:
    """The bodies that a rule is limited to; empty when it is for all of them."""
    profiles = rule.bodies or (BodyProfile(),)
    own = BodyProfile(rule.kinds, rule.levels, rule.functions)
    both = [_profile_words(own, lang), *(_profile_words(one, lang) for one in profiles)]
    return Text("；", "; ").get(lang).join(words for words in both if words)


def _profile_words(profile: BodyProfile, lang: str) -> str:
    listed = _LISTED.get(lang)
    groups = (
        [_word(_LEVELS, key, lang) for key in profile.levels],
        [_word(_FUNCTIONS, key, lang) for key in profile.functions],
        [_word(_KINDS, key, lang) for key in profile.kinds],
    )
    return Text("的", ", ").get(lang).join(listed.join(words) for words in groups if words)


def not_for(rule: Rule, pack: RulePack, lang: str) -> Iterator[str]:
    """The reports that a rule passes by, a sentence each."""
    first, last = rule.years
    earliest = min((form.years.first or 0 for form in pack.forms.values()), default=0)
    if first is not None and first > earliest:
        yield Text(
            f"{first} 年以前的报告不适用。", f"It is not for reports of years before {first}."
        ).get(lang)
    if last is not None:
        yield Text(
            f"{last} 年以后的报告不适用。", f"It is not for reports of years after {last}."
        ).get(lang)
    forms = forms_words(rule, pack, lang)
    if forms:
        yield Text(f"只用于{forms}的报告。", f"It is only for reports on the {forms}.").get(lang)
    bodies = bodies_words(rule, lang)
    if bodies:
        yield Text(
            f"只用于{bodies}的报告；认不出是哪类机关的不判断。",
            f"It is only for reports of: {bodies}. Where the kind of body is not known, nothing is "
            "said.",
        ).get(lang)


def _word(words: dict[str, Text], key: str, lang: str) -> str:
    return words[key].get(lang) if key in words else key
