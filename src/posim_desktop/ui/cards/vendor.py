"""The Vendor card and its deck. Serves the guide's page on vendors."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.cards.cards import VendorFields
from posim_desktop.domain.changes import Record
from posim_desktop.domain.permits import Permission
from posim_desktop.queries.cards import still_has
from posim_desktop.queries.cards import vendors as vendor_queries
from posim_desktop.queries.cards.vendors import VendorDetails, VendorRow
from posim_desktop.services.cards import vendors
from posim_desktop.ui import formatting
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec
from posim_desktop.ui.widgets.edits import MoneyEdit, QuantityEdit, TextEdit
from posim_desktop.ui.widgets.filed_card import FiledCard, archived_column
from posim_desktop.ui.widgets.filing import Filing
from posim_desktop.ui.widgets.inputs import LinesEdit


class VendorCard(FiledCard[VendorDetails]):
    """A vendor the shop buys from."""

    filing = Filing(
        "vendor_id",
        VendorFields,
        vendor_queries.details,
        vendors.add,
        vendors.change,
        vendors.archive,
        vendors.bring_back,
        vendors.delete,
        Permission.EDIT_VENDORS,
        still_has.of_vendor,
    )

    @override
    def build_form(self, body: QVBoxLayout) -> None:
        section = self.form.section()
        section.add("name", self.tr("Name"), TextEdit(text.NAME))
        code = section.add("code", self.tr("Vendor ID"), TextEdit(text.CODE))
        code.setPlaceholderText(self.tr("automatic"))
        section.add("contact", self.tr("Contact"), TextEdit(text.NAME))
        section.add("account_number", self.tr("Account Number"), TextEdit(text.SHORT))
        section.add("phone", self.tr("Phone"), TextEdit(text.SHORT))
        section.add("email", self.tr("Email"), TextEdit(text.EMAIL))
        section.add("minimum_amount", self.tr("Smallest Order"), MoneyEdit("minimum_amount"))
        section.add("minimum_units", self.tr("Smallest Order, Units"), QuantityEdit("minimum_units", zero=True))
        section.add("address", self.tr("Address"), LinesEdit(3), wide=True)
        section.add("notes", self.tr("Notes"), LinesEdit(3), wide=True)
        self.items_label = section.show_text(self.tr("Items"), "items")
        body.addWidget(section)

    @override
    def show_rest(self, details: VendorDetails | None) -> None:
        self.items_label.setText(
            self.tr("{count} with this vendor as Preferred Vendor").format(
                count=formatting.count(0 if details is None else details.items)
            )
        )

    @override
    def heading(self) -> str:
        return self.tr("New Vendor") if self.details is None else self.details.fields.name


def vendor_deck(operations: Operations, _navigator: Navigator) -> Deck:
    """Make the deck of Vendor cards."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("VendorDeck", words)

    columns: tuple[Column[VendorRow], ...] = (
        Column(tr("Vendor ID"), lambda row: row.code, "code", width=12),
        Column(tr("Name"), lambda row: row.name, "name", width=30),
        Column(tr("Contact"), lambda row: row.contact, "contact", width=24),
        Column(tr("Phone"), lambda row: row.phone, width=18),
        Column(tr("Email"), lambda row: row.email, width=30),
        archived_column(),
    )
    spec = DeckSpec(
        title=tr("Vendors"),
        record=Record.VENDOR,
        query=vendor_queries.DECK,
        columns=columns,
        make_card=lambda: VendorCard(operations),
        empty_text=tr("There are no vendors yet. Press Add to create the first Vendor card."),
        can_add=True,
        neighbor=lambda row: (row.name, row.phone, row.contact),
        find_hint=tr("Name, contact, phone, ID"),
        also=frozenset({Record.ITEM}),
        has_archive=True,
    )
    return Deck(spec, operations)
