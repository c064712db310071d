"""Merging two cards of one customer, which are shown side by side. Serves the guide's page on customers."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries.cards.customers import CustomerDetails
from posim_desktop.queries.cards.merging import MergeSide, candidates, side
from posim_desktop.services.cards import merging
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.style import ROW_HEIGHT, SPACE, mark
from posim_desktop.ui.widgets.clear_button import add_clear_button
from posim_desktop.ui.widgets.edits import with_hint
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.nothing_here import nothing_over
from posim_desktop.ui.widgets.table_dialog import rows_table

if TYPE_CHECKING:
    from posim_desktop.queries.sales.till import CustomerMatch

P = ParamSpec("P")
T = TypeVar("T")
_WIDTH = 290 * SPACE
_MOST_SHOWN = 20
_PAUSE_MS = 200


class _Compared(NamedTuple):
    """A line of the two cards."""

    label: str
    mine: str
    other: str


class MergeCustomersDialog(FormDialog):
    """Finds the other card, shows both and says what moves; open it with ``open()``.

    Signals:
        merged(int): The cards are one now, this one.
    """

    merged = Signal(int)

    def __init__(self, parent: QWidget, operations: Operations, mine: MergeSide) -> None:
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self._operations = operations
        self._attempt = Attempt(one_action=True)
        self._mine = mine
        self._other: MergeSide | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.setObjectName("merge_customers")
        self.setWindowTitle(self.tr("Merge Customers"))
        for button, label in ((self.accept_button, self.tr("Merge")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._build()
        self._connect()
        self.look_up()

    # ---- building ----

    def _build(self) -> None:
        self.say_first(self.tr("Two cards of one customer become one. What is open goes to the card that stays."))
        columns = QHBoxLayout()
        columns.setSpacing(5 * SPACE)
        columns.addLayout(self._build_search(), 2)
        columns.addWidget(self._build_comparison(), 3)
        self.body.addLayout(columns)

    def _build_search(self) -> QVBoxLayout:
        self.search_field = QLineEdit()
        self.search_field.setObjectName("customer_edit")
        self.search_field.setAccessibleName(self.tr("Other Card"))
        self.search_field.setPlaceholderText(self.tr("Name, phone, ID, company"))
        add_clear_button(self.search_field)
        self.inputs["customer"] = self.search_field
        caption = QLabel(self.tr("Other Card"))
        caption.setBuddy(self.search_field)
        mark(caption, role="label")
        self.matches: FixedRows[CustomerMatch] = FixedRows(
            (
                TableColumn(self.tr("Name"), lambda row: row.name),
                TableColumn(self.tr("Phone"), lambda row: row.phone),
                TableColumn(self.tr("Customer ID"), lambda row: row.code),
            ),
            self,
        )
        self.matches_table = rows_table(self.matches, self.tr("Cards Found"), 0)
        self.matches_table.setObjectName("matches_table")
        self.nobody_label = nothing_over(self.matches_table, self.tr("No other card fits."))
        rows = QVBoxLayout()
        rows.setSpacing(SPACE)
        rows.addWidget(caption)
        rows.addWidget(with_hint(self.search_field))
        rows.addSpacing(SPACE)
        rows.addWidget(self.matches_table, 1)
        return rows

    def _build_comparison(self) -> QWidget:
        self.comparison = QWidget()
        keeps_its_place = self.comparison.sizePolicy()
        keeps_its_place.setRetainSizeWhenHidden(True)
        self.comparison.setSizePolicy(keeps_its_place)
        self._comparison_rows = rows = QVBoxLayout(self.comparison)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * SPACE)
        self.lines: FixedRows[_Compared] = FixedRows(
            (
                TableColumn(self.tr("Field"), lambda row: row.label),
                TableColumn(self.tr("This Card"), lambda row: row.mine),
                TableColumn(self.tr("Other Card"), lambda row: row.other),
            ),
            self,
        )
        self.lines_table = rows_table(self.lines, self.tr("Side by Side"), 2)
        self.lines_table.setObjectName("lines_table")
        rows.addWidget(self.lines_table)
        self.this_stays, self.other_stays = QRadioButton(), QRadioButton()
        for choice in (self.this_stays, self.other_stays):
            rows.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        self.moves_label = QLabel()
        self.moves_label.setObjectName("moves_label")
        self.moves_label.setWordWrap(True)
        mark(self.moves_label, role="value")
        rows.addWidget(self.moves_label)
        rows.addStretch(1)
        return self.comparison

    def _connect(self) -> None:
        self.search_field.textChanged.connect(self._on_search_field_changed)
        self._pause.timeout.connect(self.look_up)
        self.matches_table.selectionModel().currentRowChanged.connect(self._on_match_chosen)
        self.this_stays.toggled.connect(self._say_what_moves)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    # ---- choosing ----

    def look_up(self) -> None:
        """List the cards that fit what is typed, or look like this one."""
        self._pause.stop()
        typed = self.search_field.text()
        found = self._read(candidates, self._mine.card, typed, _MOST_SHOWN) or ()
        self.matches.show_rows(found)
        self.nobody_label.setVisible(not found)
        self._show_other(None)
        if found:
            self.matches_table.selectRow(0)

    def _on_search_field_changed(self) -> None:
        self._pause.start()

    def _on_match_chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self._show_other(self._read(side, self.matches.row_at(current.row()).id))

    def _read(self, query: Callable[Concatenate[Any, P], T], *content: P.args, **named: P.kwargs) -> T | None:
        try:
            return self._operations.read(query, *content, **named)
        except TroubleError as trouble:
            self.trouble_label.setText(words_of_trouble(trouble))
            self.trouble_label.show()
            return None

    def _show_other(self, other: MergeSide | None) -> None:
        self._other = other
        self.comparison.setVisible(other is not None)
        self.accept_button.setEnabled(other is not None)
        if other is None:
            return
        mine, theirs = self._mine.card, other.card
        lines = map(_Compared._make, zip(self._labels(), _lines(mine), _lines(theirs), strict=True))
        self.lines.show_rows([line for line in lines if line.mine or line.other])
        height = self.lines_table.horizontalHeader().sizeHint().height()
        self.lines_table.setFixedHeight(height + ROW_HEIGHT * self.lines.rowCount() + 2)
        for choice, card in ((self.this_stays, mine), (self.other_stays, theirs)):
            choice.setText(self.tr("{code} {name} stays").format(code=card.fields.code, name=card.fields.name))
        (self.this_stays if mine.id < theirs.id else self.other_stays).setChecked(True)
        self._say_what_moves()
        self._comparison_rows.activate()
        self.grow()

    def _labels(self) -> tuple[str, ...]:
        return (
            *(self.tr("Customer ID"), self.tr("Name"), self.tr("Company"), self.tr("Phone"), self.tr("Second Phone")),
            *(self.tr("Email"), self.tr("Address"), self.tr("Notes"), self.tr("Tax Exempt")),
            *(self.tr("Bought"), self.tr("Backorders")),
        )

    def _sides(self, other: MergeSide) -> tuple[MergeSide, MergeSide]:
        """Return the card that goes and the one that stays."""
        return (other, self._mine) if self.this_stays.isChecked() else (self._mine, other)

    def _say_what_moves(self) -> None:
        if self._other is None:
            return
        goes, stays = self._sides(self._other)
        words = self.tr(
            "What goes to {stays} – working invoices: {invoices}, backorders: {backorders}. Processed invoices keep "
            "the name they were posted with and are found with {stays}. {goes} is archived for good."
        )
        said = words.format(
            invoices=formatting.count(goes.working_invoices),
            backorders=formatting.count(goes.card.business.backorders),
            stays=stays.card.fields.code,
            goes=goes.card.fields.code,
        )
        self.moves_label.setText(" ".join(filter(None, (said, self._exemption_words(goes, stays)))))

    def _exemption_words(self, goes: MergeSide, stays: MergeSide) -> str:
        """Say whether the card that stays becomes exempt from tax, or keeps another number."""
        taken, kept = goes.card.fields.exempt_number, stays.card.fields.exempt_number
        if not taken or taken == kept:
            return ""
        words = self.tr("{stays} keeps its own tax exemption.") if kept else self.tr("{stays} pays no tax from now on.")
        return words.format(stays=stays.card.fields.code)

    # ---- merging ----

    def _on_accept_button_clicked(self) -> None:
        if self._other is None:
            return
        self.clear_refusals()
        goes, stays = self._sides(self._other)
        verb = partial(
            merging.merge,
            customer_id=goes.card.id,
            version=goes.card.version,
            into_id=stays.card.id,
            into_version=stays.card.version,
        )
        result = self._operations.run(self, verb, self._attempt, self.show_refusal)
        if isinstance(result, Done):
            self.merged.emit(result.record_id)
            self.accept()


def _lines(card: CustomerDetails) -> tuple[str, ...]:
    written = card.fields
    return (
        *(written.code, written.name, written.company, written.phone, written.phone2, written.email),
        *(_in_one_line(written.address), _in_one_line(written.notes)),
        ", ".join(filter(None, (written.exempt_number, written.exempt_reason))),
        formatting.amount(card.business.bought),
        formatting.count(card.business.backorders),
    )


def _in_one_line(text: str) -> str:
    return ", ".join(line.strip() for line in text.splitlines() if line.strip())
