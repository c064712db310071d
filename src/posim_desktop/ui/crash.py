"""Unexpected errors: each is written to the log and shown with text that can be copied.

Nothing leaves the machine. Serves the guide's page "When something goes wrong".
"""

import faulthandler
import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.log_file import log
from posim_desktop.private_files import keep_private
from posim_desktop.settings import program_version
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.unforeseen import report

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashWatch(QObject):
    """Catches every exception that nobody caught, in any thread, and shows it in the program's own thread."""

    _happened = Signal(str)

    def __init__(self, log_file: Path) -> None:
        super().__init__()
        self.dialog: CrashDialog | None = None
        self._log_file = log_file
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of the interpreter and of Qt."""
        sys.excepthook = self.on_exception
        threading.excepthook = lambda failed: self.on_exception(
            failed.exc_type, failed.exc_value or failed.exc_type(), failed.exc_traceback
        )
        qInstallMessageHandler(_on_qt_message)
        # Kept open: the interpreter writes here when it is already dying.
        faults = self._log_file.with_suffix(".faults")
        keep_private(faults)
        self._fault_file = faults.open("a", encoding="utf-8")
        faulthandler.enable(self._fault_file)

    def remove(self) -> None:
        """Restore the hooks when the program ends."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        faulthandler.disable()
        self._fault_file.close()

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an exception and show it; trouble and refusals are said in their own words."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        window = QApplication.activeWindow()
        if isinstance(error, (TroubleError, RefusedError)) and window is not None:
            from posim_desktop.ui.operations import say  # noqa: PLC0415 - a start does not wait for it
            from posim_desktop.ui.refusals import words_of, words_of_trouble  # noqa: PLC0415 - as above

            what = error.refusal.why if isinstance(error, RefusedError) else error.words
            log.warning("not done: %s", what)
            say(window, words_of(error.refusal) if isinstance(error, RefusedError) else words_of_trouble(error))
            return
        log.error("unexpected error", exc_info=(kind, error, trace))
        self._happened.emit(report(error))

    def _show(self, report: str) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            return  # one is enough; the log has them all
        self.dialog = CrashDialog(report, self._log_file)
        self.dialog.open()


class CrashDialog(QDialog):
    """Says that the program made a mistake, with a report that can be copied."""

    def __init__(self, report: str, log_file: Path) -> None:
        super().__init__(QApplication.activeWindow())
        self.setObjectName("crash")
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(720, 420)
        said = QLabel(
            self.tr(
                "Your last action may not have been completed; check before you repeat it. Everything that was saved "
                "is safe. The report below is also in {file}."
            ).format(file=log_file)
        )
        said.setWordWrap(True)
        self.report_text = QPlainTextEdit(f"posim-desktop {program_version()}\n\n{report}")
        self.report_text.setObjectName("report_text")
        self.report_text.setAccessibleName(self.tr("Report"))
        self.report_text.setReadOnly(True)
        self.copy_button = QPushButton(self.tr("Copy"))
        self.copy_button.setObjectName("copy_button")
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setObjectName("close_button")
        self.close_button.setDefault(True)
        mark(self.close_button, primary=True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 5 * SPACE)
        rows.setSpacing(3 * SPACE)
        rows.addWidget(said)
        rows.addWidget(self.report_text, 1)
        rows.addLayout(buttons)
        for button in (self.copy_button, self.close_button):
            button.setAccessibleName(button.text())
        self.copy_button.clicked.connect(self._on_copy_button_clicked)
        self.close_button.clicked.connect(self.accept)

    def _on_copy_button_clicked(self) -> None:
        QApplication.clipboard().setText(self.report_text.toPlainText())


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    log.log(_LEVELS[kind], "Qt: %s", message)
