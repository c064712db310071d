"""The button inside an input that takes away what was typed; Qt's own has no name that a screen reader could say."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit


def add_clear_button(edit: QLineEdit) -> None:
    """Give an input the button that clears it."""
    edit.setClearButtonEnabled(True)
    for action in edit.findChildren(QAction):
        if not action.text():
            action.setText(QCoreApplication.translate("clear_button", "Clear"))
