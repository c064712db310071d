"""The Customer card and its deck. Serves the guide's page on customers."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.domain.changes import Record
from posim_desktop.queries.cards import customers as customer_queries
from posim_desktop.queries.cards.customers import CustomerDetails, CustomerRow
from posim_desktop.queries.deck import Found
from posim_desktop.services.cards import customers
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.navigator import Navigator, Place
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.filed_card import FiledCard, Filing, archived_column
from posim_desktop.ui.widgets.form import LinesEdit, Section


class CustomerCard(FiledCard[CustomerDetails]):
    """A customer, with a way to the customer's backorders."""

    filing = Filing(
        "customer_id",
        CustomerFields,
        customer_queries.details,
        customers.add,
        customers.change,
        customers.archive,
        customers.bring_back,
        customers.delete,
    )

    def __init__(self, operations: Operations, navigator: Navigator) -> None:
        self._navigator = navigator
        super().__init__(operations)
        self.backorders_button.clicked.connect(self._on_backorders_button_clicked)

    @override
    def build_form(self, body: QVBoxLayout) -> None:
        section = self.form.section(self.tr("Customer"))
        section.add("name", self.tr("Name"), TextEdit(text.NAME))
        code = section.add("code", self.tr("Customer ID"), TextEdit(text.CODE))
        code.setPlaceholderText(self.tr("automatic"))
        section.add("company", self.tr("Company"), TextEdit(text.NAME))
        section.add("email", self.tr("Email"), TextEdit(text.EMAIL))
        section.add("phone", self.tr("Phone"), TextEdit(text.SHORT))
        section.add("phone2", self.tr("Second Phone"), TextEdit(text.SHORT))
        section.add("address", self.tr("Address"), LinesEdit(3), wide=True)
        section.add("notes", self.tr("Notes"), LinesEdit(3), wide=True)
        body.addWidget(section)
        self.history_section = self._build_history()
        body.addWidget(self.history_section)

    def _build_history(self) -> Section:
        section = self.form.section(self.tr("Business"))
        self.backorders_button = QPushButton(icon("package-open"), self.tr("&Backorders"))
        self.backorders_button.setObjectName("backorders_button")
        self.backorders_button.setAutoDefault(False)
        labels = {
            "open_backorders": self.tr("Open Backorders"),
            "ready_pickups": self.tr("Ready Pick-ups"),
            "last_purchase": self.tr("Last Purchase"),
            "created": self.tr("Created"),
        }
        self.figure_labels = section.show_figures(labels, self.backorders_button)
        return section

    @override
    def show_rest(self, details: CustomerDetails | None) -> None:
        self.history_section.setVisible(details is not None)
        if details is None:
            return
        bought = details.last_purchase
        figures = {
            "open_backorders": formatting.count(details.open_backorders),
            "ready_pickups": formatting.count(details.ready_pickups),
            "last_purchase": self.tr("never") if bought is None else formatting.date_time(bought),
            "created": formatting.date_time(details.created_at),
        }
        for name, figure in figures.items():
            self.figure_labels[name].setText(figure)
        words = self.tr("&Backorders ({count})").format(count=formatting.count(details.backorders))
        self.backorders_button.setText(words)
        self.backorders_button.setAccessibleName(self.tr("Backorders"))
        self.backorders_button.setEnabled(details.backorders > 0)
        none = self.tr("This customer has no backorders.")
        self.backorders_button.setToolTip("" if details.backorders else none)

    @override
    def heading(self) -> str:
        return self.tr("New Customer") if self.details is None else self.details.fields.name

    def _on_backorders_button_clicked(self) -> None:
        if self.details is not None:
            whose = self.tr("{name}'s backorders").format(name=self.details.fields.name)
            self._navigator.open_found(Place.BACKORDERS, Found(customer_id=self.details.id, label=whose))


def customer_deck(operations: Operations, navigator: Navigator) -> Deck:
    """Make the deck of Customer cards."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("CustomerDeck", words)

    columns: tuple[Column[CustomerRow], ...] = (
        Column(tr("Customer ID"), lambda row: row.code, "code", width=12),
        Column(tr("Name"), lambda row: row.name, "name", width=28),
        Column(tr("Company"), lambda row: row.company, "company", width=28),
        Column(tr("Phone"), lambda row: row.phone, width=18),
        Column(tr("Email"), lambda row: row.email, width=30),
        archived_column(),
    )
    spec = DeckSpec(
        title=tr("Customers"),
        record=Record.CUSTOMER,
        query=customer_queries.DECK,
        columns=columns,
        make_card=lambda: CustomerCard(operations, navigator),
        empty_text=tr("There are no customers yet. Press Add to create the first Customer card."),
        can_add=True,
        find_hint=tr("Name, phone, ID, company"),
        also=frozenset({Record.BACKORDER, Record.INVOICE}),
        has_archive=True,
    )
    return Deck(spec, operations)
