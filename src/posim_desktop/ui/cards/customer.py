"""The Customer card and its deck. Serves the guide's page on customers."""

from dataclasses import fields, replace
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.cards.cards import CustomerFields, ReachBy
from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.permits import Permission
from posim_desktop.printing.sales.reach_words import reach_word
from posim_desktop.queries.cards import customers as customer_queries
from posim_desktop.queries.cards import merging, still_has
from posim_desktop.queries.cards.customers import Business, CustomerDetails, CustomerRow
from posim_desktop.queries.deck import EVERYTHING, DeckPart, Found
from posim_desktop.queries.filing import Choice
from posim_desktop.queries.sales import customer_money
from posim_desktop.services.cards import customers
from posim_desktop.ui import formatting
from posim_desktop.ui.cards.customer_money import MoneySection
from posim_desktop.ui.cards.look_alikes import ask_whether_on_file
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.navigator import Navigator, Place
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.allowed import allow
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.filed_card import FiledCard, archived_column
from posim_desktop.ui.widgets.filing import Filing
from posim_desktop.ui.widgets.form import Section
from posim_desktop.ui.widgets.inputs import LinesEdit, OptionBox


class CustomerCard(FiledCard[CustomerDetails]):
    """A customer, and what passed between the customer and the shop; each figure leads to what it comes from."""

    filing = Filing(
        "customer_id",
        CustomerFields,
        customer_queries.details,
        customers.add,
        customers.change,
        customers.archive,
        customers.bring_back,
        customers.delete,
        Permission.EDIT_CUSTOMERS,
        still_has.of_customer,
    )

    def __init__(self, operations: Operations, navigator: Navigator) -> None:
        self._navigator = navigator
        self._somebody_else: CustomerFields | None = None
        super().__init__(operations)
        self._connect_figures()

    @override
    def more_buttons(self) -> tuple[QPushButton, ...]:
        self.merge_button = named_button("merge_button", self.tr("Mer&ge…"), "users")
        self.used_button = named_button("used_button", self.tr("&Open the Card Used Now"), "external-link")
        self.limit_button = named_button("limit_button", self.tr("On Acco&unt…"), "wallet")
        self.limit_button.clicked.connect(self._on_limit_button_clicked)
        self.want_button = named_button("want_button", self.tr("Add to &Want List…"), "star")
        self.special_order_button = named_button("special_order_button", self.tr("Special &Order"), "package-plus")
        self.hand_over_button = named_button("hand_over_button", self.tr("Hand Over Data…"), "download")
        self.forget_button = named_button("forget_button", self.tr("Forget…"), "circle-x")
        self.hand_over_button.clicked.connect(self._on_hand_over_button_clicked)
        self.forget_button.clicked.connect(self._on_forget_button_clicked)
        return (
            *(self.special_order_button, self.want_button, self.limit_button),
            *(self.merge_button, self.used_button, self.hand_over_button, self.forget_button),
        )

    @override
    def begin_editing(self) -> None:
        if self._used_instead is None and not self._was_forgotten:
            super().begin_editing()

    @property
    def _was_forgotten(self) -> bool:
        """Whether the customer asked to be forgotten."""
        return self.details is not None and self.details.forgotten_at is not None

    @property
    def _used_instead(self) -> Choice | None:
        """The card that this one was merged into."""
        return None if self.details is None else self.details.used_instead

    @override
    def update_buttons(self) -> None:
        super().update_buttons()
        used = self._used_instead
        self.used_button.setVisible(used is not None)
        self.merge_button.setVisible(self.details is not None and used is None)
        self.want_button.setVisible(self.details is not None and not self.details.archived)
        usable = self.details is not None and used is None and not self.details.archived
        self.special_order_button.setVisible(usable)
        self.special_order_button.setEnabled(not self.is_edited())
        first = self.tr("Save or undo your changes first.") if self.is_edited() else ""
        refusal = self.operations.lacking(Permission.MERGE_CUSTOMERS)
        allow(self.merge_button, refusal, first)
        self.special_order_button.setToolTip(first)
        self.merge_button.setEnabled(refusal is None and not self.is_edited())
        self.limit_button.setVisible(self.details is not None and used is None)
        allow(self.limit_button, self.operations.lacking(Permission.SET_CREDIT_LIMIT), first)
        self.limit_button.setEnabled(self.limit_button.isEnabled() and not self.is_edited())
        for button in (self.hand_over_button, self.forget_button):
            button.setVisible(self.details is not None and used is None)
            allow(button, self.operations.lacking(Permission.FORGET_CUSTOMERS), first)
            button.setEnabled(button.isEnabled() and not self.is_edited())
        if self._was_forgotten:
            self._close()
            for button in (self.merge_button, self.limit_button, self.hand_over_button, self.forget_button):
                button.hide()
            self.notice_banner.show_message("info", self.tr("This customer asked to be forgotten."))
        if used is not None:
            self._close()
            words = self.tr("This card was merged into {code} {name}.").format(code=used.code, name=used.name)
            self.notice_banner.show_message("info", words)

    def _close(self) -> None:
        """Let nothing be written on a card that only stays on record."""
        self.edit_button.setEnabled(False)
        for button in (self.archive_button, self.bring_back_button, self.delete_button):
            button.hide()

    def _on_hand_over_button_clicked(self) -> None:
        from posim_desktop.ui.cards.personal_data import ask_where_to_hand_over  # noqa: PLC0415 - when first asked for

        if self.details is not None:
            ask_where_to_hand_over(self, self.operations, self.details)

    def _on_forget_button_clicked(self) -> None:
        from posim_desktop.ui.cards.personal_data import ForgetDialog  # noqa: PLC0415 - when first asked for

        if self.details is not None:
            dialog = ForgetDialog(self, self.operations, self.details)
            dialog.finished.connect(self.activateWindow)
            dialog.open()

    def _on_limit_button_clicked(self) -> None:
        from posim_desktop.ui.cards.credit_limit import CreditLimitDialog  # noqa: PLC0415 - when first opened

        if self.details is None:
            return
        try:
            held = self.operations.read(customer_money.held_for, self.details.id)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        dialog = CreditLimitDialog(self, self.operations, self.details.id, self.details.version, held)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def _on_merge_button_clicked(self) -> None:
        from posim_desktop.ui.cards.merge_customers import MergeCustomersDialog  # noqa: PLC0415 - when first opened

        if self.record_id is None:
            return
        try:
            mine = self.operations.read(merging.side, self.record_id)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        if mine is None:
            return
        dialog = MergeCustomersDialog(self, self.operations, mine)
        dialog.merged.connect(self._on_merged)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def _on_special_order_button_clicked(self) -> None:
        """Begin a special order for this customer."""
        from posim_desktop.services.sales import special_orders  # noqa: PLC0415 - when first ordered

        if self.record_id is None:
            return
        outcome = self.operations.run(self, partial(special_orders.start, customer_id=self.record_id))
        if isinstance(outcome, Done):
            self.link.emit(Record.SPECIAL_ORDER, outcome.record_id)

    def _on_merged(self, customer_id: int) -> None:
        if customer_id != self.record_id:
            self.link.emit(Record.CUSTOMER, customer_id)

    def _open_used_card(self) -> None:
        if self._used_instead is not None:
            self.link.emit(Record.CUSTOMER, self._used_instead.id)

    @override
    def write(self) -> int | None:
        if self.record_id is None and self._somebody_like_this_is_on_file():
            return None
        return super().write()

    def _somebody_like_this_is_on_file(self) -> bool:
        """Ask first whether a new customer is somebody on file, once for what is typed."""
        new = CustomerFields(**self.form.values([field.name for field in fields(CustomerFields)]))
        if new == self._somebody_else:
            return False

        def make() -> None:
            self._somebody_else = new
            self.save()

        return ask_whether_on_file(self, self.operations, new, use=self._open_instead, make=make)

    def _open_instead(self, customer_id: int) -> None:
        self.start_new()  # what was typed is on file
        self.link.emit(Record.CUSTOMER, customer_id)

    @override
    def build_form(self, body: QVBoxLayout) -> None:
        section = self.form.section()
        section.add("name", self.tr("Name"), TextEdit(text.NAME))
        code = section.add("code", self.tr("Customer ID"), TextEdit(text.CODE))
        code.setPlaceholderText(self.tr("automatic"))
        section.add("company", self.tr("Company"), TextEdit(text.NAME))
        section.add("email", self.tr("Email"), TextEdit(text.EMAIL))
        section.add("phone", self.tr("Phone"), TextEdit(text.SHORT))
        section.add("phone2", self.tr("Second Phone"), TextEdit(text.SHORT))
        ways = OptionBox([(way, reach_word(way)) for way in ReachBy])
        section.add("reach_by", self.tr("Best Reached By"), ways)
        section.add("reach_hours", self.tr("Best Time"), TextEdit(text.SHORT))
        section.add("address", self.tr("Address"), LinesEdit(3))
        section.add("notes", self.tr("Notes"), LinesEdit(3))
        section.add("exempt_number", self.tr("Tax Exempt No."), TextEdit(text.SHORT))
        section.add("exempt_reason", self.tr("Exempt Because"), TextEdit(text.REASON))
        body.addWidget(section)
        self.history_section = self._build_history()
        body.addWidget(self.history_section)
        self.money_section = self.form.section(self.tr("Deposits and Credit"))
        self.money = MoneySection(self)
        self.money_section.show_wide(self.money)
        body.addWidget(self.money_section)

    def _build_history(self) -> Section:
        section = self.form.section(self.tr("Business"))
        self.backorders_button = QPushButton(icon("package-open"), self.tr("&Backorders"))
        self.backorders_button.setObjectName("backorders_button")
        self.backorders_button.setAutoDefault(False)
        labels = {
            "bought": self.tr("Bought"),
            "returned": self.tr("Returned"),
            "paid": self.tr("Paid"),
            "still_to_come": self.tr("Still to Come"),
            "ready": self.tr("Ready to Pick Up"),
            "wishes": self.tr("Want List"),
        }
        self.figure_links = section.link_figures(labels)
        self.last_purchase_link = section.show_link(self.tr("Last Purchase"), "last_purchase")
        since = self.tr("Customer Since")
        self.created_label = section.show_text(since, "created", beside=self.backorders_button)
        return section

    @override
    def show_rest(self, details: CustomerDetails | None) -> None:
        self.history_section.setVisible(details is not None)
        self.money_section.setVisible(details is not None)
        if details is None:
            return
        business = details.business
        figures = {
            "bought": formatting.amount(business.bought),
            "returned": formatting.amount(business.returned),
            "paid": formatting.amount(business.paid),
            "still_to_come": formatting.count(business.open_backorders),
            "ready": formatting.count(business.ready_pickups),
            "wishes": formatting.count(business.wishes),
        }
        leads_somewhere = {
            "bought": business.last_invoice_id is not None,
            "returned": business.returned > ZERO,
            "paid": business.last_invoice_id is not None,
            "still_to_come": business.open_backorders > 0,
            "ready": business.ready_pickups > 0,
            "wishes": business.wishes > 0,
        }
        for name, figure in figures.items():
            self.figure_links[name].setText(figure)
            self.figure_links[name].setAccessibleDescription(figure)
            self.figure_links[name].setEnabled(leads_somewhere[name])
        self.money.show_details(details)
        self.created_label.setText(formatting.date_time(details.created_at))
        self._show_last_purchase(business)
        words = self.tr("&Backorders ({count})").format(count=formatting.count(business.backorders))
        self.backorders_button.setText(words)
        self.backorders_button.setAccessibleName(self.tr("Backorders"))
        self.backorders_button.setAccessibleDescription(formatting.count(business.backorders))
        self.backorders_button.setEnabled(business.backorders > 0)
        none = self.tr("This customer has no backorders.")
        self.backorders_button.setToolTip("" if business.backorders else none)

    def _show_last_purchase(self, business: Business) -> None:
        when = business.last_purchase
        written = self.tr("never") if when is None else formatting.day_of(when)
        self.last_purchase_link.setText(written)
        self.last_purchase_link.setToolTip("" if when is None else formatting.date_time(when))
        self.last_purchase_link.setAccessibleDescription(written)
        self.last_purchase_link.setEnabled(when is not None)

    @override
    def heading(self) -> str:
        return self.tr("New Customer") if self.details is None else self.details.fields.name

    # ---- where the figures lead ----

    def _connect_figures(self) -> None:
        self.backorders_button.clicked.connect(self._open_backorders)
        self.merge_button.clicked.connect(self._on_merge_button_clicked)
        self.special_order_button.clicked.connect(self._on_special_order_button_clicked)
        self.used_button.clicked.connect(self._open_used_card)
        self.want_button.clicked.connect(self._on_want_button_clicked)
        for name, lead in (
            ("bought", self._open_invoices),
            ("paid", self._open_invoices),
            ("returned", self._open_returns),
            ("still_to_come", self._open_what_is_owed),
            ("ready", self._open_what_is_ready),
            ("wishes", self._open_wishes),
        ):
            self.figure_links[name].clicked.connect(lead)
        self.last_purchase_link.clicked.connect(self._open_last_invoice)

    def _open_invoices(self) -> None:
        self._open(Place.PROCESSED_INVOICES, self.tr("Invoices of {name}"))

    def _open_returns(self) -> None:
        self._open(Place.PROCESSED_INVOICES, self.tr("Returns of {name}"), Found(only_returns=True))

    def _open_backorders(self) -> None:
        self._open(Place.BACKORDERS, self.tr("{name}'s backorders"))

    def _open_what_is_owed(self) -> None:
        self._open(Place.BACKORDERS, self.tr("{name} waits for"), Found(part=DeckPart.WAITING))

    def _open_what_is_ready(self) -> None:
        """Open the invoice that the goods wait on, or list such invoices when there are several."""
        if self.details is None:
            return
        business = self.details.business
        if business.on_hold == 1 and business.held_invoice_id is not None:
            self.link.emit(Record.INVOICE, business.held_invoice_id)
        elif business.on_hold:
            self._open(Place.PICK_UP, self.tr("{name}'s pick-ups"))
        else:
            self._open(Place.BACKORDERS, self.tr("Ready for {name}"), Found(part=DeckPart.READY))

    def _open_wishes(self) -> None:
        self._open(Place.WANTS, self.tr("{name} wishes for"), Found(part=DeckPart.WAITING))

    def _on_want_button_clicked(self) -> None:
        from posim_desktop.ui.widgets.want_dialog import WantDialog  # noqa: PLC0415 - when first opened

        if self.details is not None:
            about = self.tr("For {customer}").format(customer=self.details.fields.name)
            WantDialog(self, self.operations, customer_id=self.details.id, about=about).open()

    def _open_last_invoice(self) -> None:
        if self.details is not None and self.details.business.last_invoice_id is not None:
            self.link.emit(Record.INVOICE, self.details.business.last_invoice_id)

    def _open(self, place: Place, what: str, found: Found = EVERYTHING) -> None:
        """Go to what is this customer's of a found set."""
        if self.details is not None:
            label = what.format(name=self.details.fields.name)
            self._navigator.open_found(place, replace(found, customer_id=self.details.id, label=label))


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
        neighbor=lambda row: (row.name, row.phone, row.company),
        also=frozenset({Record.BACKORDER, Record.INVOICE, Record.WANT}),
        has_archive=True,
    )
    return Deck(spec, operations)
