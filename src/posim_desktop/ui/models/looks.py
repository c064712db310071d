"""How the cells of tables that are filled in look and what is said at them."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from posim_desktop.ui.icons import icon
from posim_desktop.ui.style import tokens

Tone = Literal["bad", "attention"]

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CellRole:
    """Qt's roles as plain numbers: compared for every cell that is painted, Qt's own make a table a tenth slower."""

    DISPLAY = int(Qt.ItemDataRole.DisplayRole)
    EDIT = int(Qt.ItemDataRole.EditRole)
    ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
    TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
    ACCESSIBLE_TEXT = int(Qt.ItemDataRole.AccessibleTextRole)
    ACCESSIBLE_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)
    FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
    BACKGROUND = int(Qt.ItemDataRole.BackgroundRole)
    DECORATION = int(Qt.ItemDataRole.DecorationRole)


ANSWERED = frozenset(role for name, role in vars(CellRole).items() if name.isupper())
"""The roles that are answered; views ask for many more, which are turned away before anything is looked up."""


def error_style(role: int, tone: Tone = "bad") -> object | None:
    """Return sign and colors of a cell that cannot stay as it is, or that still wants something."""
    bad = tone == "bad"
    match role:
        case CellRole.DECORATION:
            return icon("circle-alert" if bad else "triangle-alert", role=tone)
        case CellRole.BACKGROUND:
            return QColor(tokens().bad_surface if bad else tokens().attention_surface)
        case CellRole.FOREGROUND:
            return QColor(tokens().bad if bad else tokens().attention)
        case _:
            return None
