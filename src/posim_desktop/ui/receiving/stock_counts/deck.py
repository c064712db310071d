"""The deck of Stock Counts, working ones first. Serves the guide's page "Count the stock"."""

from collections.abc import Sequence

from PySide6.QtGui import QIcon
from typing_extensions import override

from posim_desktop.domain.changes import Record
from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.domain.receiving.stock_counts import CountStatus, Extent
from posim_desktop.queries.deck import EVERYTHING, DeckPart, Found
from posim_desktop.queries.receiving.stock_counts import DECK, StockCountRow
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.models.valued_columns import valued
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.receiving.stock_counts.card import StockCountCard
from posim_desktop.ui.receiving.stock_counts.dialogs import NewCountDialog
from posim_desktop.ui.receiving.stock_counts.words import STATUS_PICTURES, extent_word, status_word, tr
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec, IndexTab


class StockCountDeck(Deck):
    """Stock counts; Add asks what is to be counted."""

    @override
    def add_new(self) -> None:
        if not self.leave():
            return
        dialog = NewCountDialog(self, self.operations)
        dialog.begun.connect(self.open_record)
        dialog.finished.connect(self.activateWindow)
        dialog.open()


def stock_count_deck(operations: Operations, navigator: Navigator) -> Deck:
    """Make the deck of Stock Counts."""
    del navigator  # links go out by the card's signal
    spec = DeckSpec(
        title=tr("Stock Counts"),
        record=Record.STOCK_COUNT,
        query=DECK,
        columns=_columns(),
        make_card=lambda: StockCountCard(operations),
        neighbor=lambda row: (_number(row), _extent(row), status_word(CountStatus(row.status)), _begun(row)),
        empty_text=tr(
            "There are no stock counts.\n\nPress Add to count everything, one department, or only what you scan."
        ),
        can_add=True,
        find_hint=tr("Number, item or note"),
        card_takes_scans=True,
        tabs=(
            IndexTab(tr("Working"), Found(part=DeckPart.WORKING)),
            IndexTab(tr("Posted"), Found(part=DeckPart.POSTED)),
            IndexTab(tr("Discarded"), Found(part=DeckPart.DISCARDED)),
            IndexTab(tr("All"), EVERYTHING),
        ),
        also=frozenset({Record.ITEM}),
    )
    return StockCountDeck(spec, operations)


def _number(row: StockCountRow) -> str:
    return str(row.number) if row.number else ""


def _extent(row: StockCountRow) -> str:
    return extent_word(Extent(row.extent), row.department)


def _begun(row: StockCountRow) -> str:
    return formatting.date_time(row.created_at)


def _columns() -> Sequence[Column[StockCountRow]]:
    def status_icon(row: StockCountRow) -> QIcon:
        picture, role = STATUS_PICTURES[CountStatus(row.status)]
        return icon(picture, role=role)

    return (
        valued(tr("Number"), Kind.NUMBER, lambda row: row.number, order="number", width=10),
        Column(tr("Status"), lambda row: status_word(CountStatus(row.status)), "status", width=13, icon=status_icon),
        Column(tr("Started"), _begun, "since", width=18),
        Column(tr("Counts"), _extent, width=22),
        valued(tr("Items"), Kind.COUNT, lambda row: row.items, width=8),
        Column(tr("Begun By"), lambda row: row.employee, "employee", width=18),
        Column(tr("Note"), lambda row: row.note, width=26),
    )
