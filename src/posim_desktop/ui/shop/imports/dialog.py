"""File › Import: a file, how it is read, what will happen, and the report with its Undo.

Serves the guide's page "Bring your shop over".
"""

from enum import IntEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.domain.exchange.csv_tables import MAX_BYTES
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.why import Why
from posim_desktop.queries.shop import file_imports
from posim_desktop.services.exchange.import_files import FileReading, ImportOptions, read_file
from posim_desktop.services.exchange.import_preview import first_rows
from posim_desktop.services.exchange.imports import ImportCanceledError, ImportPlan, bring_in, plan_import
from posim_desktop.ui import formatting
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.long_job import LongJob
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.shop.imports.past_page import PastPage
from posim_desktop.ui.shop.imports.plan_page import PlanPage
from posim_desktop.ui.shop.imports.reading_page import ReadingPage
from posim_desktop.ui.shop.imports.undoing import ask_undo
from posim_desktop.ui.shop.imports.watching import WindowWatch
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.button_bar import AnswerButtons, named_button
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.form_dialog import OK_KEY
from posim_desktop.ui.widgets.screen_size import resize_on_screen
from posim_desktop.ui.widgets.table_dialog import TableDialog

_WIDTH, _HEIGHT = 240 * SPACE, 170 * SPACE


class _Page(IntEnum):
    PAST = 0
    READING = 1
    PLAN = 2
    REPORT = 3  # the plan, with what came of it above


class ImportDialog(TableDialog):
    """Leads from a file to cards, a page at a time; nothing is written before the last."""

    def __init__(self, parent: QWidget, operations: Operations) -> None:
        """Show the imports there were.

        Raises:
            TroubleError: The database cannot be reached.
        """
        super().__init__(parent, operations, "imports", width=_WIDTH, reload_when={Record.FILE_IMPORT})
        self._data, self._file_name = b"", ""
        self._options = ImportOptions(proposed=True)
        self._reading: FileReading | None = None
        self._plan: ImportPlan | None = None
        self._watch: WindowWatch | None = None
        self._attempt = Attempt(one_action=True)
        self._imported_id = 0
        self._page = _Page.PAST
        self._build()
        self._connect()
        self.reload()
        self._show_page(_Page.PAST)
        resize_on_screen(self, _WIDTH, _HEIGHT)

    def _build(self) -> None:
        self.report_banner = Banner()
        self.report_banner.setObjectName("report_banner")
        self.body.addWidget(self.report_banner)
        self.past_page, self.reading_page, self.plan_page = PastPage(), ReadingPage(), PlanPage()
        self._pages = QStackedWidget()
        for page in (self.past_page, self.reading_page, self.plan_page):
            self._pages.addWidget(page)
        self.body.addWidget(self._pages, 1)
        self.back_button = named_button("back_button", self.tr("&Back"))
        self.back_button.setAutoDefault(False)
        foot = self._foot.itemAt(self._foot.count() - 1)
        answers = None if foot is None else foot.layout()
        if isinstance(answers, AnswerButtons):
            answers.insertWidget(0, self.back_button)
        self.first_focus = self.past_page.choose_button

    def _connect(self) -> None:
        self.past_page.file_wanted.connect(self._ask_for_file)
        self.past_page.undo_wanted.connect(self._on_undo_wanted)
        self.reading_page.changed.connect(partial(self._on_reading_changed, is_anew=False))
        self.reading_page.changed_anew.connect(partial(self._on_reading_changed, is_anew=True))
        self.plan_page.changed.connect(self._on_plan_changed)
        self.report_banner.action_requested.connect(self._on_report_undo_requested)
        self.back_button.clicked.connect(self._go_back)
        self.accept_button.clicked.connect(self._go_on)

    # ---- pages ----

    @override
    def reload(self) -> bool:
        self.past_page.show_past(self.operations.read(file_imports.recent))
        return False

    def _show_page(self, page: _Page) -> None:
        self._page = page
        self._pages.setCurrentIndex(min(page, _Page.PLAN))
        for each in (self.past_page, self.reading_page, self.plan_page):  # one that is not seen takes no room
            is_seen = each is self._pages.currentWidget()
            policy = QSizePolicy.Policy.Preferred if is_seen else QSizePolicy.Policy.Ignored
            each.setSizePolicy(policy, policy)
        self.say_trouble("")
        titles = {_Page.PAST: self.tr("Import"), _Page.REPORT: self.tr("Imported: {file}")}
        self.setWindowTitle(titles.get(page, self.tr("Import {file}")).format(file=self._file_name))
        if page is not _Page.REPORT:
            self.report_banner.clear_message()
        self._update_buttons()

    def _update_buttons(self) -> None:
        page, is_busy = self._page, self._is_busy
        self.back_button.setVisible(page in {_Page.READING, _Page.PLAN})
        self.back_button.setEnabled(not is_busy)
        label = {
            _Page.PAST: self.tr("Next"),
            _Page.READING: self.tr("Next"),
            _Page.PLAN: self.tr("Import"),
            _Page.REPORT: self.tr("Done"),
        }[page]
        self.accept_button.setText(label)
        self.accept_button.setAccessibleName(label)
        self.accept_button.setVisible(page is not _Page.PAST)
        has_plan = self._plan is not None and not self._plan.is_empty
        ready = {_Page.READING: self._reading is not None, _Page.PLAN: has_plan}.get(page, True)
        self.accept_button.setEnabled(ready and not is_busy)
        nothing = self.tr("There is nothing in the file that would be written.")
        is_needless = page is _Page.PLAN and self._plan is not None and not has_plan
        self.accept_button.setToolTip(nothing if is_needless else OK_KEY)
        close = self.tr("Close") if page in {_Page.PAST, _Page.REPORT} else self.tr("Cancel")
        self.cancel_button.setText(close)
        self.cancel_button.setAccessibleName(close)
        self.cancel_button.setVisible(page is not _Page.REPORT)

    @property
    def _is_busy(self) -> bool:
        return self._watch is not None

    def _go_back(self) -> None:
        self._show_page(_Page.READING if self._page is _Page.PLAN else _Page.PAST)
        first = self.reading_page.kind_box if self._page is _Page.READING else self.past_page.choose_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        match self._page:
            case _Page.READING:
                self._make_plan()
            case _Page.PLAN:
                self._import()
            case _:
                self.accept()

    @override
    def reject(self) -> None:
        """Give up; while something is under way, end that."""
        if self._watch is not None:
            self._watch.cancel()
            self.cancel_button.setEnabled(False)
            return
        super().reject()

    # ---- the file ----

    def _ask_for_file(self) -> None:
        tables, everything = self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.xls *.ods)"), self.tr("All Files (*)")
        dialog = QFileDialog(self, self.tr("Choose a File"), "", f"{tables};;{everything}")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.open_file(Path(chosen)))
        dialog.open()

    def open_file(self, file: Path) -> None:
        """Read a file and show how it is read."""
        try:
            with file.open("rb") as stream:
                self._data = stream.read(MAX_BYTES + 1)
        except OSError:
            self.say_trouble(self.tr("{file} cannot be read.").format(file=file.name))
            return
        self._file_name = file.name
        self._options = ImportOptions(proposed=True)
        if self._read(None):
            self._show_page(_Page.READING)
            self.reading_page.kind_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_reading_changed(self, *, is_anew: bool) -> None:
        before = self._options
        self._options = self.reading_page.options(before, is_anew=is_anew)
        if not self._read(self.reading_page.kind):
            self._options = before
        self._update_buttons()

    def _read(self, kind: ImportKind | None) -> bool:
        """Read the file as the options say; False when it cannot be, which is said."""
        self.say_trouble("")
        try:
            reading = self.operations.work_out(partial(read_file, self._data, self._file_name, kind, self._options))
            rows = self.operations.read(first_rows, reading, self._options)
        except RefusedError as refused:
            header = refused.refusal.facts.get("header")
            if refused.refusal.why is Why.NO_COLUMN_RECOGNIZED and isinstance(header, tuple):
                self._reading = None
                titles = [str(each) for each in header]
                self.reading_page.show_unknown(kind or ImportKind.ITEMS, titles, self._options)
                return True
            self.say_trouble(words_of(refused.refusal))
            return False
        except TroubleError as trouble:
            self.say_trouble(words_of_trouble(trouble))
            return False
        self._reading = reading
        self.reading_page.show_reading(reading, self._options, rows)
        return True

    # ---- the plan ----

    def _make_plan(self) -> None:
        reading = self._reading
        if reading is None or self._is_busy:
            return
        self._plan = None
        self.plan_page.show_options(reading.kind, self._options)
        watch = self._begin(self.tr("Comparing the file with what is on file…"))
        self._show_page(_Page.PLAN)
        self.operations.begin_reading(plan_import, self._on_planned, reading, self._options, watch)

    def _on_planned(self, job: Job[ImportPlan]) -> None:
        self._end()
        try:
            self._plan = job.answer()
        except (RefusedError, TroubleError, ImportCanceledError) as error:
            self._show_page(_Page.READING)
            self.say_trouble(_words_of(error))
            return
        self._attempt = Attempt(one_action=True)
        self.plan_page.show_plan(self._plan)
        self._update_buttons()
        first = self.accept_button if self.accept_button.isEnabled() else self.back_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_plan_changed(self) -> None:
        if self._is_busy:
            return
        before = self._options
        self.say_trouble("")
        try:
            self._options = self.plan_page.options(before)
        except RefusedError as refused:
            self.say_trouble(words_of(refused.refusal))
            return
        if self._options != before and self._read(self.reading_page.kind):
            self._make_plan()

    # ---- the import ----

    def _import(self) -> None:
        if self._plan is None or self._is_busy:
            return
        self.say_trouble("")
        watch = self._begin(self.tr("Importing… Cancel leaves the shop as it was."))
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        verb = partial(bring_in, plan=self._plan, watch=watch)
        job = LongJob(self.operations, [(verb, self._attempt)], self)
        job.step_done.connect(self._on_imported)
        job.failed.connect(partial(self._on_import_failed, verb))
        job.finished.connect(job.deleteLater)
        job.start()

    def _on_imported(self, done: Done) -> None:
        self._end()
        self.operations.bus.publish(done.changes)
        self._imported_id = done.record_id
        self._show_page(_Page.REPORT)
        self.plan_page.set_answered()
        row = self._row_of(done.record_id)
        if row is not None:
            words = self.tr("Imported. New: {made} · Changed: {changed} · Refused: {refused} · Notes: {noted}")
            counted = {name: formatting.count(getattr(row, name)) for name in ("made", "changed", "refused", "noted")}
            self.report_banner.show_message("good", words.format(**counted), self.tr("Undo This Import…"))
        self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_import_failed(self, verb: partial[Done], error: Exception) -> None:
        self._end()
        if isinstance(error, RefusedError) and self.operations.is_approved(self, error.refusal, verb, self._attempt):
            self._import()
            return
        if self._plan is not None:
            self.plan_page.show_plan(self._plan)
        self.say_trouble(_words_of(error))
        self._update_buttons()

    # ---- under way ----

    def _begin(self, told: str) -> WindowWatch:
        """Show that something is under way that Cancel ends."""
        self._watch = watch = WindowWatch(self)
        watch.told.told.connect(self.plan_page.show_progress)
        self.plan_page.set_waiting(waiting=True, told=told)
        self._update_buttons()
        return watch

    def _end(self) -> None:
        self._watch = None
        self.plan_page.set_waiting(waiting=False)
        self.cancel_button.setEnabled(True)

    # ---- Undo ----

    def _on_undo_wanted(self, row: file_imports.ImportRow) -> None:
        ask_undo(self, self.operations, row, self._on_undone)

    def _on_report_undo_requested(self) -> None:
        row = self._row_of(self._imported_id)
        if row is not None:
            ask_undo(self, self.operations, row, self._on_undone)

    def _on_undone(self) -> None:
        self._show_page(_Page.PAST)
        self.past_page.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_of(self, import_id: int) -> file_imports.ImportRow | None:
        imports = self.operations.read(file_imports.recent)
        return next((row for row in imports if row.id == import_id), None)


def _words_of(error: Exception) -> str:
    """Return what is said of something that did not come to its end; nothing of what the person ended.

    Raises:
        Exception: It was not foreseen.
    """
    match error:
        case ImportCanceledError():
            return ""
        case RefusedError():
            return words_of(error.refusal)
        case TroubleError():
            return words_of_trouble(error)
    raise error
