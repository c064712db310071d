"""A screen for a computer that shows nothing: Qt's own has 800 by 800 pixels, and windows heed how large theirs is."""

import json
from pathlib import Path

from PySide6.QtCore import QSize


def platform_with_screen(folder: Path, size: QSize) -> str:
    """Describe a screen of a size in pixels in a folder, and return what QT_QPA_PLATFORM is to be."""
    screen = {"name": "counter", "x": 0, "y": 0, "width": size.width(), "height": size.height()}
    described = folder / "screen.json"
    described.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "dpr": 1.0}]}), "utf-8")
    return f"offscreen:configfile={described}"
