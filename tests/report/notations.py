"""The ways in which a published table ends up as text: one table, written in each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Rows = Sequence[tuple[str, Sequence[str]]]
"""A label and its cells; a row without cells is a caption or a header."""

Notation = Callable[[Rows], str]


def bars(rows: Rows) -> str:
    return "\n".join(" | ".join([label, *cells]) + " |" for label, cells in rows)


def bars_padded_at_the_end(rows: Rows) -> str:
    width = max(len(cells) for _, cells in rows) + 3
    return "\n".join(
        " | ".join([label, *cells]) + " |" + "|" * (width - len(cells)) for label, cells in rows
    )


def markdown(rows: Rows) -> str:
    lines = ["| " + " | ".join([label, *cells]) + " |" for label, cells in rows]
    return "\n".join([lines[0], "|---|---|", *lines[1:]])


def empty_leading_column(rows: Rows) -> str:
    return "\n".join("| | " + " | ".join([label, *cells]) + " |" for label, cells in rows)


def tabs(rows: Rows) -> str:
    return "\n".join("\t".join([label, *cells]) for label, cells in rows)


def a_cell_a_line_with_bars(rows: Rows) -> str:
    return "\n".join(
        "\n".join(f"{cell} |" for cell in [label, *cells]) + "\n||" for label, cells in rows
    )


def bars_on_their_own_lines(rows: Rows) -> str:
    return "\n".join(
        "\n".join(f"{cell}\n|" if cell else "|" for cell in [label, *cells])
        for label, cells in rows
    )


def runs_of_spaces(rows: Rows) -> str:
    return "\n".join("    ".join([label, *cells]) for label, cells in rows)


def single_spaces(rows: Rows) -> str:
    return "\n".join(" ".join([label, *cells]) for label, cells in rows)


def a_cell_a_line(rows: Rows) -> str:
    return "\n\n".join(cell for label, cells in rows for cell in [label, *cells])


def glued(rows: Rows) -> str:
    return "\n".join("".join([label, *cells]) for label, cells in rows)


SHOW_BLANKS: tuple[Notation, ...] = (
    bars,
    bars_padded_at_the_end,
    markdown,
    empty_leading_column,
    tabs,
    a_cell_a_line_with_bars,
    bars_on_their_own_lines,
)
"""Notations in which a blank cell can be seen."""

HIDE_BLANKS: tuple[Notation, ...] = (runs_of_spaces, single_spaces, a_cell_a_line)
"""Notations in which a blank cell leaves no trace."""
