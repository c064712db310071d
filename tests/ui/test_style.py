"""The look: contrast that can be read, icons that exist, a style sheet without holes."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLabel,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

import posim_desktop
from posim_desktop.settings import own_folder
from posim_desktop.ui.icons import icon
from posim_desktop.ui.style import apply_style, mark, prepare_table, style_sheet
from posim_desktop.ui.tokens import DARK, LIGHT, Tokens, tokens

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
EVERYDAY_BACKGROUNDS = ["window", "surface", "band", "stripe", "hover", "selection"]
TEXT_PAIRS = [
    *[("text", background) for background in [*EVERYDAY_BACKGROUNDS, "pressed", "selection_idle"]],
    *[("muted", background) for background in ["window", "surface", "band", "stripe"]],
    *[("accent", background) for background in ["window", "surface", "hover", "selection"]],
    *[("on_accent", fill) for fill in ["accent", "accent_hover", "accent_pressed"]],
    *[("on_bad", fill) for fill in ["bad", "bad_hover"]],
    *[
        (word, background)
        for word in ["good", "attention", "bad"]
        for background in ["window", "surface", "band", f"{word}_surface"]
    ],
    *[("text", f"{word}_surface") for word in ["good", "attention", "bad", "info", "grey"]],
    *[(word, f"{word}_surface") for word in ["info", "violet", "teal"]],
    ("muted", "grey_surface"),
    ("on_tooltip", "tooltip"),
]
LINE_PAIRS = [
    *[("edge", background) for background in ["window", "surface"]],
    *[("accent", background) for background in ["window", "surface", "selection", "hover"]],
    *[("bad", background) for background in ["surface", "bad_surface"]],
]


def contrast(one: str, other: str) -> float:
    """Compute the contrast ratio of WCAG 2."""

    def luminance(colour: str) -> float:
        channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture
def styled(qapp: QApplication) -> QApplication:
    apply_style(qapp, dark=False)
    return qapp


@THEMES
@pytest.mark.parametrize(("ink", "paper"), TEXT_PAIRS)
def test_every_text_can_be_read(theme: Tokens, ink: str, paper: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, paper)) >= 4.5


@THEMES
@pytest.mark.parametrize(("line", "paper"), LINE_PAIRS)
def test_every_input_border_and_focus_ring_can_be_seen(theme: Tokens, line: str, paper: str) -> None:
    assert contrast(getattr(theme, line), getattr(theme, paper)) >= 3.0


@THEMES
def test_the_style_sheet_has_no_holes_and_names_no_colour_of_its_own(theme: Tokens) -> None:
    template = (own_folder("resources") / "styles" / "posim.qss").read_text("utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{6}\b", template) == []
    filled = style_sheet(theme)
    assert "$" not in filled
    for file in re.findall(r'url\("([^"]+)"\)', filled):
        assert theme.name in file


@THEMES
def test_qt_understands_the_style_sheet(qapp: QApplication, theme: Tokens, qtbot: QtBot) -> None:
    """The plug-in fails a test on any Qt warning, and a sheet that does not parse warns."""
    apply_style(qapp, dark=theme is DARK)
    button = QPushButton("Post")
    qtbot.addWidget(button)
    mark(button, primary=True)
    button.show()
    assert button.height() >= 32
    assert tokens() is theme
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(theme.surface)


@pytest.mark.usefixtures("styled")
def test_every_icon_in_the_folder_can_be_painted() -> None:
    for file in (own_folder("resources") / "icons").glob("*.svg"):
        image = icon(file.stem).pixmap(QSize(24, 24)).toImage()
        colours = {
            image.pixelColor(x, y).name() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() == 255
        }
        assert LIGHT.text.lower() in colours, file.stem


def test_every_icon_that_the_code_names_exists() -> None:
    package = Path(posim_desktop.__file__).parent
    call = re.compile(r"""\bicon\(\s*["']([a-z0-9-]+)["']""")
    named = {name for file in package.rglob("*.py") for name in call.findall(file.read_text("utf-8"))}
    there = {file.stem for file in (own_folder("resources") / "icons").glob("*.svg")}
    assert named <= there


def test_an_icon_follows_a_theme_switch_and_greys_out(styled: QApplication) -> None:
    def ink(mode: QIcon.Mode) -> set[str]:
        image = save.pixmap(QSize(32, 32), mode).toImage()
        return {
            image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255
        }

    save = icon("save")
    assert LIGHT.text.lower() in ink(QIcon.Mode.Normal)
    assert LIGHT.disabled.lower() in ink(QIcon.Mode.Disabled)
    apply_style(styled, dark=True)
    assert DARK.text.lower() in ink(QIcon.Mode.Normal)


def test_an_icon_that_does_not_exist_is_an_error_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
    with pytest.raises(AttributeError):
        icon("save", role="no-such-colour")


@pytest.mark.usefixtures("styled")
def test_figures_are_all_of_one_width(qtbot: QtBot) -> None:
    assert "Inter" in QFontDatabase.families()
    for widget in (QLabel(), QTableView(), QPushButton()):
        qtbot.addWidget(widget)
        mark(widget, role="amount")
        widths = {widget.fontMetrics().horizontalAdvance(figure * 4) for figure in "0123456789"}
        assert len(widths) == 1


@pytest.mark.usefixtures("styled")
def test_a_table_is_dense_and_left_by_tab(qtbot: QtBot) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    prepare_table(table)
    assert table.verticalHeader().defaultSectionSize() == 32
    prepare_table(table, till=True)
    assert table.verticalHeader().defaultSectionSize() == 44
    assert not table.tabKeyNavigation()


@pytest.mark.parametrize(
    "marks",
    [
        {},
        {"primary": True},
        {"destructive": True},
        {"destructive": True, "primary": True},
        {"tender": True},
        {"tender": True, "primary": True},
        {"link": True},
    ],
    ids=lambda marks: "-".join(marks) or "plain",
)
def test_a_button_keeps_its_size_when_it_gets_the_focus(
    styled: QApplication, qtbot: QtBot, marks: dict[str, bool]
) -> None:
    del styled
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    button, other = QPushButton("Post"), QPushButton("Other")
    for each in (button, other):
        mark(each, **marks)
        rows.addWidget(each)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    resting = button.sizeHint()

    button.setFocus()

    assert button.hasFocus()
    assert button.sizeHint() == resting


class _DesktopWithIcons(QProxyStyle):
    """Puts Qt's own pictures on the buttons of message boxes, as most desktops on X11 do."""

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, option, widget, returnData)


@pytest.mark.parametrize(("sheet", "is_plain"), [("", False), (style_sheet(LIGHT), True)], ids=["Qt's", "ours"])
def test_the_buttons_of_a_message_have_no_pictures_of_the_desktop(qtbot: QtBot, sheet: str, *, is_plain: bool) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    desktop = _DesktopWithIcons("Fusion")
    desktop.setParent(box)
    box.setStyle(desktop)
    box.setStyleSheet(sheet)
    assert box.addButton(QDialogButtonBox.StandardButton.Ok).icon().isNull() is is_plain
