"""What an import will do: questions that the file leaves open, counts, and every row that one should know of.

Serves the guide's page "Bring your shop over".
"""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QProgressBar, QTableView, QVBoxLayout, QWidget

from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.exchange.import_questions import Ask, ImportAnswer, ImportQuestion
from posim_desktop.domain.exchange.sheets import DataSheet, SheetColumn
from posim_desktop.domain.quantity import plain
from posim_desktop.services.exchange.import_files import AlikeRows, Existing, ImportOptions
from posim_desktop.services.exchange.imports import ImportPlan
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.shop.imports import words
from posim_desktop.ui.shop.imports.findings import Finding, findings, summary
from posim_desktop.ui.style import ROW_HEIGHT, SPACE, mark
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.drop_down import DropDown
from posim_desktop.ui.widgets.sheet_saving import ask_where_to_save
from posim_desktop.ui.widgets.table_dialog import rows_table

_WHY = 4
_LEAST_ROWS = 4
_ROOM = 24  # letters of an answer
_FOUND_OUT = frozenset({Ask.ENCODING, Ask.DECIMAL_SIGN})  # looked at and answered a page before


class PlanPage(QWidget):
    """A plan, and what can still be answered otherwise.

    Signals:
        changed: Something was answered otherwise; :meth:`options` has it.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._questions: dict[Ask, DropDown] = {}
        self._asked: tuple[tuple[Ask, tuple[str, ...]], ...] | None = None
        self._file_name = ""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3 * SPACE)
        self.summary_label = QLabel()
        self.summary_label.setObjectName("summary_label")
        self.summary_label.setWordWrap(True)
        mark(self.summary_label, role="value")
        self.progress_bar = QProgressBar()
        self.progress_bar.setObjectName("progress_bar")
        self.progress_bar.setAccessibleName(self.tr("Progress"))
        self.progress_bar.setFormat(self.tr("Rows: %v of %m"))
        self._build_form()
        rows.addWidget(self.summary_label)
        rows.addWidget(self.progress_bar)
        rows.addLayout(self.form)
        rows.addLayout(self._build_findings(), 1)
        for box in (self.existing_box, self.alike_box):
            box.activated.connect(lambda _index: self.changed.emit())

    def _build_form(self) -> None:
        self.existing_box, self.alike_box = DropDown(letters=_ROOM), DropDown(letters=_ROOM)
        self.existing_box.setObjectName("existing_box")
        self.alike_box.setObjectName("alike_box")
        for existing, word in words.existing().items():
            self.existing_box.addItem(word, userData=existing)
        for alike, word in words.alike().items():
            self.alike_box.addItem(word, userData=alike)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(4 * SPACE)
        self.form.setVerticalSpacing(2 * SPACE)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._add_row(self.tr("Cards that are on file"), self.existing_box)
        self._add_row(self.tr("Rows that look like a customer on file"), self.alike_box)

    def _build_findings(self) -> QVBoxLayout:
        columns: tuple[TableColumn[Finding], ...] = (
            TableColumn(self.tr("Line"), lambda row: formatting.count(row.line) if row.line else "", numeric=True),
            TableColumn(self.tr("Outcome"), lambda row: row.outcome),
            TableColumn(self.tr("Field"), lambda row: row.field),
            TableColumn(self.tr("In the File, or Before"), lambda row: " ".join(row.value.split())),
            TableColumn(self.tr("Why"), lambda row: row.why),
        )
        self.finding_rows: FixedRows[Finding] = FixedRows(columns, self)
        self.findings_table: QTableView = rows_table(self.finding_rows, self.tr("Rows to Know Of"), _WHY)
        self.findings_table.setObjectName("findings_table")
        self.findings_table.setMinimumHeight(_LEAST_ROWS * ROW_HEIGHT)
        self.caption = QLabel()
        mark(self.caption, role="section")
        self.save_button = named_button("save_button", self.tr("&Save This List…"))
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self._on_save_button_clicked)
        rows = QVBoxLayout()
        rows.setSpacing(2 * SPACE)
        rows.addWidget(self.caption)
        rows.addWidget(self.findings_table, 1)
        rows.addWidget(self.save_button)
        return rows

    # ---- showing ----

    def show_options(self, kind: ImportKind, options: ImportOptions) -> None:
        """Show what was answered before there is a plan."""
        self.existing_box.setCurrentIndex(self.existing_box.findData(options.existing))
        self.alike_box.setCurrentIndex(self.alike_box.findData(options.alike))
        self.form.setRowVisible(self.existing_box, kind not in {ImportKind.STOCK, ImportKind.PRICES})
        self.form.setRowVisible(self.alike_box, kind is ImportKind.CUSTOMERS)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what an import will do."""
        self._file_name = plan.reading.file_name
        self.progress_bar.hide()
        self.summary_label.setText(summary(plan))
        self._show_questions([each for each in plan.questions if each.ask not in _FOUND_OUT])
        found = findings(plan)
        self.finding_rows.show_rows(found)
        told = self.tr("Rows to Know Of") if found else self.tr("Every row comes in as it is.")
        self.caption.setText(told)
        self.findings_table.setVisible(bool(found))
        self.save_button.setVisible(bool(found))

    def show_progress(self, done: int, of: int) -> None:
        """Show how far it is."""
        self.progress_bar.setRange(0, max(of, 1))
        self.progress_bar.setValue(done)
        self.progress_bar.show()

    def set_waiting(self, *, waiting: bool, told: str = "") -> None:
        """Let nothing be answered while a plan is made or written."""
        for box in (self.existing_box, self.alike_box, *self._questions.values()):
            box.setEnabled(not waiting)
        self.progress_bar.setVisible(waiting)
        if waiting:
            self.progress_bar.setRange(0, 0)
        if told:
            self.summary_label.setText(told)
            self.summary_label.show()

    def set_answered(self) -> None:
        """Ask no more: what was planned is written."""
        self.summary_label.hide()
        self._show_questions([])
        for box in (self.existing_box, self.alike_box):
            self.form.setRowVisible(box, False)

    def _show_questions(self, questions: list[ImportQuestion]) -> None:
        asked = tuple((each.ask, each.choices) for each in questions)
        if asked != self._asked:
            self._asked = asked
            for box in self._questions.values():
                self.form.removeRow(box)
            self._questions = {each.ask: self._question_box(each) for each in questions}
        for each in questions:
            box = self._questions[each.ask]
            place = box.findData(each.answer)
            if place < 0:
                box.setEditText(each.answer)
            else:
                box.setCurrentIndex(place)

    def _question_box(self, asked: ImportQuestion) -> DropDown:
        box = DropDown(letters=_ROOM)
        box.setObjectName(f"{asked.ask.replace('-', '_')}_box")
        for choice in asked.choices:
            box.addItem(words.answer(choice), userData=choice)
        told = words.question(asked)
        if asked.rows:
            told = self.tr("{question} (rows: {count})").format(question=told, count=formatting.count(asked.rows))
        if asked.examples:
            box.setToolTip(self.tr("Such as: {examples}").format(examples="; ".join(asked.examples)))
        self._add_row(told, box)
        if asked.ask is Ask.MAX_STOCK:
            typed = QLineEdit()
            box.setLineEdit(typed)
            box.setInsertPolicy(DropDown.InsertPolicy.NoInsert)
            typed.editingFinished.connect(self.changed)
        box.activated.connect(lambda _index: self.changed.emit())
        return box

    def _add_row(self, label: str, box: DropDown) -> None:
        box.setAccessibleName(label)
        caption = QLabel(label)
        caption.setWordWrap(True)
        caption.setBuddy(box)
        mark(caption, role="label")
        self.form.addRow(caption, box)

    def box_of(self, ask: Ask) -> DropDown:
        """Return the box of a question."""
        return self._questions[ask]

    # ---- what was answered ----

    def options(self, before: ImportOptions) -> ImportOptions:
        """Return the options with what is answered here.

        Raises:
            RefusedError: A quantity was typed that is none.
        """
        answers = dict(before.answers)
        for ask, box in self._questions.items():
            answers[ask] = _typed(box) if box.isEditable() else str(box.currentData())
        return replace(
            before,
            answers=answers,
            existing=Existing(self.existing_box.currentData()),
            alike=AlikeRows(self.alike_box.currentData()),
        )

    def _on_save_button_clicked(self) -> None:
        across = Qt.Orientation.Horizontal
        places = range(self.finding_rows.columnCount())
        columns = [SheetColumn(self.finding_rows.headerData(place, across)) for place in places]
        title = self.tr("Import of {file}").format(file=self._file_name)
        found = [self.finding_rows.row_at(row) for row in range(self.finding_rows.rowCount())]
        ask_where_to_save(self, DataSheet(title, columns, found))


def _typed(box: DropDown) -> str:
    """Read a box in which a quantity can be typed, too."""
    place = box.findText(box.currentText())
    if place >= 0:
        return str(box.itemData(place))
    return plain(formatting.parse_quantity(box.currentText(), field=str(ImportAnswer.AS_MIN)))
