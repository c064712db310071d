"""How the cells of tables that are filled in look and what is said at them."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from posim_desktop.ui.icons import icon
from posim_desktop.ui.style import tokens

Tone = Literal["bad", "attention"]

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

_ROLES = Qt.ItemDataRole
ANSWERED = frozenset(
    int(role)
    for role in (
        _ROLES.DisplayRole,
        _ROLES.EditRole,
        _ROLES.TextAlignmentRole,
        _ROLES.ToolTipRole,
        _ROLES.AccessibleTextRole,
        _ROLES.AccessibleDescriptionRole,
        _ROLES.ForegroundRole,
        _ROLES.BackgroundRole,
        _ROLES.DecorationRole,
    )
)
"""The roles that are answered; views ask for many more, which are turned away before anything is looked up."""


def error_style(role: int, tone: Tone = "bad") -> object | None:
    """Return sign and colors of a cell that cannot stay as it is, or that still wants something."""
    bad = tone == "bad"
    match role:
        case Qt.ItemDataRole.DecorationRole:
            return icon("circle-alert" if bad else "triangle-alert", role=tone)
        case Qt.ItemDataRole.BackgroundRole:
            return QColor(tokens().bad_surface if bad else tokens().attention_surface)
        case Qt.ItemDataRole.ForegroundRole:
            return QColor(tokens().bad if bad else tokens().attention)
        case _:
            return None
