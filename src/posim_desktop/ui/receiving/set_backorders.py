"""Set Backorders to Customers: whom a delivery is for, asked when its receiving log is posted.

Serves the guide's page "Set backorders to customers".
"""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Change, Changes, Done, Record
from posim_desktop.domain.errors import Field, Refusal, TroubleError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.receiving import logs as log_rules
from posim_desktop.domain.why import Why
from posim_desktop.queries.backorders import backorders, left_out
from posim_desktop.queries.receiving import logs as receiving
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.receiving.freed_deposits import words_about_deposits
from posim_desktop.ui.receiving.share_rows import ShareRows
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.approval_notice import ApprovalNotice
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.edits import show_refusal, with_hint
from posim_desktop.ui.widgets.entry_table import EntryTable
from posim_desktop.ui.widgets.left_out import with_left_out
from posim_desktop.ui.widgets.screen_size import resize_on_screen
from posim_desktop.ui.widgets.signature import name_box

_WIDTH, _HEIGHT = 310 * SPACE, 165 * SPACE
_NAME_WIDTH = 60 * SPACE


def has_backorders_to_set(operations: Operations, receiving_log_id: int) -> bool:
    """Return whether customers wait for anything that came with a receiving log.

    Raises:
        TroubleError: The database cannot be reached.
    """
    return bool(operations.read(receiving.set_backorders, receiving_log_id))


class SetBackordersDialog(QDialog):
    """Asks per backorder how many to set aside (Rcv) and how many are no longer wanted (Canc); OK posts the log.

    When somebody else changes a backorder or the log meanwhile, the figures are read again, what was typed stays, and
    the dialog says so.

    Signals:
        posted(int): The receiving log was posted; its id.
    """

    posted = Signal(int)

    def __init__(self, parent: QWidget, operations: Operations, *, receiving_log_id: int) -> None:
        """Read what came and who waits for it.

        Raises:
            TroubleError: The database cannot be reached.
        """
        super().__init__(parent)
        self.operations = operations
        self._receiving_log_id = receiving_log_id
        self._attempt = Attempt(one_action=True)
        self._at_work = False
        self._over: Refusal | None = None
        self.rows = ShareRows(operations.read(receiving.set_backorders, receiving_log_id), self)
        self.setObjectName("set_backorders")
        self.setWindowTitle(self.tr("Set Backorders to Customers"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_on_screen(self, _WIDTH, _HEIGHT)
        self._build()
        self._connect()
        self._show_state()

    # ---- building ----

    def _build(self) -> None:
        self.explained_label = QLabel()
        self.explained_label.setObjectName("explained_label")
        self.explained_label.setWordWrap(True)
        mark(self.explained_label, role="muted")
        self._show_left_out()
        self.banner = Banner()
        self.banner.setObjectName("banner")
        reasons = {self.rows.reason_column: self.operations.read(backorders.reasons)}
        self.table = EntryTable(self.rows, self.tr("Backorders"), self.rows.reason_column, reasons)
        self.table.setObjectName("table")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(ApprovalNotice(self.operations, Permission.RECEIVE, self))
        layout.addWidget(self.explained_label)
        layout.addWidget(self.banner)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._build_said())
        layout.addLayout(self._build_foot())

    def _show_left_out(self) -> None:
        words = self.tr(
            "Rcv sets goods aside for the customer on an Open Invoice. Canc cancels what the customer no longer "
            "wants, with a reason. What is left goes on the shelf."
        )
        count = self.operations.read(left_out.on_log, self._receiving_log_id)
        self.explained_label.setText(with_left_out(words, count))

    def _build_said(self) -> QHBoxLayout:
        self.hint_label = QLabel()
        self.hint_label.setObjectName("hint_label")
        self.hint_label.setWordWrap(True)
        self.total_label = QLabel()
        self.total_label.setObjectName("total_label")
        mark(self.total_label, role="value")
        columns = QHBoxLayout()
        columns.setSpacing(6 * SPACE)
        columns.addWidget(self.hint_label, 1)
        columns.addWidget(self.total_label)
        return columns

    def _build_foot(self) -> QHBoxLayout:
        self.name_edit = name_box(self.operations)
        self.name_edit.setObjectName("name_edit")
        self.name_edit.setAccessibleName(self.tr("Name"))
        self.name_edit.setMinimumWidth(_NAME_WIDTH)
        caption = QLabel(self.tr("&Name"))
        caption.setBuddy(self.name_edit)
        mark(caption, role="label")
        self.cancel_button = named_button("cancel_button", self.tr("&Cancel"))
        self.total_button = named_button("total_button", self.tr("&Total"))
        self.ok_button = named_button("ok_button", self.tr("&OK"))
        self.total_button.setDefault(True)
        mark(self.ok_button, primary=True)
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        columns.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(with_hint(self.name_edit))
        columns.addStretch(1)
        for button in (self.cancel_button, self.total_button, self.ok_button):
            columns.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        caption.setFixedHeight(self.name_edit.sizeHint().height())
        return columns

    def _connect(self) -> None:
        self.rows.entered.connect(self._show_state)
        self.table.selectionModel().currentChanged.connect(self._on_table_current_changed)
        self.table.passed_last.connect(self.total_button.setFocus)
        self.name_edit.currentIndexChanged.connect(self._show_state)
        self.cancel_button.clicked.connect(self.reject)
        self.total_button.clicked.connect(self.total)
        self.ok_button.clicked.connect(self._on_ok_button_clicked)
        QShortcut(QKeySequence("Ctrl+T"), self).activated.connect(self.total)
        # Not a click: where OK is greyed out, the key leads to the cell that is why.
        QShortcut(QKeySequence("F12"), self, autoRepeat=False).activated.connect(self._on_ok_button_clicked)
        self.operations.bus.changed.connect(self._on_bus_changed)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.point_at_first()
        self.table.setFocus()

    # ---- what it comes to ----

    def total(self) -> bool:
        """Add up and check; go to the first cell that does not fit and say why, or on to OK."""
        self.table.take_open_cell()
        self._show_state()
        wrong = self.rows.sheet.first_error()
        if wrong is not None:
            self.table.go_to(self.rows.index_of(wrong[0]))
            self._say_hint(self.table.currentIndex())
            return False
        unsigned = self._name_refusal()
        if unsigned is not None:
            show_refusal({"name": self.name_edit}, unsigned)
            return False
        if self._over is None:
            mark(self.hint_label, role="good")
            self.hint_label.setText(self._words_when_right())
            self.ok_button.setFocus()
        return self._over is None

    def _words_when_right(self) -> str:
        words = self.tr("Everything adds up. Press OK to post the receiving log.")
        try:
            deposits = words_about_deposits(self.operations, self.rows.sheet.shares())
        except TroubleError:
            return words  # posting says what is wrong
        return f"{words} {deposits}." if deposits else words

    def _name_refusal(self) -> Refusal | None:
        if self.rows.sheet.cancels() and self.name_edit.currentData() is None:
            return Refusal(Why.NO_CANCELING_EMPLOYEE, Field("name"))
        return None

    def _show_state(self) -> None:
        """Show the sums, and whether they can be posted."""
        sums = self.rows.sheet.sums()
        words = self.tr(
            "Received {received} · Set to customers {rcv} ({customers}) · Left {left} · Canceled {canceled}"
        )
        self.total_label.setText(
            words.format(
                received=formatting.quantity(sums.received),
                rcv=formatting.quantity(sums.rcv),
                customers=self._customers(sums.customers),
                left=formatting.quantity(sums.left),
                canceled=formatting.quantity(sums.canceled),
            )
        )
        wrong = self.rows.sheet.first_error()
        unsigned = self._name_refusal()
        why = words_of(self._over) if self._over else wrong[1] if wrong else words_of(unsigned)
        self.ok_button.setEnabled(not why)
        self.ok_button.setToolTip(why or "F12")
        self._say_hint(self.table.currentIndex())

    def _customers(self, number: int) -> str:
        return self.tr("%n customers", "", number)

    def _say_hint(self, index: QModelIndex) -> None:
        """Say below the table what is wrong with the current cell, else with the first that is."""
        words = self._words_about(index)
        wrong = None if words else self.rows.sheet.first_error()
        if wrong is not None:
            words = self._words_about(self.rows.index_of(wrong[0]))
        mark(self.hint_label, role="field-error")
        self.hint_label.setText(words)

    def _words_about(self, index: QModelIndex) -> str:
        row, message = self.rows.row_at(index.row()), self.rows.error_at(index)
        if row is None or not message:
            return ""
        item = self.rows.sheet.item_of(row).item
        return f"{self.rows.label(index.column())} · {item.item} · {row.backorder.customer}: {message}"

    # ---- posting ----

    def _on_ok_button_clicked(self) -> None:
        if not self.total():
            return
        sheet = self.rows.sheet
        verb = partial(
            receiving_posting.post,
            receiving_log_id=self._receiving_log_id,
            shares=sheet.shares(),
            canceled_by_id=self.name_edit.currentData() if sheet.cancels() else None,
        )
        self._at_work = True
        done = self.operations.run(self, verb, self._attempt, self._on_refusal)
        self._at_work = False
        if isinstance(done, Done):
            self.accept()
            self.posted.emit(done.record_id)

    def _on_refusal(self, refusal: Refusal) -> bool:
        moved = self._reload()
        if self._over is not None:
            return True
        if refusal.where == Field("name"):
            return show_refusal({"name": self.name_edit}, refusal)
        wrong = self.rows.sheet.first_error()
        place = wrong[0] if wrong else None
        if not moved and place is None:
            place = self.rows.sheet.place_refusal(refusal)
            self.rows.repaint()
        if place is not None:
            self.table.go_to(self.rows.index_of(place))
        elif not moved:
            self.banner.show_message("bad", words_of(refusal))
        self._show_state()
        return True

    def _reload(self) -> bool:
        """Read the figures again, and say so when they moved."""
        try:
            log = self.operations.read(receiving.details, self._receiving_log_id)
            items = self.operations.read(receiving.set_backorders, self._receiving_log_id)
            self._show_left_out()
        except TroubleError as trouble:
            self.banner.show_message("bad", words_of_trouble(trouble))
            return False
        self._over = log_rules.edit_refusal(log.status) if log else Refusal(Why.NO_SUCH_LOG)
        if self._over is not None:
            self.banner.show_message("attention", words_of(self._over))
            self._show_state()
            self.cancel_button.setFocus()
            return True
        differs = self.rows.sheet.differs_from(items)
        moved = differs and self.table.keep_place(partial(self.rows.refresh, items))
        if moved:
            self.banner.show_message(
                "attention",
                self.tr("Somebody just changed these backorders. The figures are up to date; what you typed is kept."),
            )
        return moved

    # ---- slots ----

    def _on_table_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._say_hint(current)

    def _on_bus_changed(self, changes: Changes) -> None:
        log = Change(Record.RECEIVING_LOG, self._receiving_log_id)
        if not self._at_work and (log in changes or any(each.record is Record.BACKORDER for each in changes)):
            self._reload()
