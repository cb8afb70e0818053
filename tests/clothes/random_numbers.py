"""Numbers of the three tables that add up, printed in the ways in which reports print them."""

from __future__ import annotations

from random import Random

from lint_disclosure.rulepack.model import TableForm
from tests.clothes.model import Cell, Cells

Amounts = dict[tuple[str, str], int]


def random_tables(chance: Random, forms: dict[str, TableForm]) -> dict[str, Cells]:
    """The cells of all tables of a form."""
    printing = _Printing(chance)
    return {
        "proactive": _proactive(chance, forms["proactive"], printing),
        "requests": printing.all(_requests(chance, forms["requests"])),
        "disputes": printing.all(_disputes(chance, forms["disputes"]), words=False),
    }


class _Printing:
    """How one report prints its numbers."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.commas = chance.random() < 0.4
        self.zeros = chance.choice(
            (("0",), ("0",), ("0", ""), ("", "0"), ("0", "/"), ("-", "0"), ("0", "", "—", "/"))
        )
        self.word = chance.choice(("", "", "无"))
        self.remarks = chance.choice((0.0, 0.1, 0.3))

    def all(self, amounts: Amounts, words: bool = True) -> Cells:
        """A note stands in few cells, words only where the table may hold them."""
        return {key: self.count(amount, 0.02, words) for key, amount in amounts.items()}

    def count(self, amount: int, remark: float = 0.0, words: bool = True) -> Cell:
        """A count; a zero may be printed as something else."""
        if amount == 0:
            return self._zero(words)
        text = f"{amount:,}" if self.commas else str(amount)
        if self.chance.random() < remark and amount > 1:
            part = self.chance.randint(1, amount)
            note = self.chance.choice(
                (f"（其中修订{part}件）", f"【含上年{part}件】", f"（{part}件）")
            )
            return Cell(text + note, "number", amount, note)
        return Cell(text, "number", amount)

    def _zero(self, words: bool) -> Cell:
        if words and self.word and self.chance.random() < 0.05:
            return Cell(self.word, "text")
        text = self.chance.choice(self.zeros)
        if text == "0":
            return Cell(text, "number", 0)
        return Cell(text, "dash" if text else "blank")

    def amount(self) -> Cell:
        """Money in 万元, with up to four decimals."""
        places = self.chance.choice((0, 1, 2, 2, 2, 4))
        whole = self.chance.choice((0, 3, 25, 167, 4218))
        if places == 0:
            return self.count(whole)
        digits = f"{self.chance.randrange(10**places):0{places}}"
        text = f"{whole:,}" if self.commas else str(whole)
        return Cell(f"{text}.{digits}", "number", f"{whole}.{digits}")

    def change(self) -> Cell:
        """A change against the year before, with its sign."""
        amount = self.chance.choice((0, 0, 1, 3, -2, -11))
        return Cell(f"{amount:+}" if amount else "0", "number", amount)


def _proactive(chance: Random, form: TableForm, printing: _Printing) -> Cells:
    cells: dict[tuple[str, str], Cell] = {}
    for row in form.rows.values():
        issued, repealed = _sparse(chance), _sparse(chance)
        stock = [issued, repealed, max(issued - repealed, 0) + _sparse(chance)]
        for at, column in enumerate(row.columns):
            kind = form.columns[column].value
            if kind == "amount":
                cells[row.key, column] = printing.amount()
            elif kind == "change":
                cells[row.key, column] = printing.change()
            elif len(row.columns) == len(stock):
                cells[row.key, column] = printing.count(stock[at], printing.remarks)
            else:
                many = chance.choice((0, 0, 9, 74, 1286, 204515))
                cells[row.key, column] = printing.count(many, printing.remarks)
    return cells


def _requests(chance: Random, form: TableForm) -> Amounts:
    *applicants, total = form.columns
    received, carried_in, *results, all_results, carried_out = form.rows
    amounts: Amounts = {}
    busy = chance.choice((0.0, 0.1, 0.3, 0.6))
    for column in applicants:
        for row in (*results, carried_out):
            amounts[row, column] = _sparse(chance) if chance.random() < busy else 0
        resolved = sum(amounts[row, column] for row in results)
        due = resolved + amounts[carried_out, column]
        amounts[all_results, column] = resolved
        amounts[carried_in, column] = chance.randint(0, min(due, 5))
        amounts[received, column] = due - amounts[carried_in, column]
    for row in form.rows:
        amounts[row, total] = sum(amounts[row, column] for column in applicants)
    return {key: amounts[key] for key in form.cells()}


def _disputes(chance: Random, form: TableForm) -> Amounts:
    *outcomes, total = form.columns
    amounts: Amounts = {}
    for row in form.rows:
        for column in outcomes:
            amounts[row, column] = chance.choice((0, 0, 0, 0, 1, 2, 12))
        amounts[row, total] = sum(amounts[row, column] for column in outcomes)
    return {key: amounts[key] for key in form.cells()}


def _sparse(chance: Random) -> int:
    return chance.choice((0, 0, 1, 1, 2, 3, 7, 14, 32, 258, 1402))
