"""Write a new rule: YAML with two tests that were tried, one that fires and one that is silent."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lint_disclosure import api
from lint_disclosure.authoring.proving.rule_tests import BrokenTest, report_text
from lint_disclosure.authoring.templates import TEMPLATES, Answers, options
from lint_disclosure.finding import Finding
from lint_disclosure.report.folding import Folding
from lint_disclosure.report.model import Field, Report
from lint_disclosure.report.text_match import compiled, squeeze
from lint_disclosure.rulepack.loading import load_tests
from lint_disclosure.rulepack.model import RulePack, Text
from lint_disclosure.rulepack.schema import schema_url

_PLAIN = re.compile(r"(?=.*[^\W\d_])\w[\w（）、，。+=/.-]*(?: [+=<>!-]{1,2} [\w（）、.]+)*")
_TAIL = 30
"""Characters of a sentence that are enough to find its end in the specimen."""
_YAML_WORDS = frozenset(["true", "false", "yes", "no", "on", "off", "null"])


class Wish(NamedTuple):
    """What a new rule shall be. ``kind`` is a key of ``TEMPLATES``."""

    code: str
    name: str
    title: Text
    severity: str
    basis: str
    kind: str
    answers: Answers
    since: str = "1.0.0"


def schema_line(name: str) -> str:
    """The first line of a YAML file, by which editors know its schema."""
    return f"# yaml-language-server: $schema={schema_url(name)}\n"


class NoTests(Exception):
    """No two tests were found that tell the rule's yes from its no; the rule is not written."""


def new_rule(wish: Wish, lang: str = "zh") -> str:
    """The text of the rule file. Raises ``PackError`` for wrong labels, and ``NoTests``."""
    pack = api.load_rules()
    template = TEMPLATES[wish.kind]
    data: dict[str, Any] = {
        "id": wish.code,
        "name": wish.name,
        "title": wish.title._asdict(),
        "severity": wish.severity,
        "since": wish.since,
        "basis": [{"document": wish.basis}],
        "check": template.check,
        **_options(wish, pack),
        "message": template.message._asdict(),
        "help": template.help._asdict(),
    }
    text = schema_line("rule")
    text += "".join(_lines(key, value) for key, value in data.items())
    return text + _tests(wish, pack, text, lang)


_SPECIAL = re.compile(r"[\\.^$*+?{}\[\]|()]")


def _options(wish: Wish, pack: RulePack) -> dict[str, Any]:
    made = options(
        TEMPLATES[wish.kind], wish.answers, _patterns(wish.answers.get("words", ()), pack)
    )
    for key in ("after", "before"):
        if wish.answers.get(key):
            made[key] = _patterns(wish.answers[key], pack)
    return made


def _patterns(words: Sequence[str], pack: RulePack) -> list[str]:
    """Words as patterns: folded and without blanks, as the text is when they are looked for."""
    folding = Folding(pack.characters)
    return [_SPECIAL.sub(r"\\\g<0>", squeeze(folding.fold(word))) for word in words]


# ---- YAML


def _lines(key: str, value: Any) -> str:
    """A key with its value; texts in two languages and lists of texts one below the other."""
    if isinstance(value, dict) and value.keys() == {"zh", "en"}:
        return f"{key}:\n" + "".join(f"  {lang}: {flow(one)}\n" for lang, one in value.items())
    if isinstance(value, list) and value and isinstance(value[0], str):
        return f"{key}:\n" + "".join(f"  - {flow(one)}\n" for one in value)
    return f"{key}: {flow(value)}\n"


def flow(value: Any) -> str:
    """A value on one line; texts stand bare where YAML lets them."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{flow(key)}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, str) and not (_PLAIN.fullmatch(value) and value not in _YAML_WORDS):
        bare = "\\" in value and "'" not in value
        return f"'{value}'" if bare else json.dumps(value, ensure_ascii=False)
    return str(value)


# ---- two tests


def _tests(wish: Wish, pack: RulePack, text: str, lang: str) -> str:
    """Try changes of the specimen until the rule has fired once and been silent once."""
    firing: tuple[Mapping[str, Any], Sequence[Finding]] | None = None
    silent: Mapping[str, Any] | None = None
    for given in _changes(wish, pack):
        found = _tried(text, given)
        if found and firing is None:
            firing = given, found
        elif found == [] and silent is None:
            silent = given
        if firing is not None and silent is not None:
            break
    if firing is None or silent is None:
        raise NoTests
    given, findings = firing
    wants = [
        {"at": one.locator, "contains": one.message, "severity": one.severity} for one in findings
    ]
    names = ("should be reported", "should be silent") if lang == "en" else ("应当报告", "不应报告")
    cases = [
        {"name": names[1], **({"given": silent} if silent else {}), "want": []},
        {"name": names[0], **({"given": given} if given else {}), "want": wants},
    ]
    return "tests:\n" + "".join(f"  - {flow(case)}\n" for case in cases)


def _tried(text: str, given: Mapping[str, Any]) -> list[Finding] | None:
    """What the rule finds; None when the change cannot be made."""
    probe = [{"name": "a", "given": given, "want": []}, {"name": "b", "want": [{"at": "b"}]}]
    with tempfile.TemporaryDirectory() as folder:
        code = re.search(r"^id: (\S+)$", text, re.M)
        path = Path(folder, f"{code[1] if code else 'LOC001'}.yaml")
        cases = "".join(f"  - {flow(case)}\n" for case in probe)
        path.write_text(f"{text}tests:\n{cases}", encoding="utf-8")
        pack, tests = load_tests([path])
    rule = pack.rules[tests[0].rule]
    try:
        report = api.read(report_text(pack, tests[0]).encode(), name="specimen.txt", pack=pack)
    except (BrokenTest, api.NotAReport):
        return None
    return list(api.lint(report, rules=pack._replace(rules={rule.id: rule})).findings)


def _changes(wish: Wish, pack: RulePack) -> Iterator[Mapping[str, Any]]:
    """Changes of the specimen that may make a rule fire or fall silent; none comes first."""
    yield {}
    answers = wish.answers
    report = api.read(pack.forms["2021"].specimen.encode(), name="specimen.txt", pack=pack)
    if wish.kind == "relation":
        yield from _other_numbers(answers["table"], report)
        return
    if wish.kind == "field":
        yield from _other_field(answers, report)
        return
    words = [*answers.get("words", ()), *([answers["example"]] if answers.get("example") else [])]
    for sentence in _ends(answers.get("in") or 0, report):
        for count in (1, answers.get("at_least", 1)):
            said = "".join(f"{word}。" for word in (words * count)[: max(count, 1)])
            yield {"replace": {sentence: f"{sentence}{said}"}}
    yield from _without(words, pack, report)


def _other_numbers(table: str, report: Report) -> Iterator[Mapping[str, Any]]:
    """Each number of a table a little higher, then much higher, from the first on."""
    assert report.form is not None
    key = next(
        (one.key for one in report.form.tables.values() if table in (one.key, one.title)), table
    )
    form = report.form.tables.get(key)
    for more in (1, 1000):
        for (row, column), cell in report.tables[key].cells.items() if form else ():
            if isinstance(cell.value, int) and form:
                names = form.rows[row].short, form.columns[column].label
                yield {"cells": {form.title: {names[0]: {names[1]: str(cell.value + more)}}}}


def _other_field(answers: Answers, report: Report) -> Iterator[Mapping[str, Any]]:
    """Another value of a contact detail: the example, and one that begins otherwise."""
    found = report.contact.get(answers["field"])
    if isinstance(found, Field):
        value = report.source.cut(found.parts)
        for word in (answers.get("example"), *(f"{one}{value}" for one in answers["words"])):
            if word:
                yield {"replace": {value: word}}


def _ends(section: int, report: Report) -> Iterator[str]:
    """The ends of sentences to which something can be added, each found once in the text."""
    for sentence in reversed(report.sentences):
        if section and sentence.section != section:
            continue
        start, end = sentence.start, sentence.start + len(sentence.text)
        tail = report.source.text[start:end][-_TAIL:].lstrip("，、；")
        if report.source.text.count(tail) == 1 and tail.endswith("。"):
            yield tail


def _without(words: Sequence[str], pack: RulePack, report: Report) -> Iterator[Mapping[str, Any]]:
    """The specimen without the words, then without the sentences that hold any of them."""
    pattern = "|".join(_patterns(words, pack))
    held = []
    for sentence in report.sentences:
        if compiled(pattern).search(sentence.squeezed):
            start, end = sentence.start, sentence.start + len(sentence.text)
            old = report.source.text[start:end]
            if report.source.text.count(old) == 1:
                held.append(old)
    if held:
        yield {"replace": {old: compiled(pattern).sub("", old) for old in held}}
        yield {"replace": dict.fromkeys(held, "做好日常工作。")}
