"""A report, or a list as it is shown, on paper. Serves the guide's page "Reports"."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.exchange.sheets import DataSheet, Kind, Value
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.printing.layout import Head, lay_out, letter_head, row, table
from posim_desktop.printing.pages import Pages

_LETTERS_LOOKED_AT = 100
_MOST_LETTERS, _LEAST_LETTERS = 40, 5
_STYLE = "td { padding: 2px 6px 2px 0; } th { padding: 4px 6px 4px 0; } .sums td { border-top: 1px solid #888888; }"

Write = Callable[[Any, Kind], str]
"""Writes a value of a kind in the store's manner."""


def report_pages(sheet: DataSheet, shop: ShopPreferences, write: Write, printed_at: str) -> Pages:
    """Lay a sheet out: title, what it was asked for, and the table with its heads on every page."""
    about = "<br>".join(escape(line) for line in sheet.about)
    right = f"<h1>{escape(sheet.title)}</h1>{about}"
    texts = [[_text(value, column.kind, write) for value, column in _cells(sheet, line)] for line in sheet.rows]
    sums = [_text(value, column.kind, write) for value, column in _cells(sheet, sheet.sums)] if sheet.sums else []
    heads = _heads(sheet, [*texts, sums] if sums else texts)
    rows = [row(heads, [escape(text) for text in line]) for line in texts]
    if sums:
        sums[0] = sums[0] or _tr("Total")
        rows.append(row(heads, [f"<b>{escape(text)}</b>" for text in sums]))
    foot = _tr("{title} · {moment}").format(title=sheet.title, moment=printed_at)
    return lay_out(sheet.title, letter_head(shop, right) + table(heads, rows), shop, style=_STYLE, foot=foot)


def _cells(sheet: DataSheet, line: Sequence[Value]) -> Any:  # noqa: ANN401 - pairs of a value and its column
    return zip(line, sheet.columns, strict=True)


def _text(value: Value, kind: Kind, write: Write) -> str:
    return value if isinstance(value, str) else write(value, kind)


def _heads(sheet: DataSheet, texts: Sequence[Sequence[str]]) -> list[Head]:
    """Share the width of the paper by how long the texts are."""
    letters = []
    for place, column in enumerate(sheet.columns):
        longest = max((len(line[place]) for line in texts[:_LETTERS_LOOKED_AT]), default=0)
        word = max(map(len, column.label.split()), default=0)
        letters.append(min(_MOST_LETTERS, max(_LEAST_LETTERS, longest, word)))
    whole = sum(letters)
    return [
        Head(column.label, "right" if column.kind.is_figure else "left", max(1, 100 * count // whole))
        for column, count in zip(sheet.columns, letters, strict=True)
    ]


def _tr(words: str) -> str:
    return QCoreApplication.translate("report_pages", words)
