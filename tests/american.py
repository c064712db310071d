"""The format and the language that tests read, whatever a shop that another test opened has left behind."""

import threading

from PySide6.QtCore import QCoreApplication

from posim_desktop.ui import formatting, language


def write_as_americans_do() -> None:
    """Write amounts and dates as in the United States, and speak English."""
    formatting.use_store_format("en_US", "UTC")
    if QCoreApplication.instance() is not None and threading.current_thread() is threading.main_thread():
        language.speak("en_US")
