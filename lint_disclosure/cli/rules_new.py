"""``rules new``: ask for what a new rule needs, or take it from options, and write its file."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from lint_disclosure.api import load_rules
from lint_disclosure.authoring.scaffold import NoTests, Wish, flow, new_rule, schema_line
from lint_disclosure.authoring.templates import TEMPLATES, Question
from lint_disclosure.cli.command import Command, Option, Texts
from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.language import LANGUAGES
from lint_disclosure.finding import SEVERITIES
from lint_disclosure.rulepack.beside import SOURCES
from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.problem import PackError
from lint_disclosure.rulepack.source_list import source_list

_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
_FIRST = "LOC001"
_SECTIONS = {word: number for number, word in enumerate("零一二三四五六")}

_PACK = """\
name: {name}
version: 0.1.0
title:
  zh: {title}
  en: {title}
"""

_SOURCE = """\
- document: {document}
  title: {{zh: {document}, en: {document}}}
  kind: local_notice
  read: partly
  note: 请写明读过哪些部分
"""


def command(lang: str) -> Command:
    """The command."""
    text = Texts(lang)

    def callback(code: str | None, **given: Any) -> int:
        try:
            return _New(given, text).write(code)
        except OSError as error:
            raise Refused(f"{error.filename or given['dir']}: {error.strerror}") from None
        except UnicodeEncodeError as error:
            char = ascii(error.object[error.start])
            raise Refused(
                text(f"{char} 不能写进 UTF-8 文件", f"{char} cannot be written as UTF-8")
            ) from None

    return Command(
        "new",
        callback,
        [click.Argument(["code"], required=False), *_options(text)],
        lang,
        usage=text(
            "disclosure-lint rules new [编号] [选项]", "disclosure-lint rules new [CODE] [OPTIONS]"
        ),
        intro=text(
            "新写一条规则，附两个已经试过的测试。没有用选项说明的，会逐项询问。",
            "Writes a new rule with two tests that were tried. What is not given as an option is "
            "asked for.",
        ),
        sections=[
            (
                text("要求的种类（--kind）", "Kinds of requirements (--kind)"),
                [(name, one.title.get(lang)) for name, one in TEMPLATES.items()],
            ),
            (
                text("例子", "Example"),
                [
                    ("disclosure-lint rules new --dir our-rules", ""),
                    (
                        "disclosure-lint rules new LOC001 --dir our-rules --kind forbid "
                        "--words 再接再厉 --title 不写套话 --basis 县政务公开办通知",
                        "",
                    ),
                ],
            ),
        ],
        needs_paths=False,
    )


def _options(text: Texts) -> list[Option]:
    heading = text("选项", "Options")
    made = [
        Option(
            "--dir",
            heading=heading,
            default=".",
            metavar=text("文件夹", "FOLDER"),
            help=text("规则放在哪个文件夹，默认当前文件夹", "where the rule goes; default: here"),
        ),
        Option(
            "--kind",
            heading=heading,
            choices=tuple(TEMPLATES),
            help=text("哪一种要求，见下", "what kind of requirement, see below"),
        ),
        Option("--title", heading=heading, help=text("要求是什么，一句话", "what must hold")),
        Option("--title-en", heading=heading, help=text("英文的标题", "the title in English")),
        Option(
            "--severity",
            heading=heading,
            choices=tuple(reversed(SEVERITIES)),
            help=text("级别，默认 warning", "default: warning"),
        ),
        Option("--basis", heading=heading, help=text("依据的文件", "the document it rests on")),
        Option("--name", heading=heading, help=text("英文短名", "a short name in English")),
        Option("--lang", heading=heading, choices=LANGUAGES, help=text("语言", "language")),
    ]
    questions: dict[str, Question] = {}
    for template in TEMPLATES.values():
        for question in template.questions:
            questions.setdefault(question.key, question)
    heading = text("要求的内容（各种要求用到的不同）", "The requirement (what its kind asks for)")
    words = text("词语，多个用、隔开", "words, divided by 、")
    for key, question in questions.items():
        help = words if key == "words" else question.ask.get(text.lang)
        made.append(Option(f"--{key.replace('_', '-')}", heading=heading, help=help))
    return made


class _New:
    """One rule on its way from answers to a file."""

    def __init__(self, given: Mapping[str, Any], text: Texts) -> None:
        self.given = given
        self.text = text
        self.folder = Path(given["dir"])

    def write(self, code: str | None) -> int:
        """Ask, try, write, and say what to do next."""
        wish = self.wish(code)
        file = self.folder / f"{wish.code}.yaml"
        for there in (file, file.with_suffix(".yml")):
            if there.exists():
                raise Refused(self.text(f"{there} 已经存在，不覆盖", f"{there} exists and is kept"))
        self.check_example(wish.answers)
        try:
            content = new_rule(wish, self.text.lang)
        except PackError as error:
            # The rule was tried elsewhere; its mistake is one of the answers.
            raise PackError([one._replace(file=str(file)) for one in error.problems]) from None
        except NoTests:
            raise Refused(
                self.text(
                    "在样张上试不出一个应当报告、一个不应报告的例子，规则没有写下来。"
                    "样张本身可能总是符合或者总是不符合（例如样张的电话以 0999- 开头）；"
                    "联系方式可以用 --example 举一个写对的例子",
                    "no change of the specimen makes this rule fire once and stay silent once; "
                    "the rule was not written. The specimen itself may always keep it, or never "
                    "(its telephone begins with 0999-); for a contact detail give an --example",
                )
            ) from None
        made = self.pack_file()
        file.write_text(content, encoding="utf-8")
        made += self.sources_file(file, wish.basis)
        for path in (*made, file):
            sys.stdout.write(self.text(f"已写入 {path}\n", f"written: {path}\n"))
        sys.stdout.write(
            self.text(
                "接下来：打开规则文件，核对 message、help 和 tests 里的文字；新引用的依据，在 "
                "sources.yaml 里写明名称和读过多少。然后运行\n",
                "Next: open the rule, check the words of message, help and tests; say in "
                "sources.yaml what a new source is and how much of it you read. Then run\n",
            )
            + f"  disclosure-lint rules test {file}\n"
            + f"  disclosure-lint rules lint {self.folder}\n"
            + f"  disclosure-lint --rules {self.folder} "
            + self.text("年报.txt\n", "report.txt\n")
        )
        return 0

    def check_example(self, answers: Mapping[str, Any]) -> None:
        """An example of what is right that is not would only hide a slip."""
        example = answers.get("example")
        if example and not example.startswith(tuple(answers["words"])):
            listed = "、".join(answers["words"])
            raise Refused(
                self.text(
                    f"--example {example}：不是以 {listed} 开头，与要求不符",
                    f"--example {example}: does not begin with {listed}, as is asked for",
                )
            )

    def wish(self, code: str | None) -> Wish:
        kind = self.ask("kind", "哪一种要求？", "What kind of requirement?", tuple(TEMPLATES))
        answers = {one.key: self.answer(one) for one in TEMPLATES[kind].questions}
        title = self.ask("title", "用一句话说明要求", "What must hold, in one sentence")
        basis = self.ask("basis", "依据哪个文件？", "Which document does it rest on?")
        code = (code or self.free_code()).upper()
        if not _CODE.fullmatch(code):
            raise Refused(
                self.text(
                    f"{code}：编号应是三个字母加三位数字，如 {_FIRST}",
                    f"{code}: a code is three letters and three digits, such as {_FIRST}",
                )
            )
        return Wish(
            code,
            self.given["name"] or code.lower(),
            Text(title, self.given["title_en"] or title),
            self.given["severity"] or "warning",
            basis,
            kind,
            answers,
        )

    def free_code(self) -> str:
        """The first code of the group for local rules that is not in use."""
        taken = {*load_rules().rules, *(path.stem for path in self.folder.rglob("*.y*ml"))}
        return next(code for n in range(1, 1000) if (code := f"LOC{n:03}") not in taken)

    def answer(self, question: Question) -> Any:
        """The answer to a question of the template, as its kind wants it."""
        ask = question.ask
        raw = self.ask(question.key, ask.zh, ask.en, default=question.default)
        if question.kind == "words":
            return [word for word in re.split(r"[、，,|]", raw) if word.strip()]
        if question.kind == "text":
            return raw
        number = _SECTIONS.get(raw.strip(), raw.strip())
        most = 6 if question.kind == "section" else 99
        if str(number).isdecimal() and int(number) <= most:
            return int(number)
        raise Refused(
            self.text(f"{raw}：应为 0 至 {most} 的数字", f"{raw}: must be a number up to {most}")
        )

    def ask(
        self,
        key: str,
        zh: str,
        en: str,
        choices: tuple[str, ...] = (),
        default: str | None = None,
    ) -> str:
        """What an option gave; else what the person says; else the default."""
        value = self.given.get(key)
        if value is not None:
            return str(value)
        if not sys.stdin.isatty():
            if default is not None:
                return default
            option = "--" + key.replace("_", "-")
            raise Refused(self.text(f"缺少 {option}：{zh}", f"{option} is missing: {en}"))
        if choices:
            for name in choices:
                sys.stdout.write(f"  {name:<10} {TEMPLATES[name].title.get(self.text.lang)}\n")
        kind: Any = click.Choice(choices) if choices else str
        prompt: Callable[..., str] = click.prompt
        return prompt(self.text(zh, en), type=kind, default=default, show_default=bool(default))

    def sources_file(self, rule: Path, document: str) -> list[Path]:
        """The sources.yaml of the folder, with the document that the rule cites."""
        if document in source_list([rule]).documents:
            return []
        file = self.folder / SOURCES
        entry = _SOURCE.format(document=json.dumps(document, ensure_ascii=False))
        before = file.read_bytes() if file.exists() else b""
        if not before:
            entry = schema_line("sources") + entry
        elif not before.endswith(b"\n"):
            entry = "\n" + entry
        with open(file, "a", encoding="utf-8") as stream:
            stream.write(entry)
        return [file]

    def pack_file(self) -> list[Path]:
        """The pack.yaml of the folder, made where there is none."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / "pack.yaml"
        if file.exists():
            return []
        title = os.path.basename(os.path.realpath(self.folder))
        words = re.findall(r"[a-z0-9]+", title.lower())
        name = "-".join(words).lstrip("0123456789-") or "our-rules"
        shown = flow(title.encode(errors="replace").decode() or name)
        content = schema_line("pack") + _PACK.format(name=name, title=shown)
        file.write_text(content, encoding="utf-8")
        return [file]
