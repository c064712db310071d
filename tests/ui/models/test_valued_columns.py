"""Columns of figures and days: written as their kind is, saved as what they are."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.ui import formatting
from posim_desktop.ui.models.valued_columns import valued

if TYPE_CHECKING:
    from posim_desktop.ui.models.list_all import Column


@dataclass(frozen=True)
class Parcel:
    id: int
    number: int | None = None
    worth: Decimal | None = None
    due: date | None = None


def test_what_is_there_is_written_and_nothing_is_left_blank() -> None:
    formatting.use_store_format("en_US", "UTC")
    full = Parcel(1, 1042, Decimal("1234.5"), date(2026, 11, 3))
    columns: tuple[Column[Parcel], ...] = (
        valued("Number", Kind.NUMBER, lambda row: row.number, order="number"),
        valued("Worth", Kind.MONEY, lambda row: row.worth),
        valued("Due", Kind.DAY, lambda row: row.due),
    )
    assert [column.text(full) for column in columns] == ["1042", "1,234.50", "11/3/2026"]
    assert [column.text(Parcel(2)) for column in columns] == ["", "", ""]
    assert columns[0].text(Parcel(3, 0)) == ""
    assert [column.numeric for column in columns] == [True, True, False]
    assert [column.value is not None and column.value(full) for column in columns] == [
        full.number,
        full.worth,
        full.due,
    ]
