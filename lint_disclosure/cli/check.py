"""``check``: its options and its help page; the run itself is imported when it starts."""

from __future__ import annotations

import sys
from typing import Any

import click

from lint_disclosure import __version__
from lint_disclosure.cli.command import Command, Option, Texts, count, rules_option
from lint_disclosure.cli.language import LANGUAGES
from lint_disclosure.finding import SEVERITIES
from lint_disclosure.render import FORMATS


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
            *_rules(text),
            *_output(text),
            *_accepted(text),
            *_fixing(text),
            *_ending(text),
            *_input(text),
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


def _rules(text: Texts) -> list[Option]:
    heading = text("用哪些规则", "Rules")
    rule = text("规则", "RULE")
    return [
        rules_option(heading, text),
        Option(
            "--select",
            heading=heading,
            multiple=True,
            metavar=rule,
            help=text(
                "只用这些规则：编号、名称或编号开头，逗号分开，如 ARI,CEL001",
                "only these: codes, names or beginnings of codes, e.g. ARI,CEL001",
            ),
        ),
        Option(
            "--ignore",
            heading=heading,
            multiple=True,
            metavar=rule,
            help=text("不用这些规则", "not these"),
        ),
        Option(
            "--severity",
            heading=heading,
            multiple=True,
            metavar=text("规则=级别", "RULE=LEVEL"),
            help=text("改一条规则的级别，如 ARI001=warning", "change a level, e.g. ARI001=warning"),
        ),
        Option(
            "--profile",
            heading=heading,
            choices=("gate", "review", "all"),
            help=text(
                "gate 只报错误；review 报错误和警告（默认）；all 连提示也报",
                "gate: errors; review: and warnings (default); all: and infos",
            ),
        ),
    ]


def _output(text: Texts) -> list[Option]:
    heading = text("输出", "Output")
    return [
        Option(
            "-f",
            "--format",
            heading=heading,
            choices=FORMATS,
            metavar=text("格式", "FORMAT"),
            help=text(
                f"输出格式：{'、'.join(FORMATS)}；终端上默认 full，否则 concise",
                f"one of {', '.join(FORMATS)}; default: full on a terminal, otherwise concise",
            ),
        ),
        Option(
            "-o",
            "--output",
            heading=heading,
            multiple=True,
            metavar=text("格式=文件", "FORMAT=FILE"),
            help=text("另存一份到文件，可多次使用", "one more format into a file; repeatable"),
        ),
        Option(
            "--statistics",
            heading=heading,
            is_flag=True,
            help=text(
                "各规则报了几处，哪些规则不适用、为什么",
                "how often each rule was broken, and why rules do not apply",
            ),
        ),
        Option("--timings", heading=heading, is_flag=True, help=text("用时", "time spent")),
        Option(
            "-q",
            "--quiet",
            heading=heading,
            is_flag=True,
            help=text("不写小结", "no summary"),
        ),
        Option(
            "--watch",
            heading=heading,
            is_flag=True,
            help=text(
                "文件一变就重新检查，Ctrl-C 结束", "check again on every change; Ctrl-C ends"
            ),
        ),
        Option(
            "--color",
            heading=heading,
            choices=("auto", "always", "never"),
            default="auto",
            help=text(
                "颜色；也认 NO_COLOR、FORCE_COLOR、CLICOLOR", "also NO_COLOR, FORCE_COLOR, CLICOLOR"
            ),
        ),
        Option(
            "--lang",
            heading=heading,
            choices=LANGUAGES,
            help=text(
                "语言；默认看系统设置，一般为中文", "default: by the locale, otherwise Chinese"
            ),
        ),
    ]


def _accepted(text: Texts) -> list[Option]:
    heading = text("已知的问题", "Known findings")
    return [
        Option(
            "--add-suppression",
            heading=heading,
            multiple=True,
            metavar=text("规则编号", "RULE"),
            help=text(
                "现有的这些问题不再列出，写进年报旁的 disclosure-lint.ignore.toml（须写 --reason）",
                "suppress what is found of it, in disclosure-lint.ignore.toml beside the report "
                "(needs --reason)",
            ),
        ),
        Option(
            "--reason",
            heading=heading,
            metavar=text("理由", "TEXT"),
            help=text("与 --add-suppression 同用：理由", "with --add-suppression: why"),
        ),
        Option(
            "--until",
            heading=heading,
            metavar=text("日期", "DATE"),
            help=text(
                "与 --add-suppression 同用：到哪一天为止，如 2026-12-31",
                "with --add-suppression: up to which day, e.g. 2026-12-31",
            ),
        ),
        Option(
            "--no-suppressions",
            heading=heading,
            is_flag=True,
            help=text(
                "不用 disclosure-lint.ignore.toml，全部列出",
                "do not use disclosure-lint.ignore.toml, show everything",
            ),
        ),
        Option(
            "--baseline",
            heading=heading,
            metavar=text("文件", "FILE"),
            help=text(
                "基线文件里已有的问题不再列出（用 baseline create 生成）",
                "do not show what is in this baseline (made by baseline create)",
            ),
        ),
    ]


def _fixing(text: Texts) -> list[Option]:
    heading = text("自动改正", "Fixes")
    return [
        Option(
            "--fix",
            heading=heading,
            is_flag=True,
            help=text(
                "把不会改变意思的用语、写法直接改好（文本、Markdown、网页、Word）；数字从不改动",
                "make the safe changes of wording in the files (text, Markdown, web pages, Word); "
                "numbers are never changed",
            ),
        ),
        Option(
            "--unsafe-fixes",
            heading=heading,
            is_flag=True,
            help=text(
                "与 --fix、--diff 同用：可能改变意思的也改",
                "with --fix or --diff: also those that may change the meaning",
            ),
        ),
        Option(
            "--diff",
            heading=heading,
            is_flag=True,
            help=text(
                "只显示会怎样改，不写文件；有可改的以 1 结束",
                "show what would change and write nothing; exit code 1 if anything would",
            ),
        ),
    ]


def settings_options(text: Texts, *without: str) -> list[Option]:
    """The options that say what is linted, and by which rules; for commands that lint as well."""
    options = [*_rules(text), *_input(text)]
    return [one for one in options if one.name not in (*_OF_CHECK_ALONE, *without)]


_OF_CHECK_ALONE = ("stdin_filename", "show_settings", "version")


def accepted_options(text: Texts) -> list[Option]:
    """The options that say whether known findings are shown; for commands that show them."""
    return [one for one in _accepted(text) if one.name in ("no_suppressions", "baseline")]


def _ending(text: Texts) -> list[Option]:
    heading = text("何时以退出码 1 结束", "When to end with exit code 1")
    return [
        Option(
            "--fail-on",
            heading=heading,
            choices=(*reversed(SEVERITIES), "never"),
            help=text(
                "有这一级或更重的问题（默认 error）", "at this level or above (default error)"
            ),
        ),
        Option(
            "--fail-on-undecided",
            heading=heading,
            is_flag=True,
            help=text("有错误级的规则无法判定", "an error-level rule could not be evaluated"),
        ),
        Option(
            "--fail-on-unrecognised",
            heading=heading,
            is_flag=True,
            help=text("有文件不是年报", "a file is not an annual report"),
        ),
        Option(
            "--fail-on-stale",
            heading=heading,
            is_flag=True,
            help=text(
                "忽略记录或基线里有已失效的条目",
                "an entry of the suppressions or the baseline no longer holds",
            ),
        ),
    ]


def _input(text: Texts) -> list[Option]:
    heading = text("读取", "Input")
    return [
        Option(
            "--config",
            heading=heading,
            metavar=text("文件", "FILE"),
            help=text(
                "配置文件；默认在年报所在文件夹及其上级查找 disclosure-lint.toml",
                "configuration; by default the nearest disclosure-lint.toml in or above the "
                "folder of the reports",
            ),
        ),
        Option(
            "--no-config",
            heading=heading,
            is_flag=True,
            help=text("不用配置文件", "use no configuration file"),
        ),
        Option(
            "--isolated",
            heading=heading,
            is_flag=True,
            help=text(
                "凡是没有在命令行里写明的文件，一概不用",
                "use no file that the command line does not name",
            ),
        ),
        Option(
            "--exclude",
            heading=heading,
            multiple=True,
            metavar=text("式样", "PATTERN"),
            help=text(
                "不检查这些文件和文件夹，写了名字也不检查；写法同 .gitignore",
                "leave these files and folders out, even when named; written as in .gitignore",
            ),
        ),
        Option(
            "--show-settings",
            heading=heading,
            is_flag=True,
            help=text(
                "不检查，只列出每份年报所用的设置和出处",
                "do not lint; show the settings for each report, and where they come from",
            ),
        ),
        Option(
            "--partial",
            heading=heading,
            is_flag=True,
            help=text(
                "文本不完整：后面没有的部分不算缺",
                "the text breaks off: what follows is not missing",
            ),
        ),
        Option(
            "--stdin-filename",
            heading=heading,
            metavar=text("名称", "NAME"),
            help=text("标准输入用什么文件名显示", "name to show for standard input"),
        ),
        Option(
            "-j",
            "--jobs",
            heading=heading,
            callback=count,
            metavar="N",
            help=text("同时用几个进程（文件多时）", "processes to use for many files"),
        ),
        Option(
            "-V",
            "--version",
            heading=text("其他", "Other"),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            help=text("显示版本", "show the version"),
        ),
    ]


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        sys.stdout.write(f"disclosure-lint {__version__}\n")
        ctx.exit()


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
