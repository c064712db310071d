"""The right column of the card: all that is known of the chosen line. Serves the guide's page on special orders."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.errors import Refusal, RefusedError, TroubleError
from posim_desktop.domain.sales.special_orders import SpecialLine
from posim_desktop.queries import answers, attachments
from posim_desktop.queries.sales import special_orders as queries
from posim_desktop.queries.sales.special_orders import SpecialLineRow
from posim_desktop.ui.icons import icon
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.sales.special_orders.line_form import OF_NEW_ITEMS, LineForm
from posim_desktop.ui.sales.special_orders.words import item_word, tr
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.costs import Costs
from posim_desktop.ui.widgets.edits import clear_refusals, show_refusal, with_hint
from posim_desktop.ui.widgets.form import let_be_read
from posim_desktop.ui.widgets.inputs import TickBox

_SHOWN = (
    *(
        "vendor_id",
        "vendor_item_number",
        "cost",
        "will_also_take",
        "question",
        "one_piece",
        "department_id",
        "tax_code_id",
        "code",
    ),
)
_NARROWEST = 30 * SPACE
_NOT_LEFT = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason}


class LinePanel(QFrame):
    """Shows the chosen line and takes what is typed about it, field by field.

    Signals:
        edited(int, SpecialLine): This is written on the line with this id now.
        backorder_requested(int): Show what the line became.
        item_requested(int): Show the card of its item.
    """

    edited = Signal(int, object)
    backorder_requested = Signal(int)
    item_requested = Signal(int)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._line: SpecialLineRow | None = None
        self._shown: SpecialLine | None = None
        self._is_read = False
        self.form = LineForm(_SHOWN)
        self._leaving = QTimer(self, singleShot=True, interval=0)
        self._left: QObject | None = None
        self._leaving.timeout.connect(self._on_left)
        self.setObjectName("line_panel")
        mark(self, card=True)
        self._cells: dict[str, tuple[QWidget, QWidget]] = {}
        self._build()
        self.show_line(None, reading=False)

    def _build(self) -> None:
        self.title_button = QPushButton()
        self.title_button.setObjectName("line_item_button")
        self.title_button.setAutoDefault(False)
        mark(self.title_button, link=True)
        self.backorder_button = QPushButton(icon("package-open"), "")
        self.backorder_button.setObjectName("line_backorder_button")
        self.backorder_button.setAutoDefault(False)
        mark(self.backorder_button, link=True)
        self._build_more()
        self.empty_label = QLabel(tr("Choose a line to see its vendor, promise and question."))
        self.empty_label.setWordWrap(True)
        mark(self.empty_label, role="muted")
        self._costs = Costs(self._operations, self)
        self._costs.changed.connect(self._show_cells)
        self._fields = self._build_fields()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        rows.setSpacing(2 * SPACE)
        rows.addWidget(self.title_button, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.backorder_button, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.empty_label)
        rows.addWidget(self._fields)
        rows.addWidget(self.answers_button, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.files_button, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)
        self.title_button.clicked.connect(self._on_title_clicked)
        self.backorder_button.clicked.connect(self._on_backorder_clicked)

    def _build_more(self) -> None:
        """Build the ways to the questions of the department and to pictures and files."""
        self.answers_button = QPushButton()
        self.answers_button.setObjectName("answers_button")
        self.answers_button.setAutoDefault(False)
        self.files_button = QPushButton(tr("Pictures and Files…"))
        self.files_button.setObjectName("files_button")
        self.files_button.setAccessibleName(tr("Pictures and Files"))
        self.files_button.setAutoDefault(False)
        self.files_button.clicked.connect(self._on_files_clicked)
        self.answers_button.clicked.connect(self._on_answers_clicked)

    def _build_fields(self) -> QWidget:
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(_SHOWN):
            widget = self.form.inputs[name]
            widget.setObjectName(f"line_{name}_edit")
            widget.setAccessibleName(self.form.labels[name])
            widget.installEventFilter(self)
            if not isinstance(widget, TickBox):
                widget.setMinimumWidth(_NARROWEST)
            caption = QLabel(self.form.labels[name])
            caption.setBuddy(widget)
            mark(caption, role="label")
            cell = with_hint(widget)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(cell, row, 1)
            self._cells[name] = caption, cell
        return fields

    def show_line(self, line: SpecialLineRow | None, *, reading: bool) -> None:
        """Show a line, or nothing; one that is read only takes nothing."""
        same = line is not None and self._line is not None and line.id == self._line.id
        if same and self.is_edited() and not reading:
            self._line = line  # what is half typed stays
            return
        self._line, self._is_read = line, reading
        self.empty_label.setVisible(line is None)
        self._fields.setVisible(line is not None)
        self.files_button.setVisible(line is not None)
        self._show_asked()
        self.title_button.setVisible(line is not None)
        self.backorder_button.setVisible(line is not None and line.backorder_id is not None)
        if line is None:
            self._shown = None
            return
        self.title_button.setText(item_word(line))
        self.title_button.setAccessibleName(item_word(line))
        self.title_button.setEnabled(line.item_id is not None)
        if line.backorder is not None:
            self.backorder_button.setText(tr("Backorder {number}").format(number=line.backorder))
            self.backorder_button.setAccessibleName(self.backorder_button.text())
        try:
            self.form.offer(self._operations.read(queries.choices, line.content))
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        clear_refusals(self.form.inputs.values())
        self.form.show(line.content)
        self._shown = self._typed()
        for widget in self.form.inputs.values():
            let_be_read(widget, reading=reading)
        self._show_cells()

    def is_edited(self) -> bool:
        """Tell whether something is typed that is not stored."""
        if self._line is None or self._shown is None or self._is_read:
            return False
        return self._typed() != self._shown

    def take(self) -> bool:
        """Hand over what is typed; False after saying at a field what cannot be read."""
        if not self.is_edited() or self._line is None:
            return True
        try:
            content = self.form.value(self._line.content)
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return False
        self.edited.emit(self._line.id, content)
        return not self.is_edited()

    def stored(self) -> None:
        """Take what is typed for what is stored."""
        self._shown = self._typed()

    def show_refusal(self, refusal: Refusal) -> bool:
        """Say at its field why something was not stored; False when no field here is the one."""
        return show_refusal(self.form.inputs, refusal)

    def _typed(self) -> SpecialLine | None:
        """Read what is typed; None for what cannot be read, which is never what is stored."""
        if self._line is None:
            return None
        try:
            return self.form.value(self._line.content)
        except RefusedError:
            return None

    def _show_cells(self) -> None:
        is_new = self._line is not None and self._line.is_new
        for name, cell in self._cells.items():
            is_asked = (name not in OF_NEW_ITEMS or is_new) and (name != "cost" or self._costs.seen)
            for widget in cell:
                widget.setVisible(is_asked)

    def _on_title_clicked(self) -> None:
        if self._line is not None and self._line.item_id is not None:
            self.item_requested.emit(self._line.item_id)

    def _show_asked(self) -> None:
        """Say how many of the department's questions are answered; without any there is nothing to press."""
        try:
            asked = () if self._line is None else self._operations.read(answers.asked_of_line, self._line.id)
        except TroubleError:
            asked = ()
        answered = sum(bool(each.answer) for each in asked)
        words = tr("Questions ({answered} of {asked})…")
        self.answers_button.setText(words.format(answered=answered, asked=len(asked)))
        self.answers_button.setAccessibleName(tr("Questions"))
        self.answers_button.setAccessibleDescription(self.answers_button.text())
        self.answers_button.setVisible(bool(asked))
        self.answers_button.setEnabled(not self._is_read)

    def _on_answers_clicked(self) -> None:
        from posim_desktop.ui.sales.special_orders.answers import AnswersDialog  # noqa: PLC0415 - when first opened

        if self._line is not None:
            asked = self._operations.read(answers.asked_of_line, self._line.id)
            dialog = AnswersDialog(self, self._operations, self._line.id, asked)
            dialog.accepted.connect(self._show_asked)
            dialog.open()

    def _on_files_clicked(self) -> None:
        from posim_desktop.ui.widgets.files_dialog import FilesDialog  # noqa: PLC0415 - when first opened

        if self._line is None:
            return
        about = tr("{item}. They are printed on the confirmation and on the purchase order.")
        read = partial(attachments.of_special_line, line_id=self._line.id)
        beside = {"special_order_line_id": self._line.id}
        words = about.format(item=item_word(self._line) or self._line.content.description)
        FilesDialog(self, self._operations, words, read, beside, may_change=not self._is_read).open()

    def _on_backorder_clicked(self) -> None:
        if self._line is not None and self._line.backorder_id is not None:
            self.backorder_requested.emit(self._line.backorder_id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _NOT_LEFT:
            self._left = watched
            self._leaving.start()
        return super().eventFilter(watched, event)

    def _on_left(self) -> None:
        if self._left is not QApplication.focusWidget():
            self.take()
