"""The page in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lint_disclosure.render.json import file_dict
from tests.render.html.conftest import EXAMPLES, Linted, Open, page

WITH_FINDINGS = (
    "arithmetic.txt", "cells.txt", "changes-left.docx", "dates.txt", "old-form.txt",
    "preamble.txt", "structure.txt", "table-as-picture.html", "table-shape.txt",
    "text-against-table.txt", "wording.txt",
)  # fmt: skip

READ = """() => [...document.querySelectorAll('.note')].map(note => {
  const number = note.querySelector('.b').textContent;
  const plain = node => {
    const copy = node.cloneNode(true);
    copy.querySelectorAll('.b').forEach(one => one.remove());
    return copy.textContent;
  };
  const badge = document.querySelector(`a.b[id$="p${number}"]`);
  let before = '';
  if (badge) {
    const range = document.createRange();
    range.setStart(badge.closest('p,h4,h5,h6,th,td,li,caption'), 0);
    range.setEndBefore(badge);
    before = plain({cloneNode: () => { const box = document.createElement('div');
      box.append(range.cloneContents()); return box; }});
  }
  return {
    fingerprint: note.dataset.fingerprint,
    text: plain(note),
    cell: badge && badge.closest('td') ? badge.closest('td').dataset.cell : null,
    solid: badge && badge.closest('td') ? badge.closest('td').classList.contains('p') : null,
    before,
    others: [...document.querySelectorAll('td a.b.r')]
      .filter(one => one.hash === '#' + note.id).map(one => one.closest('td').dataset.cell),
  };
})"""


def cell_of(place: dict[str, Any]) -> str | None:
    parts = [place["table"], place["row"], place["column"]]
    return ".".join(parts) if all(parts) else None


@pytest.mark.parametrize("name", WITH_FINDINGS)
def test_findings_and_places_equal_the_json(name: str, linted: Linted, view: Open) -> None:
    result = linted(EXAMPLES / name)
    expected = file_dict(result)["findings"]
    assert expected
    opened = view(page(result))
    read = {one["fingerprint"]: one for one in opened.evaluate(READ)}
    assert read.keys() == {one["fingerprint"] for one in expected}
    assert len(opened.query_selector_all(".note")) == len(expected)
    assert len(opened.query_selector_all(".list li")) == len(expected)
    lines = result.source.text.split("\n") if result.source else []
    for finding in expected:
        told = read[finding["fingerprint"]]
        assert finding["message"] in told["text"]
        assert finding["rule"] in told["text"]
        wanted = cell_of(finding["place"])
        assert told["cell"] == wanted
        if wanted:
            assert told["solid"]
        elif finding["place"]["table"]:
            assert told["before"]
        elif told["before"] and name.endswith(".txt"):
            at = finding["location"]
            end = at["end_column"] - 1 if at["line"] == at["end_line"] else None
            assert told["before"].endswith(lines[at["line"] - 1][at["column"] - 1 : end].strip())
        related = {cell_of(one["place"]) for one in finding["related"]} - {None, wanted}
        assert related <= set(told["others"])
        for change in finding["repair"]["changes"] if finding["repair"] else ():
            assert str(change["to"]) in told["text"]


def test_the_suspected_cell_shows_its_likeliest_number(linted: Linted, view: Open) -> None:
    opened = view(page(linted(EXAMPLES / "arithmetic.txt")))
    cell = opened.locator('td[data-cell="requests.received.natural_person"]')
    assert cell.inner_text().split()[:1] == ["46"]
    assert cell.locator("ins").text_content() == "最可能应为→64"
    style = "e => getComputedStyle(e).outlineStyle"
    assert cell.evaluate(style) == "solid"
    other = opened.locator('td[data-cell="requests.received.enterprise"]')
    assert other.evaluate(style) == "dashed"


def test_where_nothing_decides_no_number_is_proposed_in_a_cell(linted: Linted, view: Open) -> None:
    opened = view(page(linted(EXAMPLES / "arithmetic.txt")))
    assert opened.locator('td[data-cell="disputes.reconsideration.total"] ins').count() == 0


def test_a_finding_leads_to_its_place_and_back(linted: Linted, view: Open) -> None:
    opened = view(page(linted(EXAMPLES / "arithmetic.txt")))
    for link in opened.query_selector_all("main a[href^='#']"):
        target = link.get_attribute("href")[1:]
        assert opened.query_selector(f"[id='{target}']"), target
    opened.click(".list a")
    assert opened.evaluate("location.hash") == "#r1f1"
    opened.click("#r1f1 .where a")
    assert opened.evaluate("document.querySelector(':target').closest('td').dataset.cell") == (
        "requests.received.natural_person"
    )


def test_by_keyboard_the_first_stop_skips_to_the_report(linted: Linted, view: Open) -> None:
    opened = view(page(linted(EXAMPLES / "cells.txt")))
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.textContent") == "跳到正文"
    opened.keyboard.press("Enter")
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.closest('.list') !== null")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(lang: str, scheme: str, linted: Linted, view: Open, axe: str) -> None:
    results = [linted(EXAMPLES / name, lang) for name in (*WITH_FINDINGS, "clean.txt")]
    for shown in (page(*results, lang=lang), page(results[0], lang=lang)):
        opened = view(shown, color_scheme=scheme)
        opened.evaluate(axe)
        found = opened.evaluate("axe.run().then(done => done.violations)")
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


@pytest.mark.parametrize("name", WITH_FINDINGS)
def test_at_360_pixels_only_tables_scroll(name: str, linted: Linted, view: Open) -> None:
    opened = view(page(linted(EXAMPLES / name)), viewport={"width": 360, "height": 740})
    assert opened.evaluate("document.documentElement.scrollWidth") == 360


def test_printed_pages_are_a4_and_show_all_columns(
    linted: Linted, view: Open, tmp_path: Path
) -> None:
    opened = view(page(linted(EXAMPLES / "arithmetic.txt")), viewport={"width": 680, "height": 900})
    opened.emulate_media(media="print")
    assert opened.evaluate(
        "[...document.querySelectorAll('.scroll')].every(e => e.scrollWidth <= e.clientWidth)"
    )
    colours = opened.evaluate(
        "[...new Set([...document.querySelectorAll('main *')].map(e => getComputedStyle(e).color))]"
    )
    greys = [one.removeprefix("rgb(").removesuffix(")").split(", ") for one in colours]
    assert all(len(set(grey)) == 1 for grey in greys)
    pdf = opened.pdf(prefer_css_page_size=True)
    assert b"/MediaBox [0 0 594.95996 841.91998]" in pdf or b"/MediaBox [0 0 595" in pdf


def test_the_list_of_reports_is_sorted_by_a_click(linted: Linted, view: Open) -> None:
    opened = view(page(*(linted(EXAMPLES / name) for name in ("clean.txt", *WITH_FINDINGS[:3]))))
    names = "[...document.querySelectorAll('.index tbody th')].map(e => e.textContent)"
    assert opened.evaluate(names) == [
        "clean.txt", "arithmetic.txt", "cells.txt", "changes-left.docx"
    ]  # fmt: skip
    button = opened.get_by_role("button", name="文件")
    button.click()
    assert opened.evaluate(names)[0] == "arithmetic.txt"
    button.press("Enter")
    assert opened.evaluate(names)[0] == "clean.txt"
    assert opened.evaluate("document.querySelector('[aria-sort]').ariaSort") == "descending"
    opened.get_by_role("button", name="警告").click()
    counts = [
        int(text) for text in opened.locator(".index tbody td:nth-child(6)").all_inner_texts()
    ]
    assert counts == sorted(counts)
    assert opened.said == []


def test_everything_is_there_without_a_script(linted: Linted, view: Open) -> None:
    results = [linted(EXAMPLES / name) for name in WITH_FINDINGS]
    opened = view(page(*results), java_script_enabled=False)
    assert len(opened.query_selector_all(".note")) == sum(len(one.findings) for one in results)
    assert opened.query_selector("button") is None


HOSTILE = (
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    '"><svg onload=window.hit=1>',
    "'><iframe src=javascript:parent.hit=1></iframe>",
    "</style><script>window.hit=1</script>",
    "--></title><body onload=window.hit=1>",
    "<a href=javascript:window.hit=1>点</a>",
    "&lt;b&gt;",
    "<meta http-equiv=refresh content=0;url=https://example.org/>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "`${window.hit=1}`",
)


@pytest.mark.parametrize("bad", HOSTILE)
def test_a_hostile_report_runs_nothing(bad: str, linted: Linted, view: Open, pack: Any) -> None:
    text = pack.forms["2021"].specimen
    row = "一、本年新收政府信息公开申请数量 | 7 | 3 | 0 | 0 | 1 | 0 | 11 |"
    assert row in text
    text = (
        text.replace(
            row, f"一、本年新收政府信息公开申请数量 | 7 | 3 | {bad} | 0 | 1 | 0 | 12 |\n{bad} | 1 |"
        )
        .replace(
            "一、总体情况\n",
            f"一、总体情况\n2024年，的的{bad}公开XX次{bad}。\n（一）{bad}\n{bad}\n",
        )
        .replace("六、其他需要报告的事项", f"六、其他需要报告的事项{bad}")
    )
    text = f"{bad}县水利局{text}"
    first, second = linted(text, name=f"{bad}.txt"), linted(text, name="b.txt")
    assert first.findings
    opened = view(page(first, second))
    opened.wait_for_timeout(50)
    assert opened.evaluate("window.hit") is None
    assert opened.said == []
    strange = "script, img, svg, iframe, object, embed, style, link, meta, base, form, input"
    assert opened.evaluate(f"document.body.querySelectorAll('{strange}').length") == 1
    assert opened.evaluate("document.querySelectorAll('[onload], [onerror], [style]').length") == 0
    assert "".join(bad.split()) in "".join(opened.locator("main").inner_text().split())


def test_even_markup_that_got_in_would_run_nothing(linted: Linted, view: Open) -> None:
    html = page(*(linted(EXAMPLES / name) for name in WITH_FINDINGS[:2]))
    spot = '<main id="main" tabindex="-1">'
    assert spot in html
    bad = "<script>window.hit=1</script><img src=https://example.org/a.png onerror=window.hit=1>"
    opened = view(html.replace(spot, spot + bad))
    opened.wait_for_timeout(50)
    assert opened.evaluate("window.hit") is None
    assert opened.evaluate("document.images[0].naturalWidth") == 0
    assert len([one for one in opened.said if "Content Security Policy" in one]) >= 2
