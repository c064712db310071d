"""Guide: "Mail a receipt", through the real windows to a real mail server."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from posim_desktop.domain.changes import Record
from posim_desktop.domain.mails import MailSettings, MailState, Security
from posim_desktop.services.mails import mail_settings
from posim_desktop.tour import hands
from posim_desktop.ui.held_input import MESSAGE
from posim_desktop.ui.navigator import Place
from workflows.drivers.shop import Shop
from workflows.drivers.till import till_of
from workflows.test_mail_an_order import listed, serving


def closes_what_is_said(screen: QWidget) -> None:
    """Read that this computer sends no mail yet."""
    said = screen.findChild(QMessageBox, MESSAGE)
    assert isinstance(said, QMessageBox)
    assert said.text().startswith("This computer sends no mail yet.")
    said.close()


def test_a_receipt_is_mailed_from_the_till_and_goes_to_another_address(
    shop: Shop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_settings, "mail_file", lambda: tmp_path / "mail.json")
    shop.has_item("KETTLE", on_hand="2", price="24.00")
    client = shop.sales_client.client
    till = till_of(client)
    till.enter("KETTLE")
    till.pay_and_post()
    till.press("Mail Receipt")
    closes_what_is_said(till.screen)  # no mail server is named yet

    with serving() as taken:
        till.press("Mail Receipt")
        dialog = hands.dialog("Mail Receipt 1")
        hands.fill(dialog, "To", "lee at home")
        hands.press(dialog, "Send")
        assert hands.is_asked("Mail Receipt 1")
        hands.fill(dialog, "To", "lee@home.example")
        hands.press(dialog, "Send")
        qtbot.waitUntil(lambda: [mail.state for mail in listed(shop)] == [MailState.SENT], timeout=10_000)

        (mail,) = listed(shop)
        assert (mail.number, mail.is_receipt) == (1, True)
        hands.menu(client, "Misc", "Outgoing Mail")
        hands.press(hands.dialog("Outgoing Mail"), "Other Address")
        other = hands.dialog("Other Address")
        hands.fill(other, "To", "kim@home.example")
        hands.press(other, "Send")
        qtbot.waitUntil(lambda: len(taken) == 2, timeout=10_000)
        hands.press(hands.dialog("Outgoing Mail"), "Close")
    assert [arrived["To"] for arrived in taken] == ["lee@home.example", "kim@home.example"]
    assert taken[0]["Subject"] == "Receipt 1 from Corner Shop"
    (paper,) = taken[0].iter_attachments()
    assert (paper.get_filename(), paper.get_content()[:4]) == ("Invoice 1.pdf", b"%PDF")


def test_a_receipt_is_mailed_from_a_processed_invoice(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_settings, "mail_file", lambda: tmp_path / "mail.json")
    mail_settings.save(MailSettings("127.0.0.1", 9, Security.NONE, sender="shop@books.example"))
    shop.has_item("KETTLE", on_hand="2")
    client = shop.sales_client.client
    assert client.open_record(Record.INVOICE, shop.sold("KETTLE"))
    card = client.tabs.screen_at(Place.PROCESSED_INVOICES)
    assert card is not None
    hands.press(card, "Mail Receipt")
    hands.press(hands.dialog("Mail Receipt 1"), "Cancel")
    assert listed(shop) == ()
