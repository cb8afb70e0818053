"""``check``: its options and its help page; the run itself is imported when it starts."""

from __future__ import annotations

from typing import Any

import click

from lint_disclosure.cli.check_options import accepted, files, fixing, rules
from lint_disclosure.cli.command import Command, Texts
from lint_disclosure.cli.output_options import ending, output


def command(lang: str, *, top: bool = False) -> Command:
    """The command; ``top`` when it is called without its name, then its page is the tool's."""
    text = Texts(lang)

    def callback(**values: Any) -> int:
        from lint_disclosure.cli.checking import check
        from lint_disclosure.cli.choices import Choices

        values.pop("lang")
        return check(Choices(**values), lang)

    return Command(
        "check",
        callback,
        [
            click.Argument(["paths"], nargs=-1),
            *rules(text),
            *output(text),
            *accepted(text),
            *fixing(text),
            *ending(text),
            *files(text),
        ],
        lang,
        usage=f"disclosure-lint {'' if top else 'check '}[OPTIONS] PATH..."
        if lang == "en"
        else f"disclosure-lint {'' if top else 'check '}[选项] 路径…",
        intro=_intro(text),
        sections=_sections(text, top=top),
    )


def _intro(text: Texts) -> str:
    return text(
        "检查政府信息公开工作年度报告：结构、表格、数字勾稽、日期年份、用语，以及正文的说法与表格有没有矛盾。"
        "可以是文本、Markdown、网页、Word、WPS、PDF、OFD 或电子表格文件。"
        "路径可以是文件、文件夹或通配符，- 表示标准输入。",
        "Checks annual reports on government information disclosure: structure, tables, "
        "arithmetic, dates, wording, and statements that the tables contradict. "
        "They may be text, Markdown, web pages, Word, WPS, PDF, OFD or spreadsheet files. "
        "A PATH is a file, a folder or a pattern; - reads standard input.",
    )


def _sections(text: Texts, *, top: bool) -> list[tuple[str, list[tuple[str, str]]]]:
    examples = (
        text("例子", "Examples"),
        [
            ("disclosure-lint 年报.txt", ""),
            ("disclosure-lint -o json=结果.json 年报/", ""),
        ],
    )
    if not top:
        return [examples]
    commands = (
        text("其他命令", "Commands"),
        [
            ("check", text("检查（默认，可以不写）", "lint (the default, may be left out)")),
            ("extract", text("把读出的年报写成数据", "the parsed report as data")),
            ("init", text("写一个配置文件", "write a configuration file to begin with")),
            ("completion", text("让 shell 用 Tab 键补全", "let a shell complete the command line")),
            (
                "baseline create|prune",
                text("记下现有的问题，以后只报新的", "note what is found, to see only what is new"),
            ),
            ("annotate", text("把问题批注在年报文件里", "write the findings into the report")),
            (
                "rules list|explain|new|test|lint",
                text("列出、说明、新写、测试、检查规则", "list, explain, write, test, lint rules"),
            ),
        ],
    )
    codes = (
        text("退出码", "Exit codes"),
        [
            ("0", text("没有达到 --fail-on 的问题", "nothing at or above --fail-on")),
            ("1", text("有这样的问题", "something was")),
            (
                "2",
                text("工具没能完成工作：用法不对、文件读不了等", "the tool could not do its work"),
            ),
        ],
    )
    return [commands, codes, examples]
