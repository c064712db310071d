"""Saving a list or a report as a file for a spreadsheet. Serves the guide's page "Reports"."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSaveFile, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from posim_desktop.domain.exchange.csv_writing import sheet_as_csv
from posim_desktop.domain.exchange.sheets import DataSheet
from posim_desktop.printing.spreadsheet import sheet_as_xlsx
from posim_desktop.ui.operations import say

WRITERS: Mapping[str, Callable[[DataSheet], bytes]] = {".xlsx": sheet_as_xlsx, ".csv": sheet_as_csv}
"""How a sheet is written, by the ending of the file."""
_NOT_IN_A_FILE_NAME = str.maketrans(dict.fromkeys('/\\:*?"<>|', " "))


def ask_where_to_save(window: QWidget, sheet: DataSheet) -> None:
    """Ask for a file and write a sheet to it, as its ending says; the file is called by its title."""
    ask_for_file(window, sheet.title, lambda chosen: save(window, chosen, sheet))


def ask_for_file(window: QWidget, title: str, then: Callable[[Path], object]) -> None:
    """Ask for a file.

    Args:
        window: Over which it is asked.
        title: What the file is called at first.
        then: Called with the file that was chosen.
    """
    spreadsheet, plain = _tr("Spreadsheets (*.xlsx)"), _tr("Tables (*.csv)")
    name = title.translate(_NOT_IN_A_FILE_NAME)
    dialog = QFileDialog(window, _tr("Save for a Spreadsheet"), f"{name}.xlsx", f"{spreadsheet};;{plain}")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("csv" if chosen == plain else "xlsx"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()


def save(window: QWidget, file: Path, sheet: DataSheet) -> bool:
    """Write the file, which is whole or not there; False after saying what went wrong."""
    return save_bytes(window, file, WRITERS.get(file.suffix.lower(), sheet_as_xlsx)(sheet))


def save_bytes(window: QWidget, file: Path, content: bytes) -> bool:
    """Write what is written already, in the same manner."""
    target = QSaveFile(str(file))
    opened = target.open(QSaveFile.OpenModeFlag.WriteOnly)
    if opened and target.write(content) == len(content) and target.commit():
        return True
    words = _tr("{file} could not be saved. Choose a folder that you may write to and that has room.")
    say(window, words.format(file=file.name))
    return False


def _tr(words: str) -> str:
    return QCoreApplication.translate("sheet_saving", words)
