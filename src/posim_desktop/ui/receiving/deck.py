"""The deck of Receiving Logs, working ones first. Serves the guide's page "Receive"."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from posim_desktop.domain.changes import Record
from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.queries.deck import EVERYTHING, DeckPart, Found
from posim_desktop.queries.receiving.deck import DECK, ReceivingLogRow
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.models.valued_columns import valued
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.receiving.card import ReceivingLogCard
from posim_desktop.ui.receiving.new_receiving_log import NewReceivingLogDialog
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec, IndexTab


class ReceivingLogDeck(Deck):
    """Receiving logs; Add asks which delivery it is."""

    @override
    def add_new(self) -> None:
        if not self.leave():
            return
        dialog = NewReceivingLogDialog(self, self.operations)
        dialog.chosen.connect(self.open_record)
        dialog.finished.connect(self.activateWindow)
        dialog.open()


def receiving_log_deck(operations: Operations, navigator: Navigator) -> Deck:
    """Make the deck of Receiving Logs."""
    del navigator  # links go out by the card's signal
    spec = DeckSpec(
        title=_tr("Receiving Logs"),
        record=Record.RECEIVING_LOG,
        query=DECK,
        columns=_columns(),
        make_card=lambda: ReceivingLogCard(operations),
        neighbor=lambda row: (row.vendor, _number(row.number), _status(row), formatting.date(row.received_on)),
        empty_text=_tr(
            "There are no receiving logs.\n\nWhen a delivery arrives, press Add and choose its purchase order, or "
            "the vendor if it came without one."
        ),
        can_add=True,
        find_hint=_tr("Number, vendor, vendor invoice, PO or item"),
        card_takes_scans=True,
        tabs=(
            IndexTab(_tr("Working"), Found(part=DeckPart.WAITING)),
            IndexTab(_tr("Posted"), Found(part=DeckPart.CLOSED)),
            IndexTab(_tr("All"), EVERYTHING),
        ),
        also=frozenset({Record.PURCHASE_ORDER}),
    )
    return ReceivingLogDeck(spec, operations)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReceivingLogs", text)


def _number(figure: int) -> str:
    return str(figure) if figure else ""


def _is_working(row: ReceivingLogRow) -> bool:
    return row.status is ReceivingStatus.WORKING


def _status(row: ReceivingLogRow) -> str:
    return _tr("Working") if _is_working(row) else _tr("Posted")


def _columns() -> Sequence[Column[ReceivingLogRow]]:
    def status_icon(row: ReceivingLogRow) -> Any:  # noqa: ANN401 - a QIcon
        return icon("pencil", role="attention") if _is_working(row) else icon("circle-check", role="muted")

    return (
        valued(_tr("Number"), Kind.NUMBER, lambda row: row.number, order="number", width=10),
        Column(
            _tr("Status"),
            _status,
            order="status",
            width=13,
            icon=status_icon,
        ),
        valued(_tr("Received On"), Kind.DAY, lambda row: row.received_on, order="date", width=13),
        Column(_tr("Vendor"), lambda row: row.vendor, order="vendor", width=30),
        valued(_tr("Purchase Order"), Kind.NUMBER, lambda row: row.purchase_order, order="purchase_order", width=15),
        valued(_tr("Lines"), Kind.COUNT, lambda row: row.lines, width=8),
        Column(_tr("Vendor Invoice"), lambda row: row.vendor_invoice, width=20),
    )
