"""The tour plays on a fresh demo shop, and the guide shows nothing that the tour does not make."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from posim_desktop.ui.clients.guide import guide_page
from posim_desktop.ui.navigator import Place

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide"
_LINK = re.compile(r"\]\(([^)#:]+)\)")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Play the tour as a person would start it, with its own application."""
    folder = tmp_path_factory.mktemp("tour")
    played = subprocess.run(
        (sys.executable, "-m", "posim_desktop", "tour", "--out", str(folder)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert played.returncode == 0, played.stdout + played.stderr
    assert "The records agree." in played.stdout
    assert played.stderr == ""
    return folder


def test_the_tour_photographs_every_step_at_the_size_of_a_till(pictures: Path) -> None:
    made = sorted(pictures.glob("*.png"))
    assert made
    for picture in made:
        image = QImage(str(picture))
        assert (image.width(), image.height()) == (1366, 768), picture.name


def test_the_guide_has_the_pictures_that_the_tour_makes_and_no_others(pictures: Path) -> None:
    made = {picture.name for picture in pictures.glob("*.png")}
    assert {picture.name for picture in (GUIDE / "images").glob("*.png")} == made


def test_every_picture_is_shown_on_a_page() -> None:
    shown = {target for page in GUIDE.glob("*.md") for target in _LINK.findall(page.read_text("utf-8"))}
    assert {f"images/{picture.name}" for picture in (GUIDE / "images").glob("*.png")} <= shown


@pytest.mark.parametrize("page", sorted(GUIDE.glob("*.md")), ids=lambda page: page.name)
def test_every_link_of_the_guide_leads_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).is_file(), target


def test_every_page_is_in_the_index() -> None:
    listed = set(_LINK.findall((GUIDE / "index.md").read_text("utf-8")))
    assert {page.name for page in GUIDE.glob("*.md")} - {"index.md"} <= listed


@pytest.mark.parametrize("place", Place)
def test_f1_has_a_page_for_every_place(place: Place) -> None:
    assert guide_page(GUIDE, place).name != "index.md"
