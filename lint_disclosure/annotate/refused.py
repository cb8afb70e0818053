"""What cannot be annotated, and why."""

from __future__ import annotations

from lint_disclosure.reading.unreadable import UnreadableFile


def damaged() -> UnreadableFile:
    """The error of a file that can be read but not be added to safely."""
    return UnreadableFile(
        "文件的内部结构特殊，无法加批注；请在 Word、Excel 或 WPS 中重新保存后再试",
        "the file is laid out in a way that cannot be added to; save it again in Word or Excel",
    )


def no_comments(kind: str) -> UnreadableFile:
    """The error of a kind of file that carries no comments."""
    if kind in ("text", "markdown"):
        zh, en = "文本文件不能带批注", "a text file carries no comments"
    else:
        zh = "这种文件不能加批注（可以的是 .docx、.xlsx、.pdf 和网页），请另存为其中一种"
        en = "comments go into .docx, .xlsx, .pdf and web pages only: save it as one of them"
    return UnreadableFile(
        f"{zh}；也可以用 disclosure-lint -o html=结果.html 得到带标注的网页",
        f"{en}; disclosure-lint -o html=result.html gives a page with the findings in it",
    )
