"""Reports: which one at the left, what it is asked for on top, chart and table. Serves the guide's page "Reports"."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.exchange.sheets import DataSheet, Value
from posim_desktop.domain.periods import Period, Span
from posim_desktop.domain.permits import Permission
from posim_desktop.printing.report import report_pages
from posim_desktop.queries.deck import Found
from posim_desktop.queries.reports.choices import Choices, choices
from posim_desktop.queries.reports.scope import Scope, first_moment
from posim_desktop.ui import formatting
from posim_desktop.ui.navigator import Navigator, Place
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.reports.all_reports import REPORT_GROUPS
from posim_desktop.ui.reports.chart import ChartView
from posim_desktop.ui.reports.filters import ReportFilter
from posim_desktop.ui.reports.points import points_of
from posim_desktop.ui.reports.report import Gathered, Narrowing, ReportRow, ReportSpec, words
from posim_desktop.ui.reports.rows import ReportRows
from posim_desktop.ui.reports.run import ReportRun
from posim_desktop.ui.reports.sales_reports import DESCRIPTION
from posim_desktop.ui.reports.values import fits, sheet_of, written
from posim_desktop.ui.style import ROW_HEIGHT, SPACE, mark, prepare_table
from posim_desktop.ui.widgets.button_bar import ButtonBar, named_button
from posim_desktop.ui.widgets.clear_button import add_clear_button
from posim_desktop.ui.widgets.column_fit import ColumnFit
from posim_desktop.ui.widgets.nothing_here import NothingHere
from posim_desktop.ui.widgets.print_preview import open_preview
from posim_desktop.ui.widgets.screen import Screen
from posim_desktop.ui.widgets.scrolled import Scrolled
from posim_desktop.ui.widgets.sheet_saving import ask_where_to_save
from posim_desktop.ui.widgets.sign import add_sign

_LIST_WIDTH = 56 * SPACE  # at least; no title of a report is cut
_FIND_WIDTH = 52 * SPACE
_ROW = QSize(0, ROW_HEIGHT)
_DAY = timedelta(days=1)
_KEYS = 9  # columns that Ctrl and a digit sort by
_PATIENCE_MS = 300
MOST_PRINTED = 3000
_REPORT = Qt.ItemDataRole.UserRole


class ReportsScreen(Screen):
    """One report at a time; it is worked out when it is chosen and whenever it is asked for something else."""

    def __init__(
        self, operations: Operations, navigator: Navigator, kept: Choices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.operations = operations
        self._navigator = navigator
        self._run: ReportRun | None = None
        self._scope: Scope | None = None
        self._gathered: Gathered | None = None
        self._has_left_rows = False
        self._span = Span(None, formatting.store_day(operations.now()))
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self.setObjectName("reports")
        self._build(kept)
        self._connect()
        self._offer()

    @property
    def report(self) -> ReportSpec | None:
        """The report that is chosen."""
        chosen: ReportSpec | None = self.list.currentIndex().data(_REPORT)
        return chosen

    @property
    def is_working(self) -> bool:
        """Whether a report is being worked out."""
        return self._run is not None

    # ---- building ----

    def _build(self, kept: Choices) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        self.list = QListWidget()
        self.list.setObjectName("report_list")
        self.list.setAccessibleName(self.tr("Reports"))
        columns.addWidget(self.list)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        columns.addLayout(right, 1)
        self.filter = ReportFilter(formatting.store_day(self.operations.now()), kept)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.filter)
        inside.addLayout(self._build_places(), 1)
        right.addWidget(self._build_band())
        right.addWidget(Scrolled(page), 1)
        right.addWidget(self._build_buttons())

    def _build_band(self) -> QFrame:
        band = QFrame()
        mark(band, titleband=True)
        self.title_label, self.about_label = QLabel(), QLabel()
        self.about_label.setObjectName("about_label")
        mark(self.title_label, role="title")
        mark(self.about_label, role="muted")
        self.find_field = QLineEdit()
        self.find_field.setObjectName("find_field")
        self.find_field.setAccessibleName(self.tr("Find"))
        self.find_field.setPlaceholderText(self.tr("Find in these rows"))
        self.find_field.setToolTip(self.tr("Find (Ctrl+F)"))
        self.find_field.setFixedWidth(_FIND_WIDTH)
        add_clear_button(self.find_field)
        add_sign(self.find_field, "search")
        heads = QHBoxLayout()
        heads.addWidget(self.title_label, 1)
        heads.addWidget(self.find_field)
        rows = QVBoxLayout(band)
        rows.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        rows.setSpacing(SPACE)
        rows.addLayout(heads)
        self.about_label.setWordWrap(True)
        rows.addWidget(self.about_label)
        return band

    def _build_places(self) -> QStackedLayout:
        self._places = QStackedLayout()
        self._figures = QWidget()
        rows = QVBoxLayout(self._figures)
        rows.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        rows.setSpacing(3 * SPACE)
        self.chart = ChartView()
        rows.addWidget(self.chart)
        self.rows = ReportRows(REPORT_GROUPS[0][1][0], self)
        self.table = _ReportTable(self.rows)
        self.table.setObjectName("report_table")
        rows.addWidget(self.table, 1)
        self.nothing_page = NothingHere()
        self._working = self._build_working()
        for page in (self._figures, self.nothing_page, self._working):
            self._places.addWidget(page)
        return self._places

    def _build_working(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(16 * SPACE, 4 * SPACE, 16 * SPACE, 4 * SPACE)
        self.progress_label = QLabel(self.tr("Working out…"))
        self.progress_bar = QProgressBar()
        self.progress_bar.setAccessibleName(self.tr("Progress"))
        self.progress_bar.setTextVisible(False)
        self.cancel_button = named_button("cancel_button", self.tr("Cancel"))
        rows.addStretch(1)
        rows.addWidget(self.progress_label, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self.progress_bar)
        rows.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(2)
        return page

    def _build_buttons(self) -> ButtonBar:
        self.refresh_button = named_button("refresh_button", self.tr("R&efresh"), "refresh-cw")
        self.refresh_button.setToolTip(self.tr("Refresh (F5)"))
        self.open_button = named_button("open_button", self.tr("Show &Documents"), "external-link")
        self.save_button = named_button("save_button", self.tr("Sa&ve…"), "download")
        self.save_button.setToolTip(self.tr("Save it for a spreadsheet, as XLSX or CSV"))
        self.print_button = named_button("print_button", self.tr("&Print…"), "printer")
        self.print_button.setToolTip(self.tr("On paper or as PDF"))
        return ButtonBar((self.refresh_button, self.open_button), (self.save_button, self.print_button))

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._on_list_current_item_changed)
        self.filter.changed.connect(self.work_out)
        self._patience.timeout.connect(lambda: self._places.setCurrentWidget(self._working))
        self.cancel_button.clicked.connect(self.give_up)
        self.refresh_button.clicked.connect(self.work_out)
        self.open_button.clicked.connect(lambda: self._open(self.table.currentIndex()))
        self.save_button.clicked.connect(self._on_save_button_clicked)
        self.print_button.clicked.connect(self._on_print_button_clicked)
        self.table.doubleClicked.connect(self._open)
        self.table.opened.connect(self._open)
        self.operations.rights_changed.connect(self._offer)
        own = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("F5"), self, context=own).activated.connect(self.work_out)
        QShortcut(QKeySequence("Ctrl+F"), self, context=own).activated.connect(self.find_field.setFocus)
        self.find_field.textChanged.connect(self._on_find_field_text_changed)

    def _offer(self) -> None:
        """List the reports that whoever works here may see."""
        before, titles = self.report, list[str]()
        with QSignalBlocker(self.list):
            self.list.clear()
            for group, reports in REPORT_GROUPS:
                offered = [each for each in reports if self._may_see(each)]
                if not offered:
                    continue
                head = QListWidgetItem(words(group))
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                head.setSizeHint(_ROW)
                self.list.addItem(head)
                for report in offered:
                    item = QListWidgetItem(f"   {words(report.title)}")
                    titles.append(item.text())
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, words(report.title))
                    item.setData(_REPORT, report)
                    item.setSizeHint(_ROW)
                    self.list.addItem(item)
        wide = max(map(self.list.fontMetrics().horizontalAdvance, titles), default=0)
        self.list.setFixedWidth(max(_LIST_WIDTH, wide + self.list.verticalScrollBar().sizeHint().width() + 9 * SPACE))
        self.choose(before.name if before is not None else "")

    def _may_see(self, report: ReportSpec) -> bool:
        return report.permission is None or self.operations.lacking(report.permission) is None

    # ---- choosing ----

    def choose(self, name: str, period: Period | None = None) -> None:
        """Choose a report by its name, or the first one where there is no such report."""
        if period is not None:
            self.filter.choose(period)
        items = [self.list.item(row) for row in range(self.list.count())]
        offered = [item for item in items if item.data(_REPORT) is not None]
        if not offered:
            return
        wanted = next((item for item in offered if item.data(_REPORT).name == name), offered[0])
        with QSignalBlocker(self.list):
            self.list.setCurrentItem(wanted)
        self._show_chosen()

    def _on_list_current_item_changed(self) -> None:
        if self.report is not None:
            self._show_chosen()

    def _show_chosen(self) -> None:
        report = self.report
        if report is None:
            return
        self.title_label.setText(words(report.title))
        with QSignalBlocker(self.find_field):
            self.find_field.clear()
        self.filter.show_for(report)
        self.open_button.setVisible(report.leads is not None)
        self.work_out()

    # ---- working out ----

    def work_out(self) -> None:
        """Ask for the report that is chosen; the one before stays in sight for a moment."""
        self.give_up()
        report = self.report
        if report is None:
            return
        span = self.filter.span(report)
        if span is None:
            self._gathered = None
            self._show(report, [], ())  # figures of other days, or of another report, would be read as these
            self.nothing_page.label.setText(self.tr("Correct the days above."))
            return
        try:
            scope = self._scope_for(report, span)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        self._scope, self._span = scope, span
        self._run = ReportRun(self.operations, report, scope, self)
        self._run.went_on.connect(self._on_run_went_on)
        self._run.finished.connect(self._on_run_finished)
        self._run.failed.connect(self._on_run_failed)
        self.progress_bar.setRange(0, 0)
        self._patience.start()
        self._run.start()

    def give_up(self) -> None:
        """Stop working out; what was shown before is shown no more."""
        self._patience.stop()
        if self._run is None:
            return
        self._run.stop()
        self._run.deleteLater()
        self._run = None
        self._show_nothing()
        self.nothing_page.label.setText(self.tr("This was not worked out. Refresh (F5) begins again."))

    def _scope_for(self, report: ReportSpec, span: Span) -> Scope:
        now = self.operations.now()
        first = span.first
        since = formatting.midnight(first) if first is not None else self.operations.read(first_moment) or now
        return Scope(
            since,
            max(since, formatting.midnight(span.last + _DAY)),
            ZoneInfo(str(formatting.store_format().zone)),
            now,
            department_id=self.filter.chosen(Narrowing.DEPARTMENT, report),
            employee_id=self.filter.chosen(Narrowing.EMPLOYEE, report),
            vendor_id=self.filter.chosen(Narrowing.VENDOR, report),
            days=self.filter.chosen(Narrowing.DAYS, report) or 0,
        )

    def _on_run_went_on(self, done: int, of: int) -> None:
        self.progress_bar.setRange(0, of)
        self.progress_bar.setValue(done)

    def _on_run_finished(self, gathered: Gathered) -> None:
        report = self._end_run()
        if report is not None:
            self._gathered = gathered
            self._show_found(report)

    def _show_found(self, report: ReportSpec) -> None:
        """Show the rows that hold what is typed in Find, with their own sums."""
        typed, gathered = self.find_field.text(), self._gathered
        if gathered is None:
            return
        if typed.strip():
            gathered = gathered.found(lambda values: fits(values, report, typed))
        self._show(report, gathered.rows(), gathered.sums())
        if typed.strip():
            self.nothing_page.label.setText(self.tr("Nothing found for “{text}”.").format(text=typed.strip()))

    def _on_find_field_text_changed(self) -> None:
        if self._run is None and self._gathered is not None:
            self._show_found(self.rows.report)

    def _on_run_failed(self, message: str) -> None:
        self._end_run()
        self._show_nothing()
        self.nothing_page.label.setText(message)

    def _end_run(self) -> ReportSpec | None:
        self._patience.stop()
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        return self.report

    # ---- showing ----

    def _show_nothing(self) -> None:
        self._gathered = None
        self._show(self.rows.report, [], ())

    def _show(self, report: ReportSpec, rows: list[ReportRow], sums: tuple[Value, ...]) -> None:
        self.rows.show_report(report, rows, sums)
        costs = self.operations.lacking(Permission.SEE_COSTS) is None
        self.table.fit.wide = 0
        for place, column in enumerate(report.columns):
            if column.label == DESCRIPTION.label:
                self.table.fit.wide = place
            self.table.setColumnHidden(place, not column.is_shown or (column.costs and not costs))
        self.table.fit.measure()
        nothing = self.tr("Nothing in this period.")
        if Narrowing.PERIOD not in report.narrowings:
            nothing = self.tr("There is nothing of this.")
        self.nothing_page.label.setText(nothing)
        self._places.setCurrentWidget(self._figures if rows else self.nothing_page)
        for button in (self.open_button, self.save_button, self.print_button):
            button.setEnabled(bool(rows))
        points = points_of(report, rows, self._span)
        self.chart.setVisible(len(points) > 1)
        if report.chart is not None:
            value = words(report.columns[report.chart.value].label)
            name = self.tr("{title}: chart of {value}").format(title=words(report.title), value=value)
            self.chart.show_points(report.chart.style, points, name)
        self.about_label.setText(words(report.about))
        if rows:
            self.table.setCurrentIndex(self.rows.index(0, 0))

    def sheet(self) -> DataSheet:
        """Return what is shown, to be saved or printed."""
        report = self.rows.report
        shown = [place for place in range(len(report.columns)) if not self.table.isColumnHidden(place)]
        about = self.filter.about(report, self._span)
        return sheet_of(report, shown, list(self.rows.rows), tuple(self.rows.sums), about)

    # ---- slots ----

    def _open(self, index: QModelIndex) -> None:
        """Go to the documents of a row."""
        report, row = self.rows.report, self.rows.row_at(index)
        if report.leads is None or row is None or self._scope is None:
            return
        goal = report.leads(row.lead, self._scope)
        if goal is None:
            return
        where, what = goal
        self._has_left_rows = True
        if isinstance(where, Place) and isinstance(what, Found):
            name = self.rows.index(index.row(), 0).data()
            self._navigator.open_found(where, replace(what, label=f"{words(report.title)}: {name}"))
        elif isinstance(where, Record) and isinstance(what, int):
            self.link.emit(where, what)

    def _on_save_button_clicked(self) -> None:
        ask_where_to_save(self.window(), self.sheet())

    def _on_print_button_clicked(self) -> None:
        if len(self.rows.rows) > MOST_PRINTED:
            words_ = self.tr("These are {count} rows, too many for paper. Save them for a spreadsheet instead.")
            say(self, words_.format(count=formatting.count(len(self.rows.rows))))
            return
        sheet, now = self.sheet(), formatting.date_time(self.operations.now())
        open_preview(self.window(), self.operations, lambda shop: report_pages(sheet, shop, written, now))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        back_to = self.table if self._has_left_rows and self.table.isVisible() else self.list
        self._has_left_rows = False
        back_to.setFocus(event.reason())


class _ReportTable(QTableView):
    """The rows; Enter goes where a double click goes.

    Signals:
        opened(QModelIndex): Enter was pressed on a row.
    """

    opened = Signal(QModelIndex)

    def __init__(self, rows: ReportRows) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Figures"))
        self._rows = rows
        self.setModel(rows)
        prepare_table(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._on_header_section_clicked)
        own = Qt.ShortcutContext.WidgetShortcut
        for number in range(_KEYS):
            keys = QShortcut(QKeySequence(f"Ctrl+{number + 1}"), self, context=own)
            keys.activated.connect(lambda number=number: self._sort_by(number))
        self._order = (-1, Qt.SortOrder.AscendingOrder)
        self.fit = ColumnFit(self, 0)

    def _sort_by(self, number: int) -> None:
        """Sort by a column by its number among those that are seen."""
        shown = [place for place in range(self._rows.columnCount()) if not self.isColumnHidden(place)]
        if number < len(shown):
            self._on_header_section_clicked(shown[number])

    def _on_header_section_clicked(self, section: int) -> None:
        """Sort by a column, figures from the largest; once more turns it around."""
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        first, other = (down, up) if self._rows.report.columns[section].kind.is_figure else (up, down)
        direction = other if self._order == (section, first) else first
        self._order = (section, direction)
        self._rows.sort(section, direction)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def reports(operations: Operations, navigator: Navigator) -> ReportsScreen:
    """Make the screen."""
    return ReportsScreen(operations, navigator, operations.read(choices))
