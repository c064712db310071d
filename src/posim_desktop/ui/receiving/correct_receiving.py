"""Correct Receiving: what of a posted log actually came, and whom it hurts. OK posts a correction of its own.

Serves the guide's page "Correct a receiving log".
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.cards.serials import one_form
from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import Cell, Field, Refusal, RefusedError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving import corrections as correction_rules
from posim_desktop.domain.receiving.corrections import ACTUAL, Plan, TakenBack
from posim_desktop.domain.why import Why
from posim_desktop.queries.receiving import corrections as correction_queries
from posim_desktop.queries.receiving.corrections import Correctable
from posim_desktop.services.receiving import corrections
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt, Refused, Trouble
from posim_desktop.ui.receiving.correction_rows import ActualRows, LossRows
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import ROW_HEIGHT, SPACE, mark
from posim_desktop.ui.widgets.approval_notice import ApprovalNotice
from posim_desktop.ui.widgets.drop_down import DropDown
from posim_desktop.ui.widgets.entry_table import EntryTable
from posim_desktop.ui.widgets.screen_size import resize_on_screen
from posim_desktop.ui.widgets.table_dialog import TableDialog

_WIDTH, _HEIGHT = 310 * SPACE, 165 * SPACE
_WIDE = 275 * SPACE  # both tables fit beside each other
_FEWEST_LOSSES = 4  # its head, an item, and two who wait for it; where that is too much the window scrolls
_NOTHING, _WITHOUT_ORDER = -1, 0
_DESCRIPTION, _EFFECT = 1, 3


class CorrectReceivingDialog(TableDialog):
    """Asks what actually came, shows what the correction does, and posts it.

    Signals:
        corrected(int): The log was corrected; the correction.
        prepared(int): A receiving log was begun for the goods; its id.
    """

    corrected = Signal(int)
    prepared = Signal(int)

    def __init__(self, parent: QWidget, operations: Operations, *, receiving_log_id: int) -> None:
        """Read how everything stands.

        Raises:
            TroubleError: The database cannot be reached.
        """
        reload_when = {Record.BACKORDER, Record.INVOICE, Record.ITEM, Record.PURCHASE_ORDER, Record.RECEIVING_LOG}
        super().__init__(parent, operations, "correct_receiving", width=_WIDTH, reload_when=reload_when)
        self._receiving_log_id = receiving_log_id
        self._attempt, self._preparing = Attempt(one_action=True), Attempt(one_action=True)
        self._shown: Correctable | None = None
        self._plan: Plan | None = None
        self._taken: tuple[TakenBack, ...] = ()
        self._quantities: dict[int, object] = {}
        self._build()
        self._connect()
        self.reload()
        resize_on_screen(self, _WIDTH, _HEIGHT)

    # ---- building ----

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Correct Receiving"))
        self.body.addWidget(ApprovalNotice(self.operations, Permission.CORRECT_RECEIVING, self))
        self.say_first(
            self.tr(
                "Enter what actually came. The posted log stays as it is; the difference is taken back by a correction "
                "with a number of its own, from the shelf first and then from those who wait."
            )
        )
        self.body.addWidget(self.news_banner)
        self.actual_rows, self.loss_rows = ActualRows(self), LossRows(self)
        self.actual_table = EntryTable(self.actual_rows, self.tr("Actually Received"), _DESCRIPTION)
        self.actual_table.setObjectName("actual_table")
        self.loss_table = EntryTable(self.loss_rows, self.tr("Customers"), _EFFECT)
        self.loss_table.setObjectName("loss_table")
        self.loss_table.setMinimumHeight(_FEWEST_LOSSES * ROW_HEIGHT)
        self.first_focus = self.actual_table
        self._tables = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tables.setSpacing(3 * SPACE)
        self._tables.addWidget(self.actual_table, 1)
        self._tables.addWidget(self.loss_table, 1)
        self.body.addLayout(self._tables, 1)
        (self.all_button,) = self.add_buttons(self.tr("Take &All Back"))
        self.sum_label = self.say_first("")
        self.sum_label.setObjectName("sum_label")
        mark(self.sum_label, role="value")
        self._build_form()

    def _build_form(self) -> None:
        self.coming_box = QCheckBox(self.tr("The rest is still to &come: the order goes on waiting for it"))
        self.coming_box.setObjectName("coming_box")
        self.coming_box.setChecked(True)
        self.body.addWidget(self.coming_box)
        self.serials_edit = QLineEdit()
        self.add_input("serials", self.tr("Serial Numbers That Did Not Come"), self.serials_edit)
        self.serials_edit.setPlaceholderText(self.tr("scan or type them, with a space between"))
        self.reason_edit = QLineEdit()
        self.reason_edit.setMaxLength(text.REASON)
        self.add_input("reason", self.tr("Reason"), self.reason_edit)
        self.then_edit = DropDown()
        self.add_input("purchase_order", self.tr("Belongs To"), self.then_edit)
        self.accept_button.setToolTip("F12")

    def _connect(self) -> None:
        self.actual_rows.entered.connect(self._on_entered)
        self.loss_rows.entered.connect(self._on_chosen)
        self.actual_table.passed_last.connect(self.reason_edit.setFocus)
        self.loss_table.passed_last.connect(self.reason_edit.setFocus)
        self.all_button.clicked.connect(self.actual_rows.take_all_back)
        self.coming_box.toggled.connect(self._on_entered)
        self.serials_edit.editingFinished.connect(self._on_entered)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side_by_side = self.width() >= _WIDE
        directions = QBoxLayout.Direction
        self._tables.setDirection(directions.LeftToRight if side_by_side else directions.TopToBottom)

    # ---- what it does ----

    @override
    def reload(self) -> bool:
        fresh = self.operations.read(correction_queries.correctable, self._receiving_log_id)
        if fresh is None or fresh == self._shown:
            return False
        first, self._shown = self._shown is None, fresh
        if first:
            self._offer_orders(fresh)
        self.setWindowTitle(self.tr("Correct Receiving Log {number}").format(number=fresh.number))
        self.actual_table.keep_place(partial(self.actual_rows.show_log, fresh))
        self.coming_box.setVisible(any(line.order_line is not None for line in fresh.standing.lines))
        asked = any(line.serials_asked for line in fresh.standing.lines)
        self.form.setRowVisible(self.serials_edit.parentWidget() or self.serials_edit, asked)
        self._on_entered()
        return not first

    def _offer_orders(self, log: Correctable) -> None:
        """Offer where goods of the wrong order belong; they are received there by a log that is begun afterwards."""
        self.then_edit.addItem(self.tr("Nothing else: it did not come"), userData=_NOTHING)
        self.then_edit.addItem(self.tr("A delivery without an order"), userData=_WITHOUT_ORDER)
        for order in self.operations.read(correction_queries.other_orders, self._receiving_log_id):
            words = self.tr("Purchase order {number} to {vendor}")
            self.then_edit.addItem(words.format(number=order.number, vendor=order.vendor), userData=order.id)
        del log

    def _on_entered(self, *_: object) -> None:
        """Work out what the correction does as it is entered."""
        taken = self.actual_rows.taken_back()
        moved = [line for line, quantity in taken.items() if self._quantities.get(line) != quantity]
        self.loss_rows.forget_chosen(moved)
        self._quantities = dict(taken)
        self._work_out()
        if self._shown is not None:
            self.loss_table.keep_place(partial(self.loss_rows.show_plan, self._shown, taken, self._plan))
        self._show_sums()

    def _on_chosen(self) -> None:
        """Work out what it does to take these goods and no others."""
        self._work_out()
        self.loss_rows.tell(self._plan)
        self._show_sums()

    def _work_out(self) -> None:
        self.say_trouble("")
        self._plan = None
        if self._shown is None:
            return
        chosen = self.loss_rows.chosen()
        self._taken = tuple(
            TakenBack(line_id, quantity, self._is_coming(line_id), self._serials_of(line_id), chosen.get(line_id))
            for line_id, quantity in self.actual_rows.taken_back().items()
        )
        if not self._taken:
            return
        try:
            self._plan = correction_rules.plan(self._shown.standing, self._taken)
        except RefusedError as refused:
            self._show_wrong(refused.refusal)

    def _show_wrong(self, refusal: Refusal) -> None:
        """Say why it cannot be corrected so, at the line or above the buttons."""
        self.say_trouble(words_of(refusal))

    def _is_coming(self, line_id: int) -> bool:
        lines = () if self._shown is None else self._shown.standing.lines
        return self.coming_box.isChecked() and any(
            line.line_id == line_id and line.order_line is not None for line in lines
        )

    def _serials_of(self, line_id: int) -> tuple[str, ...]:
        """Return which of the numbers that are entered are units of a line; all of them where all are taken back."""
        line = next(line for line in (self._shown.standing.lines if self._shown else ()) if line.line_id == line_id)
        if line.serials_asked and self._quantities.get(line_id) == line.left:
            return tuple(sorted(line.serials))
        typed = {one_form(each) for each in self.serials_edit.text().replace(",", " ").split()}
        return tuple(sorted(serial for serial in line.serials if one_form(serial) in typed))

    def _show_sums(self) -> None:
        words = self.tr("Taken back {taken} · From the shelf {shelf} · From customers {back} · Still to come {open}")
        plan = self._plan or ()
        self.sum_label.setText(
            words.format(
                taken=formatting.quantity(sum((each.quantity for each in self._taken), NO_UNITS)),
                shelf=formatting.quantity(sum((each.from_shelf for each in plan), NO_UNITS)),
                back=formatting.quantity(sum((b.quantity for each in plan for b in each.backs), NO_UNITS)),
                open=formatting.quantity(sum((each.reopened for each in plan), NO_UNITS)),
            )
        )
        wrong = self.actual_rows.refusals() or self.loss_rows.refusals()
        self.accept_button.setEnabled(self._plan is not None and not wrong)
        nothing = words_of(Refusal(Why.NOTHING_TAKEN_BACK))
        self.accept_button.setToolTip("F12" if self.accept_button.isEnabled() else self.trouble_label.text() or nothing)
        for table_rows in (self.actual_rows, self.loss_rows):
            refused = next(iter(table_rows.refusals()), None)
            if refused is not None:
                self.say_trouble(table_rows.sentence(refused))

    # ---- OK ----

    def _on_accept_button_clicked(self) -> None:
        if self._plan is None:
            return
        self.clear_refusals()
        verb = partial(
            corrections.correct,
            receiving_log_id=self._receiving_log_id,
            taken=self._taken,
            reason=self.reason_edit.text(),
            seen=self._plan,
        )
        self._writing = True
        outcome = self.operations.approvable(self, verb, self._attempt)
        self._writing = False
        match outcome:
            case Done() as done:
                self._go_on(done.record_id)
            case Refused(refusal):
                self._show_refusal_of_posting(refusal)
            case Trouble(message):
                self.say_trouble(message)

    def _show_refusal_of_posting(self, refusal: Refusal) -> None:
        self.reload()
        where = refusal.where
        if isinstance(where, Cell) and where.column == ACTUAL and self.actual_rows.refuse(where.line, refusal):
            self.actual_table.go_to(self.actual_rows.cell_of(where.line))
        if isinstance(where, Field) and where.name in self.inputs:
            self.show_refusal(refusal)
        else:
            self.say_trouble(words_of(refusal))

    def _go_on(self, correction_id: int) -> None:
        """Begin the receiving log for goods that belong elsewhere, if that was chosen."""
        chosen = self.then_edit.currentData()
        self.accept()
        self.corrected.emit(correction_id)
        if chosen == _NOTHING:
            return
        order_id = None if chosen == _WITHOUT_ORDER else chosen
        verb = partial(corrections.prepare, correction_id=correction_id, purchase_order_id=order_id)
        done = self.operations.run(self, verb, self._preparing)
        if isinstance(done, Done):
            self.prepared.emit(done.record_id)
