"""The first rows of a file as cards: what is changed, lost or refused is told at its cell."""

from decimal import Decimal

from posim_desktop.services.exchange.import_files import ImportOptions, read_file
from posim_desktop.services.exchange.import_preview import PreviewRow, RowOutcome, first_rows, shown_fields
from seeding import Till


def test_cells_say_what_becomes_of_them(till: Till) -> None:
    file = b"SKU,Name,Price,Stock\nT-1,Pot,12.50,3\nT-2,Cup,-4,2\nT-3,,1,1\n"
    options = ImportOptions(proposed=True)
    reading = read_file(file, "list.csv", None, options)
    with till.engine.connect() as connection:
        rows = first_rows(connection, reading, options)
    assert shown_fields(reading) == ("code", "description", "price", "on_hand")
    assert [row.outcome for row in rows] == [RowOutcome.NEW, RowOutcome.NEW, RowOutcome.REFUSED]
    assert _changed(rows[0]) == {}
    assert _changed(rows[1]) == {"-4": Decimal(0)}
    assert rows[2].refusal is not None


def _changed(row: PreviewRow) -> dict[str, object]:
    return {cell.written: cell.becomes for cell in row.cells if cell.is_changed}
