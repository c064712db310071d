"""The look of the program: font, palette and style sheet, light or dark, switchable while it runs.

The log-in screen is painted before anything else is loaded, and this module is one of the few that come before it. It
reaches for ``Qt`` and for tables only where they are used: making the enumerations of ``Qt`` alone takes a sixth of
what a bare window takes.
"""

from functools import cache
from string import Template
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from posim_desktop.settings import own_folder
from posim_desktop.ui.tokens import (
    AMOUNT_DUE_SIZE,
    BODY_SIZE,
    DARK,
    LIGHT,
    RADIUS,
    SPACE,
    TILL_SIZE,
    Tokens,
    tokens,
    use_tokens,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QTableView, QWidget

__all__ = [
    "AMOUNT_DUE_SIZE",
    "BODY_SIZE",
    "DARK",
    "LIGHT",
    "RADIUS",
    "ROW_HEIGHT",
    "SPACE",
    "TILL_ROW_HEIGHT",
    "TILL_SIZE",
    "Tokens",
    "app_font",
    "apply_style",
    "mark",
    "mark_new",
    "prepare_table",
    "style_sheet",
    "tokens",
    "wants_dark",
]

FAMILY = "Inter"
ROW_HEIGHT = 8 * SPACE
TILL_ROW_HEIGHT = 11 * SPACE
DARK_LOOK = "appearance/dark"
"""Where this user's settings keep which look was chosen."""


def wants_dark() -> bool:
    """Return whether this user chose the dark look."""
    return QSettings().value(DARK_LOOK, defaultValue=False, type=bool) is True


def apply_style(app: "QApplication", *, dark: bool) -> None:
    """Give the whole program its look; call again to switch while it runs.

    Raises:
        FileNotFoundError: The program's resources are missing.
    """
    _load_fonts()
    use_tokens(DARK if dark else LIGHT)
    app.setStyle("Fusion")
    app.setPalette(_palette(tokens()))
    app.setStyleSheet(style_sheet(tokens()))
    # Last, because Windows has fonts of its own for menus and tables, and they come back with the style sheet.
    app.setFont(app_font())


def app_font(pixels: int = BODY_SIZE) -> QFont:
    """Return the program's font, its figures all of one width so that columns of money line up."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def style_sheet(chosen: Tokens) -> str:
    """Fill the style sheet with a set of colors.

    Raises:
        KeyError: The template names a color that does not exist.
    """
    folder = own_folder("resources") / "styles"
    template = Template((folder / "posim.qss").read_text("utf-8"))
    values = chosen._asdict()
    values |= {f"{file.stem}_image": f'url("{file.as_posix()}")' for file in (folder / chosen.name).glob("*.svg")}
    sizes = {
        "radius": RADIUS,
        "body": BODY_SIZE,
        "till": TILL_SIZE,
        "amount_due": AMOUNT_DUE_SIZE,
    }
    values |= {name: f"{pixels}px" for name, pixels in sizes.items()}
    return template.substitute(values)


def mark(widget: "QWidget", **properties: object) -> None:
    """Set dynamic properties that the style sheet asks for and repaint the widget if they changed."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    mark_new(widget, **properties)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def mark_new(widget: "QWidget", **properties: object) -> None:
    """Set dynamic properties of a widget that was just made: Qt looks at them before it is shown."""
    for name, value in properties.items():
        widget.setProperty(name, value)


def prepare_table(view: "QTableView", *, till: bool = False) -> None:
    """Make a table dense, striped and selected by rows; Tab leaves it."""
    view.setAlternatingRowColors(True)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QtWidgets.QAbstractItemView.SelectionBehavior.SelectRows)
    view.setHorizontalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows = view.verticalHeader()
    rows.setVisible(False)
    rows.setMinimumSectionSize(ROW_HEIGHT)
    rows.setDefaultSectionSize(TILL_ROW_HEIGHT if till else ROW_HEIGHT)
    columns = view.horizontalHeader()
    alignment = QtCore.Qt.AlignmentFlag
    columns.setDefaultAlignment(alignment.AlignLeft | alignment.AlignVCenter)
    columns.setHighlightSections(False)
    columns.setStretchLastSection(True)
    mark(view, till=till)


@cache
def _load_fonts() -> None:
    for file in sorted((own_folder("resources") / "fonts").glob("*.otf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(f"The font {file.name} cannot be read. Reinstall the program.")


def _palette(chosen: Tokens) -> QPalette:
    role = QPalette.ColorRole
    everywhere = {
        role.Window: chosen.window,
        role.WindowText: chosen.text,
        role.Base: chosen.surface,
        role.AlternateBase: chosen.stripe,
        role.Text: chosen.text,
        role.PlaceholderText: chosen.muted,
        role.Button: chosen.surface,
        role.ButtonText: chosen.text,
        role.BrightText: chosen.bad,
        role.Highlight: chosen.selection,
        role.HighlightedText: chosen.text,
        role.Accent: chosen.accent,
        role.Link: chosen.accent,
        role.LinkVisited: chosen.violet,
        role.ToolTipBase: chosen.tooltip,
        role.ToolTipText: chosen.on_tooltip,
        role.Light: chosen.surface,
        role.Midlight: chosen.hover,
        role.Mid: chosen.border,
        role.Dark: chosen.edge,
        role.Shadow: chosen.border,
    }
    palette = QPalette()
    for colour_role, colour in everywhere.items():
        palette.setColor(colour_role, QColor(colour))
    group = QPalette.ColorGroup
    palette.setColor(group.Inactive, role.Highlight, QColor(chosen.selection_idle))
    for colour_role in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(group.Disabled, colour_role, QColor(chosen.disabled))
    palette.setColor(group.Disabled, role.Highlight, QColor(chosen.selection_idle))
    return palette
