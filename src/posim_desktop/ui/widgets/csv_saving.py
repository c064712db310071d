"""Saving a list as a file for a spreadsheet. Serves the guide's page "Deposits and credit"."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSaveFile, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from posim_desktop.ui.operations import say


def ask_where_to_save(window: QWidget, name: str, content: bytes) -> None:
    """Ask for a file and write a list to it.

    Args:
        window: Over which it is asked.
        name: What the file is called, without its ending.
        content: What is written.
    """
    dialog = QFileDialog(window, _tr("Save CSV"), f"{name}.csv", _tr("Tables (*.csv)"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("csv")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: save(window, Path(chosen), content))
    dialog.open()


def save(window: QWidget, file: Path, content: bytes) -> bool:
    """Write the file, which is whole or not there; False after saying what went wrong."""
    target = QSaveFile(str(file))
    opened = target.open(QSaveFile.OpenModeFlag.WriteOnly)
    if opened and target.write(content) == len(content) and target.commit():
        return True
    words = _tr("{file} could not be saved. Choose a folder that you may write to and that has room.")
    say(window, words.format(file=file.name))
    return False


def _tr(words: str) -> str:
    return QCoreApplication.translate("csv_saving", words)
