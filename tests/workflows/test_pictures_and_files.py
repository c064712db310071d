"""Guide: "Pictures and files" — attached and removed on the Backorder card, and bad files are told why."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from posim_desktop.tour import hands
from posim_desktop.ui.widgets.files_dialog import FilesDialog
from workflows.drivers.shop import Shop


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture of what is wanted."""
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    file = tmp_path / "photo.png"
    assert image.save(str(file))
    return file


@pytest.mark.qt_log_ignore(".*")  # Qt's readers complain of broken pictures
def test_a_picture_is_attached_seen_saved_and_removed(shop: Shop, photo: Path, tmp_path: Path) -> None:
    shop.has_item("kettle")
    shop.sold("kettle", trans_code="B", to="Lee")
    deck = shop.sales_client.open_backorders()
    deck.press("Pictures and Files")
    dialog = hands.dialog("Pictures and Files")
    assert isinstance(dialog, FilesDialog)
    assert not hands.button(dialog, "Remove").isEnabled()
    broken = tmp_path / "letter.jpg"
    broken.write_bytes(b"Dear Sam,")
    assert not dialog.attach(broken)
    assert "This is no whole JPEG or PNG picture and no PDF file. Choose one of these." in hands.words_on(dialog)

    assert dialog.attach(photo)

    assert hands.rows(hands.table(dialog, "Files"), "Name", "Added By") == [("photo.png", "Sam")]
    assert not dialog.picture_label.pixmap().isNull()
    (file,) = dialog._files
    dialog.save(file, tmp_path / "out.png")
    assert QImage(str(tmp_path / "out.png")).width() == 300
    hands.press(dialog, "Remove")
    assert hands.rows(hands.table(dialog, "Files"), "Name") == []
    hands.press(dialog, "Close")
