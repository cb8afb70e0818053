"""The folder ``forms``: what reports look like, and the tables of words that reading them needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lint_disclosure.rulepack.claim_words import compile_claims
from lint_disclosure.rulepack.labels import (
    Names,
    clashes,
    column_names,
    folded,
    group_names,
    plain,
    row_names,
)
from lint_disclosure.rulepack.model import (
    Block,
    Column,
    Form,
    Group,
    Row,
    SectionForm,
    TableForm,
    Text,
    Years,
)
from lint_disclosure.rulepack.problem import PackError, Problem, did_you_mean
from lint_disclosure.rulepack.schema import Shape, decode, load_schema
from lint_disclosure.rulepack.shape_problems import shape_problems
from lint_disclosure.rulepack.yaml_source import KeyPath, YamlFile, read_yaml
from lint_disclosure.rulepack.years import overlap, parse_years

_WORD_FILES = ("characters", "bodies", "vocabulary")


class Forms(NamedTuple):
    """All that the folder holds, and what is wrong with it."""

    forms: Mapping[str, Form]
    characters: Mapping[str, str]
    bodies: tuple[Mapping[str, Any], ...]
    vocabulary: Mapping[str, Any]
    claims: Mapping[str, Any] = {}
    problems: tuple[Problem, ...] = ()


def load_forms(folder: Path) -> Forms:
    """Read the forms and word tables of a folder; a word table that is not there is empty."""
    problems: list[Problem] = []
    forms: dict[str, Form] = {}
    words: dict[str, Any] = {"characters": {}, "bodies": [], "vocabulary": {}}
    claims: tuple[YamlFile, Any] | None = None
    for path in sorted(folder.glob("*.yaml")):
        try:
            file = read_yaml(path)
        except PackError as error:
            problems += error.problems
            continue
        problems += file.repeated
        if path.stem in _WORD_FILES:
            words[path.stem] = _word_table(file, path.stem, problems)
        elif path.stem == "claims":
            claims = file, _word_table(file, path.stem, problems)
        else:
            form = _form(file, path, problems)
            if form is not None:
                problems += _same_years(file, form, forms)
                forms[form.key] = form
    if not forms and not problems:
        message = Text("文件夹里没有格式文件（*.yaml）", "no form files (*.yaml) in this folder")
        problems.append(Problem(str(folder), 1, 1, message))
    compiled: Mapping[str, Any] = {}
    if claims is not None and not problems:
        compiled, found = compile_claims(*claims, forms)
        problems += found
    return Forms(
        forms,
        words["characters"],
        tuple(words["bodies"]),
        words["vocabulary"],
        compiled,
        tuple(problems),
    )


def _word_table(file: YamlFile, name: str, problems: list[Problem]) -> Any:
    data = decode(file.data, Shape(load_schema(name)))
    found = shape_problems(file, name, data)
    problems += found
    return {} if found else data


def _form(file: YamlFile, path: Path, problems: list[Problem]) -> Form | None:
    """The form, if the file has the right shape; whatever else is wrong is noted."""
    data = decode(file.data, Shape(load_schema("form")))
    found = shape_problems(file, "form", data)
    if found:
        problems += found
        return None
    if data["key"] != path.stem:
        message = Text(
            f"key 应与文件名相同：{path.stem}", f"key must be the file's name: {path.stem}"
        )
        problems.append(file.problem(("key",), message))
    years = parse_years(data["years"])
    if years is None:
        problems.append(file.problem(("years",), WRONG_YEARS))
    specimen = path.with_name(f"{path.stem}.specimen.txt")
    if not specimen.is_file():
        message = Text(f"缺少样张 {specimen.name}", f"the specimen {specimen.name} is missing")
        problems.append(file.problem(("key",), message))
    form = Form(
        key=data["key"],
        title=Text(**data["title"]),
        document=data["document"],
        years=years or Years(),
        sections=tuple(_section(section) for section in data["sections"]),
        tables={key: _table(key, table) for key, table in data["tables"].items()},
        specimen=specimen.read_text(encoding="utf-8") if specimen.is_file() else "",
    )
    problems += _form_problems(file, form, data)
    return form


WRONG_YEARS = Text(
    '年份应写成 ">=2021"、"<=2020"、"2019-2020" 或 "2021"，在 2008 至 2099 之间',
    'write years as ">=2021", "<=2020", "2019-2020" or "2021", between 2008 and 2099',
)


def _section(data: Mapping[str, Any]) -> SectionForm:
    return SectionForm(
        number=data["number"],
        title=data["title"],
        aliases=tuple(data.get("aliases", ())),
        keywords=tuple(tuple(words) for words in data.get("keywords", ())),
        hints=tuple(data.get("hints", ())),
        tables=tuple(data.get("tables", ())),
    )


def _table(key: str, data: Mapping[str, Any]) -> TableForm:
    blocks = tuple(
        Block(block["key"], block["caption"], tuple(block["rows"]), tuple(block["columns"]))
        for block in data.get("blocks", ())
    )
    of_block = {row: block.columns for block in blocks for row in block.rows}
    everywhere = tuple(data["columns"])
    return TableForm(
        key=key,
        title=data["title"],
        label=data["label"],
        section=data["section"],
        layout=data.get("layout", "grid"),
        rows={
            row: Row(
                row,
                entry["label"],
                entry.get("short") or plain(entry["label"]),
                tuple(entry.get("aliases", ())),
                tuple(entry.get("columns", of_block.get(row, everywhere))),
            )
            for row, entry in data["rows"].items()
        },
        columns={
            column: Column(
                column, entry["label"], tuple(entry.get("aliases", ())), entry.get("value", "count")
            )
            for column, entry in data["columns"].items()
        },
        groups={
            group: Group(
                group, entry["label"], tuple(entry.get("aliases", ())), tuple(entry["rows"])
            )
            for group, entry in data.get("groups", {}).items()
        },
        blocks=blocks,
        captions=tuple(data.get("captions", ())),
    )


def _form_problems(file: YamlFile, form: Form, data: Mapping[str, Any]) -> Iterator[Problem]:
    """Names inside the form that lead nowhere, or to two things."""
    numbers: set[int] = set()
    for index, section in enumerate(form.sections):
        if section.number in numbers:
            message = Text(
                f"第 {section.number} 部分出现两次", f"section {section.number} is given twice"
            )
            yield file.problem(("sections", index, "number"), message)
        numbers.add(section.number)
        yield from _unknown(file, ("sections", index, "tables"), section.tables, form.tables)
    for key, table in form.tables.items():
        path: KeyPath = ("tables", key)
        if table.section not in numbers:
            message = Text(f"没有第 {table.section} 部分", f"there is no section {table.section}")
            yield file.problem((*path, "section"), message)
        for row in table.rows.values():
            yield from _unknown(
                file, (*path, "rows", row.key, "columns"), row.columns, table.columns
            )
        for group in table.groups.values():
            yield from _unknown(file, (*path, "groups", group.key, "rows"), group.rows, table.rows)
        for index, block in enumerate(table.blocks):
            yield from _unknown(file, (*path, "blocks", index, "rows"), block.rows, table.rows)
            yield from _unknown(
                file, (*path, "blocks", index, "columns"), block.columns, table.columns
            )
        shared = {folded(name) for name in data["tables"][key].get("shared", ())}
        yield from _clashes(file, (*path, "rows"), row_names(table), shared)
        yield from _clashes(file, (*path, "columns"), column_names(table), shared)
        yield from _clashes(file, (*path, "groups"), group_names(table), shared)


def _unknown(
    file: YamlFile, path: KeyPath, keys: tuple[str, ...], known: Mapping[str, object]
) -> Iterator[Problem]:
    for index, key in enumerate(keys):
        if key not in known:
            message = Text(f"没有 {key}", f"there is no {key}")
            yield file.problem((*path, index), message, hint=did_you_mean(key, known))


def _clashes(file: YamlFile, path: KeyPath, names: Names, shared: set[str]) -> Iterator[Problem]:
    for name, owner, key in clashes(names):
        if folded(name) not in shared:
            yield file.problem(
                (*path, key),
                Text(
                    f"名称「{name}」与 {owner} 相同，无法区分；确需共用时写进本表的 shared",
                    f"the name {name} is also that of {owner}; if meant so, list it under shared",
                ),
                key=True,
            )


def _same_years(file: YamlFile, form: Form, others: Mapping[str, Form]) -> Iterator[Problem]:
    for other in others.values():
        if other.key == form.key:
            message = Text(f"格式 {form.key} 出现两次", f"the form {form.key} is given twice")
            yield file.problem(("key",), message)
        elif overlap(form.years, other.years):
            message = Text(
                f"年份与格式 {other.key} 重叠", f"the years overlap with form {other.key}"
            )
            yield file.problem(("years",), message)
