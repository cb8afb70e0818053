"""Web pages: a clean one, one exported from a word processor, and one of an old portal."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from random import Random

from tests.clothes.layout import Laid, Sheet
from tests.clothes.model import Fact, Report
from tests.clothes.story import Block, Facts, Heading, Paragraph, Title, story


def clean(report: Report) -> bytes:
    """A page as a careful author writes it; tables as on the official form."""
    body = "\n".join(map(_clean_block, story(report)))
    return _page(report, f"<article>\n{body}\n</article>").encode()


def printed(report: Report, broken: bool) -> bytes:
    """The clean page for print; table three starts a new page in its midst, or stays on one."""
    rule = "tr.next { break-before: page }" if broken else "table { break-inside: avoid }"
    rule += " h2:nth-of-type(3) { break-before: page }"
    style = (
        f"<style>@page {{ size: A4; margin: 20mm }} {rule} table {{ border-collapse: collapse;"
        " width: 100% } td, th { border: 1px solid black; padding: 2px; font-size: 9pt }</style>"
    )
    page = clean(report).decode().replace("</head>", f"{style}</head>")
    return page.encode()


def table(sheet: Sheet, next_page: int | None = None) -> str:
    """The table in plain HTML; row ``next_page`` is to begin a page."""
    rows = []
    for number, row in enumerate(sheet.rows()):
        tag = "th" if number < sheet.head else "td"
        cells = "".join(f"<{tag}{_spans(cell)}>{escape(cell.text)}</{tag}>" for cell in row)
        mark = ' class="next"' if number == next_page else ""
        rows.append(f"<tr{mark}>{cells}</tr>")
    return "<table>\n<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>"


def _page(report: Report, body: str) -> str:
    title = escape("".join(report.title))
    return (
        '<!DOCTYPE html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _clean_block(block: Block) -> str:
    if isinstance(block, Title):
        return "\n".join(f"<h1>{escape(line)}</h1>" for line in block.lines)
    if isinstance(block, Facts):
        items = (f"<li>{_fact(fact)}</li>" for fact in block.facts)
        return f'<ul class="meta">{"".join(items)}</ul>'
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>"
    if isinstance(block, Heading):
        tag = "p" if block.tail else f"h{block.level + 1}"
        return f"<{tag}>{escape(block.mark + block.title + block.tail)}</{tag}>"
    return table(block, block.height // 2 if block.key == "requests" else None)


def _spans(cell: Laid) -> str:
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    return rows + columns


def _fact(fact: Fact) -> str:
    return escape(f"{fact.label}：{fact.value}")


def word(report: Report) -> bytes:
    """A page that a word processor has saved: every word in spans of its own, numbers too."""
    soup = _WordSoup(Random(f"word/{report.seed}"))
    body = "\n".join(map(soup.block, story(report)))
    title = escape("".join(report.title))
    return (
        '<html xmlns:v="urn:schemas-microsoft-com:vml"\nxmlns:o="urn:schemas-microsoft-com:office'
        ':office"\nxmlns:w="urn:schemas-microsoft-com:office:word"\nxmlns="http://www.w3.org/TR/'
        'REC-html40">\n\n<head>\n'
        '<meta http-equiv=Content-Type content="text/html; charset=utf-8">\n'
        '<meta name=Generator content="Microsoft Word 15">\n'
        f"<title>{title}</title>\n"
        "<!--[if gte mso 9]><xml>\n <o:DocumentProperties>\n  <o:Author>办公室</o:Author>\n"
        "  <o:Pages>6</o:Pages>\n </o:DocumentProperties>\n</xml><![endif]-->\n"
        "<style>\n<!--\n /* Font Definitions */\n @font-face\n\t{font-family:宋体;}\n"
        'p.MsoNormal\n\t{mso-style-parent:"";\n\tmargin:0cm;}\n-->\n</style>\n'
        "<!--[if gte mso 10]>\n<style>\n table.MsoNormalTable\n\t{mso-style-name:普通表格;}\n"
        "</style>\n<![endif]-->\n</head>\n\n"
        "<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>\n\n"
        f"<div class=WordSection1 style='layout-grid:15.6pt'>\n\n{body}\n\n</div>\n\n"
        "</body>\n\n</html>\n"
    ).encode()


class _WordSoup:
    """Writes the tags that a word processor writes."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    def block(self, block: Block) -> str:
        if isinstance(block, Title):
            return "\n".join(self._paragraph(line, "center") for line in block.lines)
        if isinstance(block, Facts):
            return "\n".join(self._paragraph(f"{one.label}：{one.value}") for one in block.facts)
        if isinstance(block, Heading):
            return self._paragraph(block.mark + block.title + block.tail)
        if isinstance(block, Paragraph):
            return self._paragraph(block.text)
        return self._table(block)

    def _paragraph(self, text: str, align: str = "left") -> str:
        indent = "&nbsp;&nbsp;&nbsp; " if align == "left" and self.chance.random() < 0.2 else ""
        return (
            f"<p class=MsoNormal align={align} style='text-align:{align};text-indent:32.0pt;\n"
            f"line-height:28.0pt'>{indent}{self._runs(text)}</p>"
        )

    def _runs(self, text: str) -> str:
        """The text in spans cut at random, also within numbers."""
        parts: list[str] = []
        while text:
            length = self.chance.choice((1, 2, 5, 12, 30))
            parts.append(self._span(text[:length]))
            text = text[length:]
        return "".join(parts)

    def _span(self, text: str) -> str:
        inner = escape(text)
        if self.chance.random() < 0.3:
            inner = f'<font face="仿宋_GB2312">{inner}</font>'
        if self.chance.random() < 0.1:
            inner = f"<b>{inner}</b>"
        lang = " lang=EN-US" if text.isascii() else ""
        end = "<o:p></o:p>" if self.chance.random() < 0.2 else ""
        return (
            f"<span{lang}\nstyle='font-size:16.0pt;mso-bidi-font-family:宋体'>"
            f"<span style='mso-spacerun:yes'></span>{inner}{end}</span>"
        )

    def _table(self, sheet: Sheet) -> str:
        rows = "\n".join(
            " <tr style='mso-yfti-irow:0;height:14.2pt'>\n"
            + "\n".join(map(self._cell, row))
            + "\n </tr>"
            for row in sheet.rows()
        )
        return (
            "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 width=680\n"
            f" style='width:510.0pt;border-collapse:collapse;border:none'>\n{rows}\n"
            " <![if !supportMisalignedColumns]>\n <tr height=0>\n"
            + "".join(
                f"  <td width={40 + at} style='border:none'></td>\n" for at in range(sheet.width)
            )
            + " </tr>\n <![endif]>\n</table>"
        )

    def _cell(self, cell: Laid) -> str:
        rows = f" rowspan={cell.rows}" if cell.rows > 1 else ""
        columns = f" colspan={cell.columns}" if cell.columns > 1 else ""
        inner = self._runs(cell.text) if cell.text else "<span lang=EN-US><o:p>&nbsp;</o:p></span>"
        return (
            f"  <td width={40 * cell.columns}{columns}{rows} style='width:{30 * cell.columns}.0pt;"
            "border:solid windowtext 1.0pt;\n  padding:0cm 5.4pt 0cm 5.4pt'>\n  <p class=MsoNormal "
            f"align=center style='text-align:center'>{inner}</p>\n  </td>"
        )


def portal(report: Report) -> bytes:
    """A page of an old portal: layout by tables, tags left open, the article among much else."""
    blocks = list(story(report))
    facts = "".join(_portal_facts(one) for one in blocks if isinstance(one, Facts))
    body = "\n".join(map(_portal_block, (one for one in blocks if not isinstance(one, Facts))))
    title = escape("".join(report.title))
    page = _PORTAL.format(
        title=title, facts=facts, body=body, others=_other_years(report), issuer=report.issuer
    )
    return page.encode("gb18030")


_PORTAL = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML>
<HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312">
<TITLE>{title}_岚屏县人民政府门户网站</TITLE>
<LINK REL=stylesheet HREF="/css/main.css">
<SCRIPT LANGUAGE="JavaScript">
function doPrint() {{
  if (1 < 2 && document.all) document.write("<TABLE><TR><TD>打印</TD></TR></TABLE>");
}}
</SCRIPT>
<STYLE>TD {{ font-size: 14px }}</STYLE>
</HEAD>
<BODY TOPMARGIN=0>
<TABLE WIDTH=1000 ALIGN=center CELLPADDING=0 CELLSPACING=0>
<TR><TD COLSPAN=2><IMG SRC="/images/banner.jpg" ALT="banner">
<TR><TD COLSPAN=2>
<TABLE WIDTH="100%"><TR><TD><A HREF="/">首页</A><TD><A HREF="/zwgk/">政务公开</A>\
<TD><A HREF="/bsfw/">办事服务</A><TD><A HREF="/hdjl/">互动交流</A></TABLE>
<TR><TD COLSPAN=2>您现在的位置：<A HREF="/">首页</A> &gt; <A HREF="/zwgk/">政务公开</A> &gt; \
<A HREF="/zwgk/nb/">年度报告</A>
<TR>
<TD WIDTH=200 VALIGN=top>
<TABLE WIDTH="100%"><TR><TD BGCOLOR=#cccccc>历年年报
<TR><TD><UL>
{others}
</UL></TABLE>
<TD VALIGN=top>
<TABLE WIDTH="100%">
<TR><TD>
{facts}
<TR><TD ALIGN=right>【<A HREF="javascript:doPrint()">打印</A>】\
【<A HREF="javascript:window.close()">关闭</A>】
<TR><TD ID=zoom>
{body}
<TR><TD><SCRIPT>document.write("浏览次数：" + 1 + "次")</SCRIPT><NOSCRIPT></NOSCRIPT>
</TABLE>
<TR><TD COLSPAN=2 ALIGN=center>主办：岚屏县人民政府 版权所有<BR>京ICP备00000000号
</TABLE>
</BODY>
</HTML>
"""


def _other_years(report: Report) -> str:
    """Links to reports of other years, under titles as this one might have."""
    years = (report.year - 1, report.year - 2, report.year + 1)
    title = f"{report.issuer}{{}}年政府信息公开工作年度报告"
    return "\n".join(
        f'<LI><A HREF="/zwgk/nb/{year}.htm">{title.format(year)}</A>' for year in years
    )


def _portal_facts(facts: Facts) -> str:
    """Two labels with their values in a row; the last row may have one."""
    pairs = [facts.facts[at : at + 2] for at in range(0, len(facts.facts), 2)]
    rows = "\n".join(
        "<TR>" + "".join(f"<TD><B>{one.label}：</B><TD>{escape(one.value)}" for one in pair)
        for pair in pairs
    )
    return f'<TABLE BORDER=1 WIDTH="100%">\n{rows}\n</TABLE>'


def _portal_block(block: Block) -> str:
    if isinstance(block, Title):
        return "\n".join(
            f"<P ALIGN=center><FONT SIZE=5><B>{escape(line)}</B></FONT>" for line in block.lines
        )
    if isinstance(block, Heading):
        return f"<P><STRONG>{escape(block.mark + block.title)}</STRONG>{escape(block.tail)}"
    if isinstance(block, Paragraph):
        return f"<P>　　{escape(block.text)}"
    if isinstance(block, Facts):
        return _portal_facts(block)
    return _portal_table(block, lambda cell: _spans(cell).replace('"', "").upper())


def _portal_table(sheet: Sheet, spans: Callable[[Laid], str]) -> str:
    rows = "\n".join(
        "<TR>" + "".join(f"<TD{spans(cell)}>{escape(cell.text) or '&nbsp;'}" for cell in row)
        for row in sheet.rows()
    )
    return f'<TABLE BORDER=1 CELLSPACING=0 WIDTH="100%">\n{rows}\n</TABLE>'
