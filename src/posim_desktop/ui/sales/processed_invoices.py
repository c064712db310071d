"""The deck of Processed Invoices and its menu. Serves the guide's page "Processed invoices"."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QMenu,
)
from typing_extensions import override

from posim_desktop.domain.changes import Record
from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.queries.deck import Step
from posim_desktop.queries.sales.decks import PROCESSED, ProcessedInvoiceRow
from posim_desktop.ui import formatting
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.models.valued_columns import valued
from posim_desktop.ui.navigator import Navigator, Place
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.sales.processed_invoice import ProcessedInvoiceCard
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec


class ProcessedInvoiceDeck(Deck):
    """The deck of Processed Invoices, the newest first: left there, it comes back on the newest of then."""

    _was_on_newest = False

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        as_opened = not self.is_listing and self.found.is_everything and self.order == self.spec.query.first_order
        self._was_on_newest = as_opened and not self.head.arrows[Step.FIRST].isEnabled()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._was_on_newest:
            self.go(Step.FIRST)


def _neighbor(row: ProcessedInvoiceRow) -> tuple[str, ...]:
    day, total = formatting.day_of(row.processed_at), formatting.money(row.total)
    return row.customer or _tr("No customer"), str(row.number), day, total


def processed_invoice_deck(operations: Operations, navigator: Navigator) -> Deck:
    """Make the deck of Processed Invoices."""
    columns: tuple[Column[ProcessedInvoiceRow], ...] = (
        valued(_tr("Number"), Kind.NUMBER, lambda row: row.number, order="number", width=10),
        valued(_tr("Date"), Kind.MOMENT, lambda row: row.processed_at, order="date", width=20),
        Column(_tr("Customer"), lambda row: row.customer, order="customer", width=30),
        Column(_tr("Phone"), lambda row: row.phone, width=18),
        valued(_tr("Total"), Kind.MONEY, lambda row: row.total, order="total", width=14),
    )
    spec = DeckSpec(
        title=_tr("Processed Invoices"),
        record=Record.INVOICE,
        query=PROCESSED,
        columns=columns,
        make_card=lambda: ProcessedInvoiceCard(operations),
        empty_text=_tr("Nothing has been posted yet. Invoices appear here once they are posted at the till."),
        find_hint=_tr("Number, customer, item, serial no."),
        neighbor=_neighbor,
        also=frozenset({Record.BACKORDER}),
    )
    deck = ProcessedInvoiceDeck(spec, operations)
    _add_menu(deck, navigator)
    return deck


def _add_menu(deck: Deck, navigator: Navigator) -> None:
    card = deck.card
    if not isinstance(card, ProcessedInvoiceCard):
        return

    def open_working(invoice_id: int) -> None:
        screen = navigator.open(Place.WORKING_INVOICES)
        if screen is not None:
            screen.open_record(invoice_id)

    card.filled_by.connect(open_working)
    card.working_made.connect(open_working)
    menu = QMenu(_tr("&Invoice"), deck)
    for label, keys, slot in (
        (_tr("&Print…"), "Ctrl+P", card.open_preview),
        (_tr("&Save PDF…"), "Ctrl+S", card.open_save),
        (_tr("&Fill Backorders…"), "", card.open_fill),
        (_tr("&Return Items…"), "Ctrl+R", card.open_return),
        (_tr("Re&verse…"), "", card.open_reverse),
        (_tr("&Duplicate"), "", card.duplicate),
    ):
        action = QAction(label, deck)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        menu.addAction(action)
        deck.addAction(action)
    deck.menus = [menu]


def _tr(words: str) -> str:
    return QCoreApplication.translate("ProcessedInvoices", words)
