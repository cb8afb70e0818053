"""The options of ``check`` that say what is shown, and when a run ends with exit code 1."""

from __future__ import annotations

from lint_disclosure.cli.command import Option, Texts
from lint_disclosure.cli.language import LANGUAGES
from lint_disclosure.finding import SEVERITIES
from lint_disclosure.render import FORMATS


def output(text: Texts) -> list[Option]:
    """What is shown, and where."""
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


def ending(text: Texts) -> list[Option]:
    """From what on a run ends with exit code 1."""
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
