"""The documents that rules may cite: ``sources.yaml`` of the shipped rules, and of a pack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.beside import SOURCES, beside
from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.problem import PackError, Problem, did_you_mean
from lint_disclosure.rulepack.rules import RuleFile
from lint_disclosure.rulepack.shaped_file import read_shaped
from lint_disclosure.rulepack.yaml_source import KeyPath

Kind = Literal["law", "official_form", "notice", "local_notice", "practice"]
Read = Literal["whole", "partly", "none"]


class CitedDocument(NamedTuple):
    """A document that rules may cite; ``read`` says how much of it has been read."""

    document: str
    title: Text
    kind: Kind
    read: Read
    note: str | None = None
    url: str | None = None
    aliases: tuple[str, ...] = ()


class SourceList(NamedTuple):
    """All documents by the name that rules cite them by, and what is wrong with the lists."""

    documents: Mapping[str, CitedDocument]
    problems: tuple[Problem, ...] = ()


def source_list(rule_files: Iterable[Path]) -> SourceList:
    """The shipped list with those that stand beside some rule files."""
    own = Path(shipped.RULES, SOURCES)
    paths = {path.resolve(): path for path in beside(rule_files, SOURCES)}
    if own.is_file():
        paths = {own.resolve(): paths.get(own.resolve(), own), **paths}
    documents: dict[str, CitedDocument] = {}
    problems: list[Problem] = []
    for path in paths.values():
        _read(path, documents, problems)
    return SourceList(documents, tuple(problems))


def _read(path: Path, documents: dict[str, CitedDocument], problems: list[Problem]) -> None:
    try:
        file, data = read_shaped(path, "sources")
    except PackError as error:
        problems += error.problems
        return
    for index, entry in enumerate(data):
        aliases = tuple(entry.get("aliases", ()))
        made = CitedDocument(**{**entry, "title": Text(**entry["title"]), "aliases": aliases})
        names: dict[KeyPath, str] = {("document",): made.document}
        names |= {("aliases", place): name for place, name in enumerate(aliases)}
        for at, name in names.items():
            if name in documents:
                message = Text(f"{name} 已经列过了", f"{name} is listed already")
                problems.append(file.problem((index, *at), message))
            documents.setdefault(name, made)


def citation_problems(files: Sequence[RuleFile]) -> Iterator[Problem]:
    """What is wrong with the lists, and documents that rules cite and no list has."""
    known = source_list(Path(file.file.source.name) for file in files)
    yield from known.problems
    for file in () if known.problems else files:
        for index, basis in enumerate(file.data.get("basis", ())):
            name = basis["document"]
            if name not in known.documents:
                yield file.file.problem(
                    ("basis", index, "document"),
                    Text(f"依据的文件不在清单里：{name}", f"{name} is not in the list of sources"),
                    hint=did_you_mean(name, known.documents) or _ADD,
                )


_ADD = Text(
    f"读过原文后写进规则旁边的 {SOURCES}；出自惯例的写“填报惯例”",
    f"list it in {SOURCES} beside the rules once it was read; cite 填报惯例 for what is usual",
)
