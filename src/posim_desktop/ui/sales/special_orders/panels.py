"""Where the parts of a special order stand."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.special_orders import SpecialOrderStatus
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales.special_orders import SpecialLineRow, SpecialOrderDetails
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.edited_rows import EditedRows
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.sales.special_orders import lines as order_lines
from posim_desktop.ui.sales.special_orders.head import SpecialOrderHeadPanel
from posim_desktop.ui.sales.special_orders.line_panel import LinePanel
from posim_desktop.ui.sales.special_orders.words import item_word, tr
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import ButtonBar, named_button
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.document_lines import DocumentLines
from posim_desktop.ui.widgets.edited_table import EditedTable
from posim_desktop.ui.widgets.elided import ElidedLabel
from posim_desktop.ui.widgets.item_entry import ItemEntry
from posim_desktop.ui.widgets.scrolled import Scrolled

_MOST_CHOICES = 4
_SIDE, _WIDEST_SIDE = 72 * SPACE, 100 * SPACE


class SpecialOrderPanels:
    """Builds head, lines, right column and buttons into a card, and shows a special order in them."""

    def __init__(self, operations: Operations, card: QWidget) -> None:
        self.banner = Banner()
        self.banner.setObjectName("banner")
        self.head = SpecialOrderHeadPanel(operations)
        self.line_panel = LinePanel(operations)
        self.lines = self._make_lines(operations, card)
        self._build(card)

    def _make_lines(self, operations: Operations, card: QWidget) -> DocumentLines[SpecialLineRow]:
        no_item = Refusal(Why.NOT_AN_ITEM_TO_ORDER, Field("item"))
        entry = ItemEntry(operations, add=tr("Add Item"), most_choices=_MOST_CHOICES, no_item=no_item)
        rows: EditedRows[SpecialLineRow] = EditedRows(order_lines.columns(), card)
        table = EditedTable(rows, order_lines.WIDTHS, order_lines.STRETCHED)
        empty = tr(
            "Nothing is on this order yet. Scan or type an item,\nor press Not on File for what the shop never had."
        )
        return DocumentLines(
            entry, rows, table, screen="special_orders", empty=empty, name_of=item_word, about=order_lines.about
        )

    def _build(self, card: QWidget) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        inside.setSpacing(3 * SPACE)
        inside.addWidget(self.banner)
        inside.addWidget(self.head)
        columns = QHBoxLayout()
        columns.setSpacing(3 * SPACE)
        side = Scrolled(self.line_panel)  # by itself, so that the lines and their sums stay in sight
        side.setMinimumWidth(_SIDE)
        side.setMaximumWidth(_WIDEST_SIDE)
        columns.addWidget(self.lines, 3)
        columns.addWidget(side, 2)
        inside.addLayout(columns, 1)
        self._show_totals_below_lines()
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(Scrolled(body), 1)
        rows.addWidget(self._build_buttons())

    def _show_totals_below_lines(self) -> None:
        self.lines.foot.addStretch()
        self.total_label = self._figure("total_label", tr("At Pick-up"))
        self.deposit_label = self._figure("deposit_label", tr("Deposit"))

    def _figure(self, name: str, words: str) -> QLabel:
        caption = ElidedLabel(words)  # in a currency of long amounts the figures need the room
        mark(caption, role="label")
        label = QLabel()
        label.setObjectName(name)
        label.setAccessibleName(words)
        mark(label, role="title")
        self.lines.foot.addWidget(caption)
        self.lines.foot.addWidget(label)
        return label

    def _build_buttons(self) -> ButtonBar:
        self.discard_button = named_button("discard_button", tr("D&iscard…"), "ban")
        mark(self.discard_button, destructive=True)
        self.remove_button = named_button("remove_button", tr("Delete Li&ne"), "trash-2")
        self.new_item_button = named_button("new_item_button", tr("Not &on File…"), "package-plus")
        self.invoice_button = named_button("invoice_button", tr("Invoi&ce"), "receipt")
        self.print_button = named_button("print_button", tr("&Print…"), "printer")
        self.print_button.setToolTip("Ctrl+P")
        self.post_button = named_button("post_button", tr("&Post"))
        mark(self.post_button, primary=True)
        left = (self.discard_button, self.remove_button)
        right: tuple[QPushButton, ...] = (
            self.new_item_button,
            self.invoice_button,
            self.print_button,
            self.post_button,
        )
        return ButtonBar(left, right)

    # ---- showing ----

    def show_order(self, details: SpecialOrderDetails | None, *, reading: bool) -> None:
        """Show customer, lines and figures of an order."""
        self.lines.rows.read_only = reading
        self.lines.entry.setVisible(not reading)
        self.head.show_customer(details, reading=reading)
        self.head.let_be_read(reading=reading)
        self.lines.show_rows(details.lines if details else ())
        total, deposit = (details.total, details.deposit) if details else (ZERO, ZERO)
        self.total_label.setText(formatting.amount(max(ZERO, total - deposit)))
        self.deposit_label.setText(formatting.amount(deposit))
        if details is not None and details.status is SpecialOrderStatus.DISCARDED:
            self.banner.show_message("info", tr("Discarded: {reason}").format(reason=details.discard_reason))

    def show_last_line(self) -> None:
        """Choose the line that was just added, so that its column shows what is still to be said."""
        last = self.lines.rows.rowCount() - 1
        if last >= 0:
            self.lines.table.selectRow(last)

    def update_buttons(self, details: SpecialOrderDetails | None, refusal: Refusal | None) -> None:
        """Let the buttons say what can be done, or why not."""
        working = details is None or details.status is SpecialOrderStatus.WORKING
        posted = details is not None and details.status is SpecialOrderStatus.POSTED
        pays = details is not None and bool(details.deposit)
        self.post_button.setText(tr("Pa&y…") if pays else tr("&Post"))
        self.post_button.setAccessibleName(tr("Pay") if pays else tr("Post"))
        self.post_button.setEnabled(refusal is None)
        self.post_button.setToolTip(words_of(refusal) or "F12")
        self.post_button.setIcon(icon("check", role="on_accent" if refusal is None else "disabled"))
        nothing = tr("There is nothing to discard yet.")
        no_line = tr("There is no line to delete.")
        self.discard_button.setEnabled(details is not None)
        self.discard_button.setToolTip("" if details is not None else nothing)
        self.remove_button.setEnabled(bool(details and details.lines))
        self.remove_button.setToolTip("" if details and details.lines else no_line)
        self.new_item_button.setToolTip("F6")
        for button in (self.discard_button, self.remove_button, self.new_item_button, self.post_button):
            button.setVisible(working)
        self.invoice_button.setVisible(posted)
        self.print_button.setVisible(posted)
        if details is not None and details.invoice is not None:
            self.invoice_button.setText(tr("Invoi&ce {number}").format(number=details.invoice))
            self.invoice_button.setAccessibleName(self.invoice_button.text().replace("&", ""))

    def tell_posted(self, details: SpecialOrderDetails) -> None:
        """Say what the posting made."""
        words = tr("Posted as special order {number}, invoice {invoice}. Each line is a backorder now.")
        self.banner.show_message("good", words.format(number=details.number, invoice=details.invoice))
