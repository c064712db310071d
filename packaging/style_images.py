"""Writes the pictures of the style sheet in the colours of each look: ``python packaging/style_images.py``.

A style sheet takes pictures from files only. They are kept ready, or else every start would write them anew.
"""

from pathlib import Path
from types import MappingProxyType

from posim_desktop.settings import own_folder
from posim_desktop.ui.icons import icon_source
from posim_desktop.ui.tokens import DARK, LIGHT, Tokens

IMAGES = MappingProxyType(
    {
        "check": ("check", "on_accent"),
        "partly": ("minus", "on_accent"),
        "arrow_down": ("chevron-down", "text"),
        "arrow_down_off": ("chevron-down", "disabled"),
        "arrow_up": ("chevron-up", "text"),
        "arrow_up_off": ("chevron-up", "disabled"),
        "arrow_left": ("chevron-left", "text"),
        "arrow_right": ("chevron-right", "text"),
        "menu_check": ("check", "text"),
        "close": ("x", "muted"),
        "close_hover": ("x", "text"),
    }
)
"""The icon and the colour of each picture that the style sheet names."""


def folder_of(look: Tokens) -> Path:
    """Return where the pictures of a look are."""
    return own_folder("resources") / "styles" / look.name


def pictures(look: Tokens) -> dict[str, str]:
    """Return the SVG text of each picture by its name."""
    coloured = {name: (icon_source(source), str(getattr(look, colour))) for name, (source, colour) in IMAGES.items()}
    return {name: text.replace("currentColor", colour) for name, (text, colour) in coloured.items()}


if __name__ == "__main__":
    for each in (LIGHT, DARK):
        folder_of(each).mkdir(exist_ok=True)
        for picture, svg in pictures(each).items():
            (folder_of(each) / f"{picture}.svg").write_text(svg, "utf-8")
