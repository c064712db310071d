"""The deck of Special Orders. Serves the guide's page on special orders."""

from collections.abc import Sequence

from PySide6.QtGui import QIcon

from posim_desktop.domain.changes import Record
from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.domain.sales.special_orders import SpecialOrderStatus
from posim_desktop.queries.deck import EVERYTHING, DeckPart, Found
from posim_desktop.queries.sales import special_orders as queries
from posim_desktop.queries.sales.special_orders import SpecialOrderRow
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.models.valued_columns import valued
from posim_desktop.ui.navigator import Navigator, Place
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.sales.special_orders.card import SpecialOrderCard
from posim_desktop.ui.sales.special_orders.words import STATUS_PICTURES, status_word, tr
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec, IndexTab


def special_order_deck(operations: Operations, navigator: Navigator) -> Deck:
    """Make the deck of Special Orders."""
    card = SpecialOrderCard(operations)
    spec = DeckSpec(
        title=tr("Special Orders"),
        record=Record.SPECIAL_ORDER,
        query=queries.DECK,
        columns=_columns(),
        make_card=lambda: card,
        neighbor=lambda row: (row.customer or tr("nobody yet"), row.first, formatting.day_of(row.created_at)),
        empty_text=tr(
            "There are no special orders.\n\nPress Add when a customer wants something ordered: goods that the shop "
            "carries, or something it never had."
        ),
        can_add=True,
        find_hint=tr("Number, customer, item or note"),
        card_takes_scans=True,
        tabs=(
            IndexTab(tr("Working"), Found(part=DeckPart.WORKING)),
            IndexTab(tr("Posted"), Found(part=DeckPart.POSTED)),
            IndexTab(tr("Discarded"), Found(part=DeckPart.DISCARDED)),
            IndexTab(tr("All"), EVERYTHING),
        ),
        also=frozenset({Record.CUSTOMER, Record.ITEM, Record.VENDOR, Record.BACKORDER}),
    )
    deck = Deck(spec, operations)

    def show_backorders(customer_id: int) -> None:
        navigator.open_found(Place.BACKORDERS, Found(customer_id=customer_id, label=tr("Their backorders")))

    card.customer_backorders_requested.connect(show_backorders)
    return deck


def _columns() -> Sequence[Column[SpecialOrderRow]]:
    def status_icon(row: SpecialOrderRow) -> QIcon:
        picture, role = STATUS_PICTURES[SpecialOrderStatus(row.status)]
        return icon(picture, role=role)

    return (
        valued(tr("Number"), Kind.NUMBER, lambda row: row.number, order="number", width=9),
        valued(tr("Started"), Kind.MOMENT, lambda row: row.created_at, order="since", width=18),
        Column(
            tr("Status"), lambda row: status_word(SpecialOrderStatus(row.status)), "status", width=13, icon=status_icon
        ),
        Column(tr("Customer"), lambda row: row.customer, "customer", width=24),
        Column(tr("Phone"), lambda row: row.phone, width=16),
        Column(tr("Needed By"), _needed, "needed", width=12),
        Column(tr("First Line"), lambda row: row.first, width=28),
        valued(tr("Lines"), Kind.COUNT, lambda row: row.lines, width=7),
        Column(tr("Taken By"), lambda row: row.employee, "employee", width=16),
    )


def _needed(row: SpecialOrderRow) -> str:
    return "" if row.needed_by is None else formatting.date(row.needed_by)
