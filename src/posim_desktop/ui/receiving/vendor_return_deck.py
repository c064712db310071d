"""The deck of returns to vendors. Serves the guide's page "Return to vendor"."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from posim_desktop.domain.changes import Record
from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.domain.receiving.vendor_returns import VendorReturnStatus
from posim_desktop.queries.deck import EVERYTHING, DeckPart, Found
from posim_desktop.queries.receiving.vendor_returns import (
    DECK,
    VendorReturnRow,
)
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.models.valued_columns import valued
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.receiving.vendor_return import VendorReturnCard, status_word
from posim_desktop.ui.receiving.vendor_return_dialogs import (
    NewVendorReturnDialog,
)
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec, IndexTab


class VendorReturnDeck(Deck):
    """Returns to vendors; Add asks to whom."""

    @override
    def add_new(self) -> None:
        if not self.leave():
            return
        dialog = NewVendorReturnDialog(self, self.operations)
        dialog.written.connect(self.open_record)
        dialog.open()


def vendor_return_deck(operations: Operations, navigator: Navigator) -> Deck:
    """Make the deck of returns to vendors."""
    del navigator  # links go out by the card's signal
    spec = DeckSpec(
        title=_tr("Returns to Vendors"),
        record=Record.VENDOR_RETURN,
        query=DECK,
        columns=_columns(),
        make_card=lambda: VendorReturnCard(operations),
        neighbor=lambda row: (row.vendor, _number(row.number), status_word(row.status)),
        empty_text=_tr(
            "Nothing went back to a vendor yet.\n\nPress Add for goods from the shelf. Goods of one delivery go back "
            "from its receiving log."
        ),
        can_add=True,
        find_hint=_tr("Number, vendor, authorization or item"),
        tabs=(
            IndexTab(_tr("Working"), Found(part=DeckPart.WAITING)),
            IndexTab(_tr("Posted"), Found(part=DeckPart.CLOSED)),
            IndexTab(_tr("All"), EVERYTHING),
        ),
        also=frozenset({Record.VENDOR}),
    )
    return VendorReturnDeck(spec, operations)


def _columns() -> Sequence[Column[VendorReturnRow]]:
    def status_icon(row: VendorReturnRow) -> Any:  # noqa: ANN401 - a QIcon
        working = row.status is VendorReturnStatus.WORKING
        return icon("pencil", role="attention") if working else icon("circle-check", role="muted")

    return (
        valued(_tr("Number"), Kind.NUMBER, lambda row: row.number, order="number", width=10),
        Column(_tr("Status"), lambda row: status_word(row.status), order="status", width=13, icon=status_icon),
        valued(_tr("Started"), Kind.MOMENT, lambda row: row.created_at, order="since", width=18),
        Column(_tr("Vendor"), lambda row: row.vendor, order="vendor", width=30),
        Column(_tr("Return Authorization"), lambda row: row.rma_number, width=20),
        valued(_tr("Lines"), Kind.COUNT, lambda row: row.lines, width=8),
    )


def _number(figure: int) -> str:
    return str(figure) if figure else ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("VendorReturns", words)
