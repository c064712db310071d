"""Guide: "Getting Ready": what a new shop still needs, ticked by what is stored."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from posim_desktop.domain.getting_ready import ReadyStep
from posim_desktop.queries.shop import getting_ready
from posim_desktop.tour import hands
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.shop.getting_ready import GettingReadyScreen
from workflows.drivers.shop import Shop


@contextmanager
def printer() -> Iterator[str]:
    """Be a receipt printer in the network; yields where it is."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def take() -> None:
            connection, _ = server.accept()
            with connection:
                while connection.recv(4096):
                    pass

        threading.Thread(target=take, daemon=True).start()
        yield f"127.0.0.1:{server.getsockname()[1]}"


@pytest.mark.usefixtures("own_settings")
def test_steps_are_ticked_by_what_is_stored_and_may_be_skipped(shop: Shop) -> None:
    client = shop.sales_client.client
    hands.menu(client, "Help", "Getting Ready")
    screen = client.tabs.screen_at(Place.GETTING_READY)
    assert isinstance(screen, GettingReadyScreen)

    def is_left(*steps: ReadyStep) -> bool:
        return screen.cards.readiness.left == steps

    everything = tuple(ReadyStep)
    hands.wait_for(lambda: is_left(*everything), "the steps")
    hands.wait_for(lambda: "8 left" in hands.words_on(screen), "the count")
    shop.has_item("kettle")
    shop.has_customer("Lee")
    shop.has_employee("Ann")
    left = (ReadyStep.SHOP, ReadyStep.RECEIPT, ReadyStep.VENDORS, ReadyStep.DRAWER, ReadyStep.BACKUP)
    hands.wait_for(lambda: is_left(*left), "what was added")
    assert hands.words_on(screen).count("Done") == 3

    hands.press(screen, "Skip: Vendors")
    hands.wait_for(lambda: is_left(*left[:2], *left[3:]), "what is skipped")
    hands.press(screen, "Do It After All: Vendors")
    hands.wait_for(lambda: is_left(*left), "what is not skipped")
    hands.press(screen, "Vendors")
    assert client.tabs.front() == Place.VENDORS
    client.open(Place.GETTING_READY)

    with printer() as where:
        hands.press(screen, "Printing")
        dialog = hands.dialog("Preferences")
        hands.press(dialog, "Print a Test Receipt")
        assert "Name the receipt printer first." in hands.words_on(dialog)
        hands.fill(dialog, "Receipt printer", where)
        hands.press(dialog, "Print a Test Receipt")
        hands.wait_for(lambda: is_left(left[0], *left[2:]), "the test receipt")
    assert shop.operations.read(getting_ready.readiness).skipped == frozenset()
