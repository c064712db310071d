"""Where the parts of a working purchase order stand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.why import Why
from posim_desktop.queries.cards import packs
from posim_desktop.queries.cards.vendors import VendorDetails
from posim_desktop.queries.purchasing.orders import PurchaseOrderDetails, PurchaseOrderLineRow
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.edited_rows import EditedRows
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.purchasing import lines as order_lines
from posim_desktop.ui.purchasing.header import OrderHeader
from posim_desktop.ui.purchasing.words import smallest_order_words, tr
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import ButtonBar, named_button
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.costs import Costs
from posim_desktop.ui.widgets.document_lines import DocumentLines
from posim_desktop.ui.widgets.edited_table import EditedTable
from posim_desktop.ui.widgets.edits import with_hint
from posim_desktop.ui.widgets.inputs import ChoiceBox
from posim_desktop.ui.widgets.item_entry import ItemEntry
from posim_desktop.ui.widgets.scrolled import Scrolled

_MOST_CHOICES = 4


class WorkingPanels:
    """Builds head, item entry, lines and buttons into a card, and shows an order in them."""

    def __init__(self, operations: Operations, card: QWidget) -> None:
        self._costs = Costs(operations, card)
        self.banner = Banner()
        self.banner.setObjectName("banner")
        self.vendor_box = ChoiceBox("vendor", tr("vendor"))
        self.vendor_box.setObjectName("vendor_box")
        self.vendor_box.setAccessibleName(tr("Vendor"))
        self.header = OrderHeader(self._build_vendor())
        self.header.inputs["vendor"] = self.vendor_box
        self._operations = operations
        self._details: PurchaseOrderDetails | None = None
        self.lines = self._make_lines(operations, card)
        self._build(card)

    def _make_lines(self, operations: Operations, card: QWidget) -> DocumentLines[PurchaseOrderLineRow]:
        no_item = Refusal(Why.NOT_AN_ITEM_TO_ORDER, Field("item"))
        entry = ItemEntry(
            operations,
            add=tr("Add Item"),
            most_choices=_MOST_CHOICES,
            no_item=no_item,
            packing_of=self._packing_of,
        )
        rows: EditedRows[PurchaseOrderLineRow] = EditedRows(order_lines.columns(self._costs), card)
        table = EditedTable(rows, order_lines.WIDTHS, order_lines.STRETCHED)
        self._costs.hide_columns(table, rows, *order_lines.TELL_COSTS)
        self._costs.changed.connect(table.fit_columns)
        empty = tr(
            "Nothing is on this order yet. Choose the vendor, then scan or type the items,\nor use Auto Order or Add "
            "Backorders."
        )
        return DocumentLines(
            entry, rows, table, screen="orders", empty=empty, name_of=lambda line: line.item, about=order_lines.about
        )

    def _build(self, card: QWidget) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        inside.setSpacing(3 * SPACE)
        inside.addWidget(self.banner)
        inside.addWidget(self.header)
        inside.addWidget(self.lines, 1)
        self._show_total_below_lines()
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(Scrolled(body), 1)
        rows.addWidget(self._build_buttons())

    def _build_vendor(self) -> QWidget:
        self.open_vendor_button = QToolButton()
        self.open_vendor_button.setObjectName("open_vendor_button")
        self.open_vendor_button.setIcon(icon("external-link"))
        self.open_vendor_button.setAccessibleName(tr("Open Vendor"))
        self.open_vendor_button.setToolTip(self.open_vendor_button.accessibleName())
        both = QWidget()
        both.setFocusProxy(self.vendor_box)
        columns = QHBoxLayout(both)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(SPACE)
        columns.addWidget(with_hint(self.vendor_box), 1)
        columns.addWidget(self.open_vendor_button, 0, Qt.AlignmentFlag.AlignTop)
        return both

    def _show_total_below_lines(self) -> None:
        total_caption = QLabel(tr("Total"))
        mark(total_caption, role="label")
        self.total_label = QLabel()
        self.total_label.setObjectName("total_label")
        self.total_label.setAccessibleName(tr("Total"))
        mark(self.total_label, role="title")
        self.minimum_label = QLabel()
        self.minimum_label.setObjectName("minimum_label")
        mark(self.minimum_label, role="muted")
        self.lines.foot.addStretch()
        self.lines.foot.addWidget(self.minimum_label)
        self.lines.foot.addWidget(total_caption)
        self.lines.foot.addWidget(self.total_label)
        self._costs.hide(total_caption, self.total_label)

    def _build_buttons(self) -> ButtonBar:
        self.discard_button = named_button("discard_button", tr("&Discard"), "ban")
        mark(self.discard_button, destructive=True)
        self.remove_button = named_button("remove_button", tr("Delete Li&ne"), "trash-2")
        self.auto_order_button = named_button("auto_order_button", tr("Auto &Order…"), "calculator")
        self.backorders_button = named_button("backorders_button", tr("Add &Backorders"), "package-open")
        self.post_button = named_button("post_button", tr("&Post"))
        mark(self.post_button, primary=True)
        left = (self.discard_button, self.remove_button)
        return ButtonBar(left, (self.auto_order_button, self.backorders_button, self.post_button))

    def _packing_of(self, item_id: int) -> Packing:
        """Tell the pack by which an item is ordered: that of its line, or else the vendor's."""
        details = self._details
        on_line = next((line.packing for line in details.lines if line.item_id == item_id), None) if details else None
        vendor_id = details.vendor_id if details else None
        return on_line or self._operations.read(packs.packing_of, item_id, vendor_id)

    # ---- showing ----

    def show_lines(self, details: PurchaseOrderDetails | None) -> None:
        """Show the lines of an order and what it comes to."""
        self._details = details
        self.lines.show_rows(details.lines if details else ())
        self.total_label.setText(formatting.amount(details.total if details else ZERO))
        told = smallest_order_words(details.smallest, costs=self._costs.seen) if details else ""
        self.minimum_label.setText(told and tr("Smallest order: {progress}").format(progress=told))
        self.minimum_label.setAccessibleName(self.minimum_label.text())
        self.minimum_label.setVisible(bool(told))

    def show_vendor(self, vendor: VendorDetails | None, details: PurchaseOrderDetails | None) -> None:
        """Say under the vendor how to reach them, and who began the order when."""
        facts = []
        if vendor is not None:
            written = vendor.fields
            facts = [written.account_number and tr("Account {number}").format(number=written.account_number)]
            facts.append(written.phone)
        if details is not None:
            begun = tr("started {time} by {name}")
            facts.append(begun.format(time=formatting.date_time(details.created_at), name=details.created_by))
        self.header.small_print.setText(" · ".join(fact for fact in facts if fact))
        self.open_vendor_button.setEnabled(vendor is not None)
