"""The pictures that the style sheet names are kept ready in the colors of both looks."""

import importlib
import re

import pytest

from posim_desktop.settings import own_folder
from posim_desktop.ui.tokens import DARK, LIGHT, Tokens


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_every_picture_is_the_icon_in_the_colours_of_its_look(look: Tokens) -> None:
    images = importlib.import_module("style_images")
    kept = {file.stem: file.read_text("utf-8") for file in images.folder_of(look).glob("*.svg")}
    assert kept == images.pictures(look), "run python packaging/style_images.py"


def test_every_picture_is_named_in_the_sheet() -> None:
    images = importlib.import_module("style_images")
    sheet = (own_folder("resources") / "styles" / "posim.qss").read_text("utf-8")
    assert set(re.findall(r"\$\{(\w+)_image\}", sheet)) == set(images.IMAGES)
