"""Guide: "Mail an order", through the real windows to a real mail server."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from pytestqt.qtbot import QtBot
from typing_extensions import override

from posim_desktop.domain.changes import Record
from posim_desktop.domain.mails import MailSettings, MailState, Security
from posim_desktop.queries import mails as reading
from posim_desktop.services.mails import mail_settings
from posim_desktop.tour import hands
from posim_desktop.ui.clients.printing_tools import open_outgoing_mail
from posim_desktop.ui.navigator import Place
from workflows.drivers.receiving import back_door
from workflows.drivers.shop import Shop


class _Kept(Message):
    """Keeps what it is sent."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[Any] = []

    @override
    def handle_message(self, message: Any) -> None:
        self.taken.append(message_from_bytes(message.as_bytes(), policy=default))


@contextmanager
def serving() -> Iterator[list[Any]]:
    """Serve mail on a free port of this computer, and name the server in the preferences."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    kept = _Kept()
    server = Controller(kept, hostname="127.0.0.1", port=port)
    mail_settings.save(MailSettings("127.0.0.1", port, Security.NONE, sender="shop@books.example"))
    server.start()
    try:
        yield kept.taken
    finally:
        server.stop()


def test_an_order_is_mailed_by_itself_while_people_go_on(
    shop: Shop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_settings, "mail_file", lambda: tmp_path / "mail.json")
    shop.has_item("KETTLE")
    order_id = back_door(shop).orders(("KETTLE", "5"))
    client = shop.inventory_client.client
    assert client.open_record(Record.PURCHASE_ORDER, order_id)
    card = client.tabs.screen_at(Place.PROCESSED_PURCHASE_ORDERS)
    assert card is not None
    with serving() as taken:
        hands.press(card, "Mail")
        dialog = hands.dialog("Mail Purchase Order 1")
        hands.fill(dialog, "To", "no address")
        hands.press(dialog, "Send")
        assert hands.is_asked("Mail Purchase Order 1")
        hands.fill(dialog, "To", "orders@acme.example")
        hands.press(dialog, "Send")
        qtbot.waitUntil(lambda: [mail.state for mail in listed(shop)] == [MailState.SENT], timeout=10_000)
    (arrived,) = taken
    assert arrived["To"] == "orders@acme.example"
    assert arrived["Subject"].startswith("Purchase Order 1 from ")
    (paper,) = arrived.iter_attachments()
    assert paper.get_filename() == "Purchase Order 1.pdf"
    assert paper.get_content().startswith(b"%PDF")
    open_outgoing_mail(client)
    hands.press(hands.dialog("Outgoing Mail"), "Delete")
    assert listed(shop) == ()


def listed(shop: Shop) -> tuple[reading.OutgoingMailRow, ...]:
    return shop.operations.read(reading.listed)
