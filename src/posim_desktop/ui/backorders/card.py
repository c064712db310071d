"""The Backorder card. Serves the guide's pages "View a backorder" and "Cancel part of a backorder".

Cards come about by posting an invoice with a B line and by nothing else, so this deck has no Add button.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.backorders import questions as question_rules
from posim_desktop.domain.backorders.backorder import cancel_refusal, refuse_refusal
from posim_desktop.domain.changes import Record
from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.domain.sales.commitment import can_fill
from posim_desktop.queries import attachments, money_held
from posim_desktop.queries.backorders import backorders, fillable
from posim_desktop.queries.backorders.backorders import BackorderDetails, BackorderRow
from posim_desktop.queries.deck import EVERYTHING, DeckPart, Found
from posim_desktop.queries.money_held import MoneyTerm
from posim_desktop.ui import formatting
from posim_desktop.ui.backorders.fill_backorders import FillBackordersDialog
from posim_desktop.ui.backorders.manual_backorder_cancel import ManualBackorderCancelDialog
from posim_desktop.ui.backorders.questions import AnswerDialog, AskDialog, WillAlsoTakeDialog
from posim_desktop.ui.backorders.tables import BackorderTables
from posim_desktop.ui.backorders.words import STATUS_PICTURES, invoice_words, standing, status_word, tr, when_expected
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.models.valued_columns import valued
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import ButtonBar, named_button
from posim_desktop.ui.widgets.card import Card
from posim_desktop.ui.widgets.chips import Banner, StatusPill
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec, IndexTab
from posim_desktop.ui.widgets.elided import ElidedLabel, ElidedLink
from posim_desktop.ui.widgets.laid_out_once import laid_out_once
from posim_desktop.ui.widgets.money_rows import show_money_rows
from posim_desktop.ui.widgets.money_strip import MoneyStrip, figure_name
from posim_desktop.ui.widgets.quantity_strip import QuantityStrip, StripFigures


def backorder_deck(operations: Operations, navigator: Navigator) -> Deck:
    """Make the deck of Backorder cards, the same in both clients."""
    del navigator  # links go out by the card's signal
    spec = DeckSpec(
        title=tr("Backorders"),
        record=Record.BACKORDER,
        query=backorders.DECK,
        columns=_columns(),
        make_card=lambda: BackorderCard(operations),
        empty_text=tr(
            "There are no backorders.\n\nTo create one, sell an item in the Sales Client, change the line's Trans "
            "Code from S to B, choose the customer, and post the invoice."
        ),
        find_hint=tr("Number, customer, phone or item"),
        tabs=(
            IndexTab(tr("Can Be Filled Now"), Found(part=DeckPart.FILLABLE), only_with_cards=True),
            IndexTab(tr("Waiting"), Found(part=DeckPart.WAITING)),
            IndexTab(tr("Ready"), Found(part=DeckPart.READY)),
            IndexTab(tr("Closed"), Found(part=DeckPart.CLOSED)),
            IndexTab(tr("All"), EVERYTHING),
            IndexTab(tr("Needs Information"), Found(part=DeckPart.NEEDS_INFORMATION), only_with_cards=True),
        ),
        neighbor=_neighbor,
        also=frozenset({Record.CUSTOMER, Record.INVOICE, Record.ITEM, Record.PURCHASE_ORDER, Record.RECEIVING_LOG}),
    )
    return Deck(spec, operations)


def _neighbor(row: BackorderRow) -> tuple[str, ...]:
    next_ = standing(row)
    if row.needs_information:
        return row.customer, row.item, next_, row.question
    if row.figures.outstanding > 0 and row.expected_on is not None:
        next_ = tr("expected {day}").format(day=formatting.date(row.expected_on))
    return row.customer, row.item, next_, row.description


def _columns() -> Sequence[Column[BackorderRow]]:
    def status_icon(row: BackorderRow) -> Any:  # noqa: ANN401 - a QIcon
        picture, role = ("circle-help", "attention") if row.needs_information else STATUS_PICTURES[row.status]
        return icon(picture, role=role)

    return (
        valued(tr("Number"), Kind.NUMBER, lambda row: row.number, order="number", width=10),
        Column(
            tr("Date"),
            lambda row: formatting.day_of(row.created_at),
            order="date",
            width=11,
            kind=Kind.DAY,
            value=lambda row: formatting.store_day(row.created_at),
        ),
        Column(tr("Status"), standing, width=16, icon=status_icon),
        valued(tr("Expected"), Kind.DAY, lambda row: row.expected_on, width=11),
        Column(tr("Customer"), lambda row: row.customer, order="customer", width=14),
        Column(tr("Item ID"), lambda row: row.item, order="item", width=8),
        Column(tr("Description"), lambda row: row.description, order="description", width=20),
        valued(tr("Outstanding"), Kind.QUANTITY, lambda row: row.figures.outstanding, order="outstanding", width=11),
        Column(tr("Phone"), lambda row: row.phone, width=12),
    )


class BackorderCard(Card[BackorderDetails]):
    """One backorder: whose, of what, where each unit of it stands, and what happened to it."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.setObjectName("backorder_card")
        # The card itself takes the focus only until Tab or a click gives it to something that shows it.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Backorder"))
        self.status_pill = StatusPill()
        self.status_pill.setObjectName("status_pill")
        self.status_slot = self.status_pill
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._build_scroll(), 1)
        rows.addWidget(self._build_bottom())
        self._connect()

    # ---- building ----

    def _build_scroll(self) -> QScrollArea:
        self._inside = QWidget()
        rows = QVBoxLayout(self._inside)
        rows.setSpacing(3 * SPACE)
        self.question_banner = Banner()
        self.question_banner.setObjectName("question_banner")
        rows.addWidget(self.question_banner)
        rows.addLayout(self._build_header())
        self.will_also_take_label = QLabel()
        self.will_also_take_label.setObjectName("will_also_take_label")
        self.will_also_take_label.setWordWrap(True)
        rows.addWidget(self.will_also_take_label)
        self.strip = QuantityStrip()
        self.strip.setObjectName("strip")
        rows.addWidget(self.strip)
        self.money_strip = MoneyStrip()
        self.money_strip.setObjectName("money_strip")
        rows.addWidget(self.money_strip)
        self.tables = BackorderTables()
        rows.addWidget(self.tables, 1)
        self.scroll_area = QScrollArea()
        self.scroll_area.setObjectName("card_scroll")
        self.scroll_area.setAccessibleName(self.tr("Backorder"))
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.scroll_area.setWidget(self._inside)
        self.scroll_area.verticalScrollBar().rangeChanged.connect(self._leave_room_for_scroll_bar)
        self._leave_room_for_scroll_bar()
        return self.scroll_area

    def _leave_room_for_scroll_bar(self) -> None:
        """Keep the columns in place from a card that scrolls to one that does not."""
        bar, layout = self.scroll_area.verticalScrollBar(), self._inside.layout()
        if layout is not None:
            room = 0 if bar.maximum() else bar.sizeHint().width()
            layout.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE + room, 3 * SPACE)

    def _build_header(self) -> QGridLayout:
        self.customer_link = self._link("customer_link")
        self.item_link = self._link("item_link")
        self.invoice_link = self._link("invoice_link")
        self.expected_label = self._value("expected_label", "title")
        self.phone_label = self._value("phone_label", "muted")
        self.description_label = self._value("description_label", "muted")
        self.date_label = self._value("date_label", "muted")
        grid = QGridLayout()
        grid.setHorizontalSpacing(8 * SPACE)
        grid.setVerticalSpacing(0)
        facts = (
            (self.tr("Customer"), self.customer_link, self.phone_label, 3),
            (self.tr("Item ID"), self.item_link, self.description_label, 4),
            (self.tr("Expected"), self.expected_label, None, 3),
            (self.tr("Source Invoice"), self.invoice_link, self.date_label, 2),
        )
        for column, (label, widget, more, share) in enumerate(facts):
            caption = QLabel(label)
            mark(caption, role="label")
            caption.setBuddy(widget)
            widget.setAccessibleName(label)
            grid.addWidget(caption, 0, column)
            grid.addWidget(widget, 1, column, Qt.AlignmentFlag.AlignLeft)
            if more is not None:
                grid.addWidget(more, 2, column)
            grid.setColumnStretch(column, share)
        grid.setColumnMinimumWidth(len(facts) - 1, 34 * SPACE)  # so that a number is not cut
        return grid

    def _link(self, name: str) -> ElidedLink:
        link = ElidedLink()
        link.setObjectName(name)
        link.setAutoDefault(False)
        mark(link, link=True, role="title")
        return link

    def _value(self, name: str, role: str) -> ElidedLabel:
        label = ElidedLabel()
        label.setObjectName(name)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        mark(label, role=role)
        return label

    def _build_bottom(self) -> ButtonBar:
        self.cancel_button = named_button("cancel_button", self.tr("&Cancel"))
        mark(self.cancel_button, destructive=True)
        self.story_button = named_button("story_button", self.tr("What Happe&ned"))
        self.fill_button = named_button("fill_button", self.tr("F&ill…"))
        self.fill_button.setIcon(icon("package-check", role="on_accent"))
        mark(self.fill_button, primary=True)
        self.ask_button = named_button("ask_button", self.tr("&Ask…"))
        self.also_button = named_button("also_button", self.tr("&Will Also Take…"))
        self.files_button = named_button("files_button", self.tr("&Pictures and Files…"))
        self.refused_button = named_button("refused_button", self.tr("Return to Vendor…"))
        left = (
            self.cancel_button,
            self.refused_button,
            self.ask_button,
            self.also_button,
            self.files_button,
            self.story_button,
        )
        for button in (*left, self.fill_button):
            button.setAutoDefault(False)
        return ButtonBar(left, (self.fill_button,))

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self._on_cancel_button_clicked)
        self.refused_button.clicked.connect(self._on_refused_button_clicked)
        self.ask_button.clicked.connect(lambda: self._open(AskDialog))
        self.files_button.clicked.connect(self._on_files_button_clicked)
        self.also_button.clicked.connect(lambda: self._open(WillAlsoTakeDialog))
        self.question_banner.action_requested.connect(lambda: self._open(AnswerDialog))
        self.story_button.clicked.connect(lambda: self.scroll_area.ensureWidgetVisible(self.tables.time_line))
        self.fill_button.clicked.connect(self._on_fill_button_clicked)
        self.customer_link.clicked.connect(lambda: self._follow(Record.CUSTOMER))
        self.item_link.clicked.connect(lambda: self._follow(Record.ITEM))
        self.invoice_link.clicked.connect(lambda: self._follow(Record.INVOICE))
        self.tables.link.connect(self.link)
        self.money_strip.chosen.connect(self._on_money_chosen)

    # ---- showing ----

    @classmethod
    @override
    def query(cls, connection: Any, record_id: int) -> BackorderDetails | None:
        return backorders.details(connection, record_id)

    @override
    def heading(self) -> str:
        if self.details is None:
            return ""
        return self.tr("Backorder {number}").format(number=self.details.number)

    @override
    def fill(self, details: BackorderDetails | None) -> None:
        if details is not None:
            with laid_out_once(self._inside, self.tables, self.tables.time_line):
                self._fill(details)

    def _fill(self, details: BackorderDetails) -> None:
        status = details.figures.status
        self.status_pill.show_status(status.value, status_word(status))
        self.customer_link.show_words(details.customer)
        self.item_link.show_words(details.item)
        self.invoice_link.show_words(invoice_words(details.invoice_number))
        self.phone_label.setText(details.phone)
        price = formatting.amount(details.unit_price)
        self.description_label.setText(" · ".join(part for part in (details.description, price) if part))
        self.date_label.setText(formatting.date_time(details.created_at))
        self.expected_label.setText(when_expected(details))
        figures = details.figures
        self.strip.show_figures(
            StripFigures(
                ordered=figures.ordered,
                outstanding=figures.outstanding,
                on_order=details.on_order,
                received=figures.received,
                waiting=figures.waiting,
                filled=figures.filled,
                canceled=figures.canceled,
            )
        )
        self.money_strip.show_figures(details.money)
        self.money_strip.setVisible(bool(details.money))
        self.tables.show_details(details)
        self._show_words(details)
        fill_refusal = can_fill(figures.outstanding, details.available)
        refusals = (
            (self.cancel_button, cancel_refusal(figures)),
            (self.refused_button, refuse_refusal(figures)),
            (self.ask_button, question_rules.ask_refusal(figures.outstanding, details.question)),
            (self.fill_button, question_rules.goods_refusal(details.question) or fill_refusal),
        )
        for button, refusal in refusals:
            button.setEnabled(refusal is None)
            button.setToolTip(words_of(refusal))

    def _show_words(self, details: BackorderDetails) -> None:
        """Show what the customer has to say first, where goods lie for them, and what else they will take."""
        if details.needs_information:
            words = self.tr("Needs Information: {question} Nothing is ordered or set aside until it is answered.")
            said = details.question if details.question[-1] in ".?!" else f"{details.question}."
            self.question_banner.show_message("attention", words.format(question=said), self.tr("Answer…"))
        else:
            self.question_banner.clear_message()
        noted = [self.tr("Storage Place: {places}").format(places=", ".join(details.places))] if details.places else []
        noted += [f"{each.question} {each.answer}" for each in details.answers]
        if details.wanted_at is not None:
            noted.append(self.tr("On the Want List since {day}").format(day=formatting.day_of(details.wanted_at)))
        if details.price_words:
            agreed = details.price_words[-1]
            words = self.tr("Agreed to {price}: {word} ({name}, {day})")
            price, day = formatting.amount(agreed.unit_price), formatting.day_of(agreed.at)
            noted.append(words.format(price=price, word=agreed.word, name=agreed.name, day=day))
        if details.will_also_take:
            noted.append(self.tr("Will Also Take: {goods}").format(goods=details.will_also_take))
        self.will_also_take_label.setText(" · ".join(noted))
        self.will_also_take_label.setVisible(bool(noted))

    # ---- actions ----

    def _open(self, dialog: type[AskDialog | AnswerDialog | WillAlsoTakeDialog]) -> None:
        if self.details is not None:
            dialog(self, self.operations, self.details).open()

    def _on_files_button_clicked(self) -> None:
        from posim_desktop.ui.widgets.files_dialog import FilesDialog  # noqa: PLC0415 - when first opened

        if self.details is None:
            return
        about = self.tr("Backorder {number}: {item} for {customer}. They are printed on the purchase order.").format(
            number=self.details.number, item=self.details.item, customer=self.details.customer
        )
        read = partial(attachments.of_backorder, backorder_id=self.details.id)
        FilesDialog(self, self.operations, about, read, {"backorder_id": self.details.id}).open()

    def _on_cancel_button_clicked(self) -> None:
        if self.details is not None:
            ManualBackorderCancelDialog(self, self.operations, self.details).open()

    def _on_refused_button_clicked(self) -> None:
        from posim_desktop.ui.backorders.refused_goods import RefusedGoodsDialog  # noqa: PLC0415 - when first opened

        if self.details is not None:
            dialog = RefusedGoodsDialog(self, self.operations, self.details)
            dialog.written.connect(partial(self.link.emit, Record.VENDOR_RETURN))
            dialog.open()

    def _on_fill_button_clicked(self) -> None:
        if self.details is None:
            return
        of_invoice = self.operations.read(fillable.of_invoice, self.details.invoice_id)
        own = tuple(row for row in of_invoice if row.id == self.details.id)
        if own:
            dialog = FillBackordersDialog(self, self.operations, self.details.invoice_id, own)
            dialog.filled.connect(lambda invoice: self.link.emit(Record.INVOICE, invoice))
            dialog.finished.connect(self.activateWindow)
            dialog.open()

    def _on_money_chosen(self, figure: MoneyTerm) -> None:
        if self.details is None:
            return
        backorder_id, operations = self.details.id, self.operations
        whose = self.tr("Backorder {number}: {item} {description}, for {customer}").format(
            number=self.details.number,
            item=self.details.item,
            description=self.details.description,
            customer=self.details.customer,
        )
        show_money_rows(
            self,
            operations,
            title=figure_name(figure),
            whose=whose,
            read=lambda: operations.read(money_held.rows_of_backorder, backorder_id, figure),
        )

    def _follow(self, record: Record) -> None:
        if self.details is not None:
            targets = {
                Record.CUSTOMER: self.details.customer_id,
                Record.ITEM: self.details.item_id,
                Record.INVOICE: self.details.invoice_id,
            }
            self.link.emit(record, targets[record])
