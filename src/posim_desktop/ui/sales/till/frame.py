"""Where the panels of the till stand. Serves the guide's page "Sell"."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.printing.sales.order_words import order_words
from posim_desktop.queries.sales.working_rows import WorkingDetails, WorkingLine
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.sales.till.customer_notes import CustomerNotes
from posim_desktop.ui.sales.till.customer_panel import CustomerPanel
from posim_desktop.ui.sales.till.lines_model import CELL_KEYS, LineColumn, LinesModel
from posim_desktop.ui.sales.till.lines_table import InvoiceLinesTable
from posim_desktop.ui.sales.till.pay_panel import PayPanel
from posim_desktop.ui.sales.till.posted_panel import PostedPanel
from posim_desktop.ui.sales.till.totals_panel import TotalsPanel
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.document_lines import DocumentLines, Hint
from posim_desktop.ui.widgets.elided import ElidedLabel
from posim_desktop.ui.widgets.folding_buttons import FoldingButtons
from posim_desktop.ui.widgets.item_entry import ItemEntry
from posim_desktop.ui.widgets.scrolled import Scrolled

_NEED_CUSTOMER = (TransCode.BACKORDER, TransCode.DEPOSIT)
_SIDE, _NARROW_SIDE, _WIDE_SIDE = 82 * SPACE, 70 * SPACE, 100 * SPACE
_ROOMY = 280 * SPACE  # the till's width from which the panels at the side have theirs
_LOW = 140 * SPACE  # the till's height below which paying has the side to itself


class TillFrame:
    """Builds the till's panels into a window and shows an invoice in them."""

    def __init__(self, operations: Operations, window: QWidget) -> None:
        self._window = window
        self._operations = operations
        self._details: WorkingDetails | None = None
        self._is_low = False
        self.banner = Banner()
        self.banner.setObjectName("banner")
        self.customer_notes = CustomerNotes()
        rows = LinesModel(window)
        self.lines_table = InvoiceLinesTable(rows)
        self.lines = DocumentLines(
            ItemEntry(operations),
            rows,
            self.lines_table,
            screen="till",
            expired=_tr("Sell Anyway"),
            empty=_tr("Scan an item, or type its ID or part of its description, and press Enter."),
            name_of=lambda line: line.item or line.description,
            about=self._about,
        )
        self.customer_panel = CustomerPanel(operations)
        self.customer_panel.setObjectName("customer_panel")
        self.totals_panel = TotalsPanel()
        self.totals_panel.setObjectName("totals_panel")
        self.pay_panel = PayPanel(operations)
        self.pay_panel.setObjectName("pay_panel")
        self.posted_panel = PostedPanel()
        self.posted_panel.setObjectName("posted_panel")
        self.return_banner = Banner()
        self.return_banner.setObjectName("return_banner")
        self._build()
        self.show_details(None)

    def _build(self) -> None:
        work = QHBoxLayout()
        work.setSpacing(3 * SPACE)
        work.addLayout(self._build_lines(), 1)
        work.addWidget(self._build_side())
        below = QVBoxLayout()
        below.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        below.setSpacing(3 * SPACE)
        below.addLayout(work, 1)
        rows = QVBoxLayout(self._window)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._title_band = self._build_title_band()
        rows.addWidget(self._title_band)
        rows.addLayout(below, 1)
        self._fit_panels(0)

    def _build_title_band(self) -> QFrame:
        band = QFrame()
        mark(band, titleband=True)
        self.title_label = QLabel(_tr("Working Invoice"))
        self.title_label.setObjectName("title_label")
        mark(self.title_label, role="title")
        self.since_label = ElidedLabel()
        self.since_label.setObjectName("since_label")
        mark(self.since_label, role="muted")
        self.new_button = self._button(_tr("New"), "plus", "new_sale_button")
        self.parked_button = self._button(_tr("Parked"), "layers", "parked_button")
        self.comment_button = self._button(_tr("Comment"), "pencil", "comment_button")
        self.discount_button = self._button(_tr("Discount"), "percent", "discount_button")
        self.deposit_button = self._button(_tr("Deposit"), "wallet", "open_deposit_button")
        self.note_button = self._button(_tr("Note"), "file-text", "note_button")
        self.remove_line_button = self._button(_tr("Delete Line"), "trash-2", "remove_line_button")
        self.discard_button = self._button(_tr("Discard"), "ban", "discard_button")
        columns = QHBoxLayout(band)
        columns.setContentsMargins(4 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        columns.setSpacing(2 * SPACE)
        columns.addWidget(self.title_label)
        columns.addWidget(self.since_label, 1)
        columns.addStretch()
        buttons = (
            self.new_button,
            self.parked_button,
            self.discount_button,
            self.comment_button,
            self.deposit_button,
            self.note_button,
            self.remove_line_button,
            self.discard_button,
        )
        columns.addWidget(FoldingButtons(buttons))
        return band

    def _button(self, label: str, sign: str, name: str) -> QPushButton:
        button = QPushButton(label)
        button.setObjectName(name)
        button.setAccessibleName(label)
        button.setIcon(icon(sign))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _build_lines(self) -> QVBoxLayout:
        self.note_label = QLabel()
        self.note_label.setObjectName("note_label")
        self.note_label.setWordWrap(True)
        mark(self.note_label, role="muted")
        rows = QVBoxLayout()
        rows.setSpacing(2 * SPACE)
        # Beside the panels and not above them: a message moves no button that somebody is about to press.
        rows.addWidget(self.banner)
        rows.addWidget(self.return_banner)
        rows.addWidget(self.customer_notes)
        rows.addWidget(self.lines, 1)
        rows.addWidget(self.note_label)
        rows.addWidget(self._build_keys())
        return rows

    def _build_keys(self) -> ElidedLabel:
        """Say which key leads where; a shop that knows them never needs the mouse."""
        columns = {column.name: column.label for column in self.lines.rows.columns}
        cells = ((key, columns[column]) for column, key in CELL_KEYS.items())
        keys = (("F2", _tr("Item")), ("F3", _tr("Customer")), *cells)
        self.keys_label = ElidedLabel(" · ".join(f"{key} {name}" for key, name in keys))
        self.keys_label.setObjectName("keys_label")
        mark(self.keys_label, role="muted")
        return self.keys_label

    def _build_side(self) -> QWidget:
        self._side = side = QWidget()
        self.panels = QStackedWidget()
        self.panels.setObjectName("panels")
        self.totals_page = QWidget()
        totals_rows = QVBoxLayout(self.totals_page)
        totals_rows.setContentsMargins(0, 0, 0, 0)
        totals_rows.addStretch(1)
        totals_rows.addWidget(self.totals_panel)
        for panel in (self.totals_page, self.pay_panel, self.posted_panel):
            self.panels.addWidget(panel)
        self.panels.currentChanged.connect(self._fit_panels)
        self.panels.currentChanged.connect(self._mark_main_button)
        self._customer = Scrolled(self.customer_panel)
        self._customer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3 * SPACE)
        rows.addWidget(self._customer)
        rows.addWidget(self.panels, 1)
        return side

    def fit(self, size: QSize) -> None:
        """Let the lines and the buttons above them have more of a narrow window, and paying more of a low one."""
        roomy = size.width() >= _ROOMY
        self._side.setFixedWidth(max(_SIDE, min(size.width() // 4, _WIDE_SIDE)) if roomy else _NARROW_SIDE)
        self.since_label.setVisible(roomy)
        self._is_low = size.height() < _LOW
        self._fit_panels(self.panels.currentIndex())

    def _fit_panels(self, front: int) -> None:
        """Let only the visible panel determine the window's minimum height."""
        for widget in (self._title_band, self._customer):
            widget.setVisible(front == 0 or not self._is_low)
        policy = QSizePolicy.Policy
        for place, panel in enumerate((self.totals_page, self.pay_panel, self.posted_panel)):
            panel.setSizePolicy(policy.Preferred, policy.Preferred if place == front else policy.Ignored)

    def _mark_main_button(self, *_: object) -> None:
        """Let the banner lead on while one looks at goods set aside, and Pay or Post at other times."""
        leads_on = self._details is not None and self._details.committed
        self.totals_panel.mark_pay(main=not leads_on)
        mark(self.banner.action_button, primary=leads_on and not self.is_paying)

    @property
    def is_paying(self) -> bool:
        """Whether tenders are being taken."""
        return self.panels.currentWidget() is self.pay_panel

    @property
    def is_posted(self) -> bool:
        """Whether the result of a posting is shown."""
        return self.panels.currentWidget() is self.posted_panel

    def show_totals(self) -> None:
        """Show what the invoice comes to."""
        self.panels.setCurrentWidget(self.totals_page)

    def show_pay(self) -> None:
        """Show the tenders."""
        self.panels.setCurrentWidget(self.pay_panel)

    def show_posted(self) -> None:
        """Show the result of a posting."""
        self.panels.setCurrentWidget(self.posted_panel)

    def show_details(self, details: WorkingDetails | None) -> None:
        """Show an invoice, or an empty till."""
        self._details = details
        self.lines.show_rows(details.lines if details else ())
        customer = details.customer if details else None
        self.customer_panel.show_customer(customer)
        order = [] if details is None else order_words([details.customer_order], [details.job_tag])
        self.customer_panel.show_order(" · ".join(order))
        self.customer_notes.show_notes(customer.notes if customer else "")
        if details is None or all(line.trans_code not in _NEED_CUSTOMER for line in details.lines):
            self.customer_panel.forget_refusal()  # that a backorder needs a customer
        self.totals_panel.show_totals(details)
        self._mark_main_button()
        self.since_label.setText(
            _tr("since {time} · {employee}").format(time=_begun(details.created_at), employee=details.employee)
            if details
            else _tr("new")
        )
        self.note_label.setText(_tr("Note: {note}").format(note=details.note) if details and details.note else "")
        self.note_label.setVisible(bool(self.note_label.text()))
        has_lines = bool(details and details.lines)
        self.discount_button.setEnabled(has_lines)
        self.discount_button.setToolTip(_tr("Discount on the whole sale (Shift+F8)"))
        self.remove_line_button.setEnabled(has_lines)
        self.remove_line_button.setToolTip(_tr("Del") if has_lines else _tr("There are no lines to delete."))

    def show_returning(self, *, is_on: bool) -> None:
        """Say that what is named comes back."""
        if is_on:
            words = _tr("Goods come back: what you scan or type now is a return.")
            self.return_banner.show_message("info", words, _tr("Sell Again"))
        else:
            self.return_banner.clear_message()

    def show_refusal(self, refusal: Refusal) -> bool:
        """Show a refusal at the place it is about and put the keyboard there; False when it is about none of them."""
        if refusal.why is Why.MARKED_CELL:
            return self.lines.focus_refused_cell()
        match refusal.where:
            case Field("customer"):
                self.customer_panel.refuse(refusal)
            case Field("tenders" | "reference"):
                self.pay_panel.refuse(refusal)
            case Field("item"):
                self.lines.entry.refuse(refusal)
            case _:
                return False
        return True

    def _about(self, line: WorkingLine) -> Hint:
        """Say what there is of a line's goods."""
        if line.item_id is None:
            return Hint("")
        if not line.stocked:
            return Hint(_tr("{item}: not stocked").format(item=line.item))
        words = _tr("{item}: On Hand {on_hand}, Available {available}").format(
            item=line.item,
            on_hand=formatting.quantity(line.on_hand),
            available=formatting.quantity(line.available),
        )
        if self.lines_table.isColumnHidden(self.lines.rows.column_named(LineColumn.TAX)) and line.tax_code:
            words += _tr(". Tax {code}").format(code=line.tax_code)
        if line.trans_code is TransCode.BACKORDER:
            return Hint(words + _tr(". Back-ordered; not charged until it is picked up."))
        if line.has_no_receipt:
            told = _tr(". No sale is named.") + (_tr(" Reason: {reason}") if line.return_reason else "")
            return Hint(words + told.format(reason=line.return_reason))
        if line.shortage > 0:
            short = _tr(". This sells {short} more than is available.").format(short=formatting.quantity(line.shortage))
            return Hint(words + short, "attention")
        if line.lacks_serials:
            missing = _tr(". {count} of {units} serial numbers are entered (Shift+F5).").format(
                count=formatting.count(len(line.serials)), units=formatting.quantity(line.quantity)
            )
            return Hint(words + missing, "attention")
        if line.serials:
            words += _tr(". Serial No. {numbers}").format(numbers=", ".join(line.serials))
        return Hint(words)


def _tr(words: str) -> str:
    return QCoreApplication.translate("TillFrame", words)


def _begun(moment: datetime) -> str:
    """Write when an invoice was begun; today the time of day says it, and there is room for who did."""
    is_today = formatting.store_day(moment) == formatting.store_day(datetime.now(UTC))
    return formatting.time(moment) if is_today else formatting.date_time(moment)
