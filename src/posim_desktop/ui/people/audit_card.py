"""One event of the audit: who did what, when and where, and what was there before. Serves "The audit" in the guide."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Record
from posim_desktop.queries.people import audit
from posim_desktop.queries.people.audit import AuditDetails
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.people.audit_values import FieldRow, field_rows
from posim_desktop.ui.people.audit_words import action_words, record_words, who_words
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.card import Card
from posim_desktop.ui.widgets.costs import Costs
from posim_desktop.ui.widgets.document_table import DocumentTable
from posim_desktop.ui.widgets.elided import ElidedLabel, ElidedLink
from posim_desktop.ui.widgets.scrolled import Scrolled
from posim_desktop.ui.widgets.titled_table import TitledTable


class AuditCard(Card[AuditDetails]):
    """Shows one event; nobody can change it."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.rows: FixedRows[FieldRow] = FixedRows(self._columns(), self)
        self._costs = Costs(operations, self)
        self._costs.changed.connect(lambda: self.fill(self.details))
        self._build()
        self.record_button.clicked.connect(self._on_record_button_clicked)

    def _columns(self) -> tuple[TableColumn[FieldRow], ...]:
        return (
            TableColumn(self.tr("Field"), lambda row: row.label),
            TableColumn(self.tr("Before"), lambda row: row.before, link=lambda row: row.before_link),
            TableColumn(self.tr("After"), lambda row: row.after, link=lambda row: row.after_link),
        )

    def _build(self) -> None:
        self.who_label, self.workstation_label, self.time_label = ElidedLabel(), ElidedLabel(), QLabel()
        self.record_button = ElidedLink()
        self.record_button.setObjectName("record_button")
        mark(self.record_button, link=True)
        self.reason_label = QLabel()
        self.reason_label.setObjectName("reason_label")
        self.reason_label.setWordWrap(True)
        self.reason_label.setTextFormat(Qt.TextFormat.PlainText)
        table = DocumentTable(self.tr("Before and After"), self.rows, 2, "")
        table.setObjectName("fields_table")
        table.link.connect(self.link)
        mark(table, flat=True)
        self.fields = TitledTable(table, self.tr("nothing more to say"))
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        rows.setSpacing(4 * SPACE)
        rows.addLayout(self._build_head())
        rows.addWidget(self.reason_label)
        rows.addWidget(self.fields)
        rows.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(body), 1)

    def _build_head(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8 * SPACE)
        grid.setVerticalSpacing(SPACE)
        fields = (
            ("time_label", self.tr("Time"), self.time_label),
            ("who_label", self.tr("Who"), self.who_label),
            ("record_button", self.tr("Record"), self.record_button),
            ("workstation_label", self.tr("Workstation"), self.workstation_label),
        )
        for column, (name, label, widget) in enumerate(fields):
            caption = QLabel(label)
            mark(caption, role="label")
            widget.setObjectName(name)
            if isinstance(widget, QLabel):
                mark(widget, role="value")
            grid.addWidget(caption, 0, column)
            grid.addWidget(widget, 1, column, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(len(fields), 1)
        return grid

    # ---- as a card ----

    @classmethod
    @override
    def query(cls, connection: Any, record_id: int) -> AuditDetails | None:
        return audit.details(connection, record_id)

    @override
    def fill(self, details: AuditDetails | None) -> None:
        if details is None:
            return
        approver = None if details.approved_by is None else details.name_of(details.approved_by)
        self.time_label.setText(formatting.date_time(details.at))
        self.who_label.setText(who_words(details.name_of(details.employee_id), approver))
        self.workstation_label.setText(details.workstation)
        link = self._record()
        known = None if link is None else details.names.get(link)
        self.record_button.show_words(record_words(details.record_kind, known))
        self.record_button.setEnabled(known is not None)
        self.reason_label.setVisible(bool(details.reason))
        self.reason_label.setText(self.tr("Reason: {reason}").format(reason=details.reason))
        self.rows.show_rows(field_rows(details, costs=self._costs.seen))

    @override
    def heading(self) -> str:
        return "" if self.details is None else action_words(self.details.action)

    def _record(self) -> tuple[Record, int] | None:
        details = self.details
        if details is None or details.record_id is None or details.record_kind not in set(Record):
            return None
        return Record(details.record_kind), details.record_id

    def _on_record_button_clicked(self) -> None:
        record = self._record()
        if record is not None:
            self.link.emit(*record)
