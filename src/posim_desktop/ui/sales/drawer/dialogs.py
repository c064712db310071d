"""What the Drawer screen asks: a float, cash that moves without a sale, a count, what stays at the close."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Cell, Refusal, RefusedError, TroubleError
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.days import (
    MOST_PIECES,
    CashMove,
    Pieces,
    RowKind,
    counted_sum,
    takes_more_than_is_there,
)
from posim_desktop.domain.why import Why
from posim_desktop.printing.sales.day_report import drawer_name, standing_words
from posim_desktop.queries.sales import days as queries
from posim_desktop.queries.sales.days import DayDetails, DrawerChoice, DrawerHere
from posim_desktop.services.sales import days
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.drop_down import DropDown
from posim_desktop.ui.widgets.edits import MoneyEdit, TextEdit, with_hint
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.question import Question

_COUNT_WIDTH = 130 * SPACE
_COUNT_COLUMNS = 2
_NAMED = 6


class _DrawerDialog(FormDialog):
    """Runs a verb at OK, and stays with what was typed if it is refused."""

    def __init__(self, parent: QWidget, operations: Operations, name: str, title: str, accept: str) -> None:
        super().__init__(parent, title, accept=accept, cancel="")
        self.setObjectName(name)
        cancel = QCoreApplication.translate("DrawerDialog", "Cancel")
        self.cancel_button.setText(cancel)
        self.cancel_button.setAccessibleName(cancel)
        self.operations = operations
        self._attempt = Attempt(one_action=True)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def verb(self) -> partial[Done]:
        """Bind what OK does.

        Raises:
            RefusedError: What was typed cannot be.
        """
        raise NotImplementedError

    def _on_accept_button_clicked(self) -> None:
        try:
            verb = self.verb()
        except RefusedError as error:
            self.show_refusal(error.refusal)
            return
        self.clear_refusals()
        self.run(verb)

    def run(self, verb: partial[Done]) -> None:
        """Do it, and close once it is done."""
        if isinstance(self.operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()


class OpenDrawerDialog(_DrawerDialog):
    """Asks for the float that was counted."""

    def __init__(self, parent: QWidget, operations: Operations, here: DrawerHere) -> None:
        super().__init__(parent, operations, "open_drawer", "", "")
        self.setWindowTitle(self.tr("Open Drawer"))
        self.accept_button.setText(self.tr("Open"))
        self.accept_button.setAccessibleName(self.tr("Open"))
        if here.had_days:
            left = formatting.amount(here.left)
            self.say_first(self.tr("{amount} was left in the drawer.").format(amount=left))
        self.float_edit = MoneyEdit("float")
        self.float_edit.set_value(here.left)
        self.reason_edit = TextEdit(text.REASON)
        self.add_input("float", self.tr("Float"), self.float_edit)
        self.add_input("reason", self.tr("Reason"), self.reason_edit)
        self.first_focus = self.float_edit

    @override
    def verb(self) -> partial[Done]:
        """Open the drawer of this computer."""
        return partial(days.open_day, opened_with=self.float_edit.value(), reason=self.reason_edit.text())


class CashMoveDialog(_DrawerDialog):
    """Asks how much cash comes in or goes out, and what for."""

    def __init__(self, parent: QWidget, operations: Operations, kind: RowKind, printer: str) -> None:
        super().__init__(parent, operations, "cash_move", "", "")
        self._kind, self._printer = kind, printer
        title = {
            RowKind.PAID_IN: self.tr("Paid In"),
            RowKind.PAID_OUT: self.tr("Paid Out"),
            RowKind.DROP: self.tr("Drop"),
        }[kind]
        first = {
            RowKind.PAID_IN: self.tr("Cash that comes into the drawer without a sale."),
            RowKind.PAID_OUT: self.tr("Cash that is paid out of the drawer without a sale."),
            RowKind.DROP: self.tr("Cash that is taken out of the drawer and put into the safe or the bank."),
        }[kind]
        self.setWindowTitle(title)
        self.accept_button.setText(title)
        self.accept_button.setAccessibleName(title)
        self.say_first(first)
        self.amount_edit = MoneyEdit("amount")
        self.reason_edit = TextEdit(text.REASON)
        self.add_input("amount", self.tr("Amount"), self.amount_edit)
        self.add_input("reason", self.tr("Reason"), self.reason_edit)
        self.first_focus = self.amount_edit

    @override
    def verb(self) -> partial[Done]:
        """Write the cash into the day."""
        return partial(days.move_cash, move=self._move(), printer=self._printer)

    def _move(self) -> CashMove:
        return CashMove(self._kind, self.amount_edit.value(), self.reason_edit.text())

    @override
    def run(self, verb: partial[Done]) -> None:
        """Do it, or ask first whether more is meant than should be there."""
        there = self._there()
        if there is None or not takes_more_than_is_there(self._move(), there):
            super().run(verb)
            return
        words = self.tr("There should be {there} in the drawer, which is less than {amount}.")
        asking = Question(
            self,
            self.tr("More Than Is There"),
            words.format(there=formatting.amount(there), amount=formatting.amount(self._move().amount)),
            act=self.windowTitle(),
            give_up=self.tr("Change the Amount"),
        )
        asking.accepted.connect(partial(super().run, verb))
        asking.rejected.connect(self.amount_edit.setFocus)
        asking.open()

    def _there(self) -> Decimal | None:
        """Read what should be in the drawer; None where somebody counts it blind, or where it cannot be read."""
        if self.operations.lacking(Permission.SEE_EXPECTED) is not None:
            return None
        try:
            here = self.operations.read(queries.here, self.operations.workstation)
        except TroubleError:
            return None
        return here.left if here.day is None else here.day.expected


class CountDialog(_DrawerDialog):
    """A row for each note and coin, and one for what is counted in a sum; what should be there is not told."""

    def __init__(self, parent: QWidget, operations: Operations, day: DayDetails, values: Sequence[Decimal]) -> None:
        super().__init__(parent, operations, "count_drawer", "", "")
        self._day_id, self._values = day.row.id, tuple(values)
        self.setWindowTitle(self.tr("Count Drawer"))
        self.setMinimumWidth(min(_COUNT_WIDTH, self.screen().availableGeometry().width()))
        self.accept_button.setText(self.tr("Count"))
        self.accept_button.setAccessibleName(self.tr("Count"))
        self.say_first(
            self.tr("Say how many there are of each. Once it is counted, nothing is paid here until it is closed.")
        )
        if day.standing:
            self.say_first(_standing(day))
        self.piece_edits: list[QLineEdit] = []
        self._sum_labels: list[QLabel] = []
        self.rest_edit = MoneyEdit("rest")
        self.rest_edit.set_value(ZERO)
        self.sum_label = QLabel()
        self.sum_label.setObjectName("sum_label")
        mark(self.sum_label, role="title")
        if self._values:
            self.body.addLayout(self._build_pieces())
        self.add_input("rest", self.tr("Rest, in one sum"), self.rest_edit)
        self.inputs["counted"] = self.rest_edit
        self.form.addRow("", self.sum_label)
        self.rest_edit.textChanged.connect(self._add_up)
        in_turn = (*self.piece_edits, self.rest_edit, self.cancel_button, self.accept_button)
        for before, after in pairwise(in_turn):
            self.setTabOrder(before, after)
        self.first_focus = self.piece_edits[0] if self.piece_edits else self.rest_edit
        self._add_up()

    def _build_pieces(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(SPACE)
        for place, value in enumerate(self._values):
            row, column = divmod(place, _COUNT_COLUMNS)
            edit, result = QLineEdit(), QLabel()
            label = QLabel(formatting.amount(value))
            label.setBuddy(edit)
            mark(label, role="label")
            mark(result, role="muted")
            edit.setObjectName(f"pieces_{place}")
            edit.setAccessibleName(self.tr("How many of {value}").format(value=formatting.amount(value)))
            edit.setMaxLength(len(str(MOST_PIECES)))
            edit.setMaximumWidth(20 * SPACE)
            edit.setAlignment(Qt.AlignmentFlag.AlignRight)
            edit.textChanged.connect(self._add_up)
            for offset, widget in enumerate((label, with_hint(edit), result)):
                grid.addWidget(widget, row, 4 * column + offset)
            grid.setColumnMinimumWidth(4 * column + 3, 4 * SPACE)
            grid.setColumnStretch(4 * column + 2, 1)
            self.piece_edits.append(edit)
            self._sum_labels.append(result)
        return grid

    def _counts(self) -> list[int | None]:
        """Read how many there are of each; None where no number is typed."""
        typed = (edit.text().strip() for edit in self.piece_edits)
        return [0 if not each else int(each) if each.isascii() and each.isdecimal() else None for each in typed]

    def _add_up(self) -> None:
        pieces = [Pieces(value, each or 0) for value, each in zip(self._values, self._counts(), strict=True)]
        for label, each in zip(self._sum_labels, pieces, strict=True):
            label.setText(formatting.money(each.value * each.how_many) if each.how_many else "")
        try:
            rest = self.rest_edit.value()
        except RefusedError:
            rest = ZERO
        total = formatting.amount(counted_sum(pieces) + rest)
        self.sum_label.setText(self.tr("Counted: {amount}").format(amount=total))

    @override
    def verb(self) -> partial[Done]:
        """Write the count."""
        counts = self._counts()
        for place, each in enumerate(counts):
            if each is None:
                raise RefusedError(Refusal(Why.PIECES_OUT_OF_RANGE, Cell("pieces", place), most=MOST_PIECES))
        pieces = tuple(Pieces(value, each) for value, each in zip(self._values, counts, strict=True) if each)
        return partial(days.count, day_id=self._day_id, pieces=pieces, rest=self.rest_edit.value())

    @override
    def show_refusal(self, refusal: Refusal) -> bool:
        """Show a refusal at its input; that of a piece leads to it."""
        if isinstance(refusal.where, Cell) and refusal.where.line < len(self.piece_edits):
            super().show_refusal(refusal.at(None))
            edit = self.piece_edits[refusal.where.line]
            edit.setFocus()
            edit.selectAll()
            return True
        return super().show_refusal(refusal)


class CloseDrawerDialog(_DrawerDialog):
    """Shows what was counted beside what should be there, and asks what stays in the drawer."""

    def __init__(self, parent: QWidget, operations: Operations, day: DayDetails, printer: str) -> None:
        super().__init__(parent, operations, "close_drawer", "", "")
        self._day_id, self._printer = day.row.id, printer
        self.setWindowTitle(self.tr("Close Drawer"))
        self.accept_button.setText(self.tr("Close the Day"))
        self.accept_button.setAccessibleName(self.tr("Close the Day"))
        counted, over = day.counted or ZERO, day.over or ZERO
        self.figures_label = self.say_first(self._compared(day.expected, counted, over))
        self.figures_label.setObjectName("figures_label")
        mark(self.figures_label, role="value")
        if day.standing:
            self.say_first(_standing(day))
        self.say_first(self.tr("The day gets its Z, and its figures stay as they are now."))
        self.kept_edit = MoneyEdit("kept")
        self.kept_edit.set_value(counted)
        if not day.row.is_office:
            self.add_input("kept", self.tr("Stays in the drawer"), self.kept_edit)
            self.first_focus = self.kept_edit

    def _compared(self, expected: Decimal, counted: Decimal, over: Decimal) -> str:
        """Say in a sentence how what was counted compares with what should be there."""
        if over > 0:
            words = self.tr("Counted {counted}, expected {expected}: {over} over.")
        elif over < 0:
            words = self.tr("Counted {counted}, expected {expected}: {over} short.")
        else:
            words = self.tr("Counted {counted}, as expected.")
        return words.format(
            counted=formatting.amount(counted), expected=formatting.amount(expected), over=formatting.amount(abs(over))
        )

    @override
    def verb(self) -> partial[Done]:
        """Close the day."""
        return partial(days.close, day_id=self._day_id, kept=self.kept_edit.value(), printer=self._printer)


class UseDrawerDialog(_DrawerDialog):
    """Asks which drawer this computer uses."""

    def __init__(self, parent: QWidget, operations: Operations, here: DrawerHere) -> None:
        super().__init__(parent, operations, "use_drawer", "", "")
        self.setWindowTitle(self.tr("Drawer of This Computer"))
        self.accept_button.setText(self.tr("OK"))
        self.accept_button.setAccessibleName(self.tr("OK"))
        self.say_first(
            self.tr("Several computers can use one drawer. Office is for those without a drawer: they take no cash.")
        )
        self.drawer_edit = DropDown()
        self._choices: list[DrawerChoice | None] = list(here.choices)
        if all(each.name != operations.workstation for each in here.choices):
            self._choices.insert(0, None)
        for each in self._choices:
            own = self.tr("Its own")
            self.drawer_edit.addItem(own if each is None else drawer_name(each.name, is_office=each.is_office))
        used = here.drawer
        self.drawer_edit.setCurrentIndex(self._choices.index(used) if used in self._choices else 0)
        self.add_input("drawer", self.tr("Drawer"), self.drawer_edit)

    @override
    def verb(self) -> partial[Done]:
        """Use the chosen drawer."""
        chosen = self._choices[self.drawer_edit.currentIndex()]
        return partial(days.use_drawer, drawer_id=None if chosen is None else chosen.id)


def _standing(day: DayDetails) -> str:
    """Say for which invoices money was handed over that are not posted: it is in the drawer and stays there."""
    words = QCoreApplication.translate(
        "DrawerDialog", "Handed over for invoices that are not posted; it is in the drawer, and stays there:"
    )
    named = [f"{standing_words(each)}: {formatting.amount(each.amount)}" for each in day.standing[:_NAMED]]
    more = ["…"] if len(day.standing) > _NAMED else []
    return "\n".join([words, *named, *more])
