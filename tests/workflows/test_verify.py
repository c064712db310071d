"""Guide: "Keep the records safe": the shop is verified from the menu, and a start tells when records do not agree."""

from functools import partial
from pathlib import Path

import sqlalchemy as sa
from PySide6.QtWidgets import QFileDialog

from posim_desktop.queries.verify import RULES
from posim_desktop.services.database import for_writing
from posim_desktop.tour import hands
from posim_desktop.ui.shop.verify import VerifyDialog
from workflows.drivers.shop import Shop


def opens_verify(shop: Shop) -> VerifyDialog:
    hands.menu(shop.sales_client.client, "File", "Verify")
    dialog = hands.dialog("Verify")
    assert isinstance(dialog, VerifyDialog)
    hands.press(dialog, "Verify")
    return dialog


def sees_the_end(dialog: VerifyDialog) -> str:
    """Wait for one rule after the other, and read what is said then."""
    for done in range(len(RULES)):
        hands.wait_for(partial(_is_past, dialog, done), f"{done} rules are checked")
    hands.wait_for(dialog.result_banner.isVisible, "the whole shop is verified")
    return dialog.result_banner.message_label.text()


def _is_past(dialog: VerifyDialog, done: int) -> bool:
    return dialog.progress_bar.value() > done


def test_the_shop_is_verified_and_a_broken_one_is_told(shop: Shop, tmp_path: Path) -> None:
    shop.has_item("KETTLE", on_hand="3")
    shop.sold("KETTLE")
    shop.sales_client.to_front()
    banner = shop.sales_client.client.records_banner
    whole = opens_verify(shop)
    assert sees_the_end(whole) == f"The records agree: {len(RULES)} rules."
    assert whole.cancel_button.text() == "Close"
    hands.press(whole, "Close")

    stopped = opens_verify(shop)
    hands.press(stopped, "Cancel")
    assert not banner.isVisible()

    with for_writing(shop.opened.engine).begin() as connection:
        connection.execute(sa.text("UPDATE counters SET value = value + 5 WHERE name = 'vendor_return'"))
    banner.ask()
    hands.wait_for(banner.isVisible, "the quick verify is done")
    assert "You can go on selling" in banner.message_label.text()
    banner.action_button.click()
    broken = hands.dialog("Verify")
    assert isinstance(broken, VerifyDialog)
    hands.press(broken, "Verify")
    assert "Problems found: 1." in sees_the_end(broken)
    hands.press(broken, "Save As…")
    (asked,) = broken.findChildren(QFileDialog)
    asked.fileSelected.emit(str(tmp_path / "verify.txt"))
    assert (tmp_path / "verify.txt").read_text("utf-8") == (
        "D2: counter vendor_return: stands at 5, but the last number given is 0\n"
    )
    hands.press(broken, "Close")

    banner.tell("T1")
    assert "Do not sell or receive here" in banner.message_label.text()
