"""Columns of List All that hold a number, an amount, a day or a moment: written as its kind is, and saved as itself."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from posim_desktop.domain.exchange.sheets import Kind, Value
from posim_desktop.queries.deck import DeckRow
from posim_desktop.ui import formatting
from posim_desktop.ui.models.list_all import Column

Row = TypeVar("Row", bound=DeckRow)

_WRITERS: Mapping[Kind, Callable[[Any], str]] = MappingProxyType(
    {
        Kind.NUMBER: lambda number: str(number or ""),
        Kind.COUNT: formatting.count,
        Kind.QUANTITY: formatting.quantity,
        Kind.MONEY: formatting.money,
        Kind.DAY: formatting.date,
        Kind.MOMENT: formatting.date_time,
    }
)


def valued(label: str, kind: Kind, value: Callable[[Row], Value], *, order: str = "", width: int = 12) -> Column[Row]:
    """Make a column of a kind of figures, or of days or moments.

    Args:
        label: Its heading.
        kind: What its cells hold.
        value: Gives a row's; None for nothing. Documents without a number have none or zero.
        order: As in :class:`Column`.
        width: In characters.
    """
    write = _WRITERS[kind]

    def text(row: Row) -> str:
        held = value(row)
        return "" if held is None else write(held)

    return Column(
        label, text, order, numeric=kind.is_figure or kind is Kind.NUMBER, width=width, kind=kind, value=value
    )
