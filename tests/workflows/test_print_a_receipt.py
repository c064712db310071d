"""Guide: "Processed invoices" — the receipt goes to the receipt printer; here a printer that remembers what it got."""

import os
import socket
import tempfile
import threading
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from posim_desktop.domain.errors import Field
from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.printing.sales import receipt_printer as receipt_printer_module
from posim_desktop.printing.sales.receipt_printer import (
    HangsError,
    OfflineError,
    PartlyTakenError,
    printer_refusal,
    send,
)
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import snapshot
from posim_desktop.tour import hands
from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog
from posim_desktop.ui.widgets.receipt_printing import receipt_printer, strip_paper
from printing.receipt_paper import Printer
from workflows.drivers.till import Till, TillShop

pytestmark = pytest.mark.usefixtures("own_settings")


@contextmanager
def network_printer() -> Iterator[tuple[str, list[bytes]]]:
    """Run a printer in the network; yields its address and the jobs it took."""
    jobs: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(10)

        def take() -> None:
            connection, _ = server.accept()
            with connection:
                jobs.append(b"".join(iter(lambda: connection.recv(4096), b"")))

        printer = threading.Thread(target=take)
        printer.start()
        yield f"127.0.0.1:{server.getsockname()[1]}", jobs
        printer.join(10)
    assert not printer.is_alive()


@pytest.fixture
def till(sqlite_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[Till]:
    """A kettle was sold and another back-ordered for Lee; the invoice is posted."""
    del qtbot  # makes the application, and fails the test when Qt warns
    shop = TillShop(sqlite_url, tmp_path)
    shop.has_item("KETTLE", "Enamel kettle", on_hand="1", price="24.00")
    shop.has_customer("LEE", "Lee Harper")
    till = shop.opens_till()
    till.choose_customer("lee")
    till.enter("kettle")
    till.enter("kettle")
    till.answer("Back Order")
    till.pay_and_post()
    yield till
    with snapshot(shop.shop.engine) as connection:
        assert verify(connection) == ()
    shop.close()


def is_open(title: str) -> bool:
    try:
        return hands.dialog(title).isVisible()
    except hands.NotOnScreenError:
        return False


def listed(heading: str) -> list[str]:
    """Read a column of Print Jobs."""
    rows = hands.dialog("Print Jobs").rows  # type: ignore[attr-defined]
    headings = [rows.headerData(column, Qt.Orientation.Horizontal) for column in range(rows.columnCount())]
    column = headings.index(heading)
    return [rows.data(rows.index(row, column)) for row in range(rows.rowCount())]


def choose_printer(till: Till, where: str) -> None:
    hands.menu(till.client, "File", "Preferences")
    dialog = hands.dialog("Preferences")
    dialog.show_page("Printing")  # type: ignore[attr-defined]
    hands.fill(dialog, "Receipt printer", where)
    hands.press(dialog, "OK")


def test_the_receipt_of_the_sale_comes_out_of_the_printer(till: Till) -> None:
    with network_printer() as (where, jobs):
        choose_printer(till, where)
        till.press("Print")
        preview = hands.dialog("Print Preview – Invoice 1")
        assert hands.button(preview, "Receipt").hasFocus()
        hands.press(preview, "Receipt")
        hands.wait_for(lambda: bool(jobs), "the receipt")
    (job,) = jobs
    for words in (b"Invoice 1", b"Lee Harper", b"Enamel kettle", b"{B" + invoice_code(1).encode()):
        assert words in job


def test_letters_that_nothing_has_are_told_before_anything_is_printed(till: Till) -> None:
    """No font has a letter for what is set aside for private use."""
    till.choose_customer("lee")
    till.enter("kettle")
    till.answer("Sell Anyway")
    hands.press(till.screen, "Comment")
    hands.field(hands.dialog("Comment"), "Comment").setText("For \U000f1234")  # type: ignore[attr-defined]
    hands.press(hands.dialog("Comment"), "OK")
    till.pay_and_post()
    with network_printer() as (where, jobs):
        choose_printer(till, where)
        till.press("Print")
        preview = hands.dialog("Print Preview – Invoice 2")
        hands.press(preview, "Receipt")
        hands.press(hands.dialog("Letters That Cannot Be Printed"), "Do Not Print")
        assert hands.button(preview, "Receipt").isEnabled()
        assert not jobs
        hands.press(preview, "Receipt")
        hands.press(hands.dialog("Letters That Cannot Be Printed"), "Print Numbers")
        hands.wait_for(lambda: bool(jobs), "the receipt")
    assert "For [U+F1234]" in Printer().take(jobs[0]).paper.splitlines()


def test_paper_and_letters_are_chosen_in_the_preferences(till: Till) -> None:
    with network_printer() as (where, jobs):
        hands.menu(till.client, "File", "Preferences")
        dialog = hands.dialog("Preferences")
        dialog.show_page("Printing")  # type: ignore[attr-defined]
        hands.fill(dialog, "Receipt printer", where)
        dialog.printing_page.columns_edit.setCurrentIndex(0)  # type: ignore[attr-defined]
        dialog.printing_page.table_edit.setCurrentText("PC852")  # type: ignore[attr-defined]
        hands.press(dialog, "OK")
        assert (strip_paper().columns, strip_paper().table.name) == (32, "PC852")
        till.press("Print")
        hands.press(hands.dialog("Print Preview – Invoice 1"), "Receipt")
        hands.wait_for(lambda: bool(jobs), "the receipt")
    out = Printer().take(jobs[0])
    assert out.table == "cp852"
    assert "-" * 32 in out.paper.splitlines()


def test_a_printer_that_is_switched_off_is_told_below_and_the_job_waits(till: Till) -> None:
    choose_printer(till, "127.0.0.1:1")
    till.press("Print")
    hands.press(hands.dialog("Print Preview – Invoice 1"), "Receipt")
    hands.wait_for(till.client.print_jobs_sign.isVisible, "the sign in the status bar")
    hands.press(till.client, "Not printed: 1")
    assert any("It takes no jobs at this address" in words for words in listed("Why"))
    assert listed("State") == ["Waiting"]


def test_a_pdf_that_cannot_be_saved_is_told_in_the_programs_words(till: Till, tmp_path: Path) -> None:
    till.press("Print")
    preview = hands.dialog("Print Preview – Invoice 1")
    assert isinstance(preview, PrintPreviewDialog)

    assert not preview.save(tmp_path / "not there" / "Invoice 1.pdf")

    boxes = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]
    assert [box.text() for box in boxes] == [
        "Invoice 1.pdf could not be saved. Choose a folder that you may write to and that has room."
    ]


def test_without_a_receipt_printer_nothing_offers_one(till: Till) -> None:
    till.press("Print")
    with pytest.raises(hands.NotOnScreenError):
        hands.button(hands.dialog("Print Preview – Invoice 1"), "Receipt")


def test_what_names_no_printer_is_refused_at_its_field(till: Till) -> None:
    choose_printer(till, "the printer: upstairs")
    dialog = hands.dialog("Preferences")
    assert any("Enter the printer's name" in words for words in hands.words_on(dialog))
    assert receipt_printer() == ""
    hands.press(dialog, "Cancel")


@pytest.mark.parametrize(
    "where",
    [
        "",
        "till-printer",
        "192.168.1.50",
        "192.168.1.50:9100",
        "[fe80::1]:9100",
        "/dev/usb/lp0",
        r"\\till\receipts",
        "LPT1",
        r"\\.\COM3",
    ],
)
def test_these_name_a_printer(where: str) -> None:
    assert printer_refusal(where, field="receipt_printer") is None


@pytest.mark.parametrize(
    "where",
    [
        *("two words", "printer:0", "printer:70000", "printer:", ":9100", "a:b:c"),
        *(
            "/home/kim/shop.sqlite",
            "shop.sqlite/",
            "./shop.sqlite",
            "/dev/",
            "/dev/../home/kim/shop.sqlite",
            "dev/usb/lp0",
        ),
        *(r"C:\shop\shop.sqlite", r"\\till\shop\shop.sqlite", r"..\shop.sqlite", r"\\till"),
        *(r"\\.\PhysicalDrive0", r"\\.\C:", r"\\?\C:"),  # Windows' names for a whole disk
        "printer:٩١٠٠",
    ],
)
def test_these_do_not(where: str) -> None:
    refusal = printer_refusal(where, field="receipt_printer")
    assert refusal is not None
    assert refusal.where == Field("receipt_printer")


def test_a_device_gets_the_bytes_as_they_are() -> None:
    reading, device = os.openpty()
    tty.setraw(device)
    send(b"\x1b@ten\n", os.ttyname(device))
    assert os.read(reading, 100) == b"\x1b@ten\n"
    os.close(device)
    os.close(reading)
    with pytest.raises(OSError, match="No such file"):
        send(b"ten", "/dev/posim/lp0")


@pytest.mark.parametrize("where", ["receipts..till", "t" * 64, "/dev/\0"])
def test_a_name_that_no_printer_can_have_is_an_error_like_others(where: str) -> None:
    with pytest.raises(OSError, match="is not a printer"):
        send(b"ten", where)


def test_a_device_that_takes_nothing_is_not_waited_for_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receipt_printer_module, "_PATIENCE", 0.1)
    reading, device = os.openpty()
    tty.setraw(device)
    with pytest.raises(PartlyTakenError) as error:
        send(b"ten\n" * 100_000, os.ttyname(device))
    assert isinstance(error.value.__cause__, TimeoutError)
    os.close(device)
    os.close(reading)
    with tempfile.TemporaryDirectory(dir="/dev/shm") as among_devices:
        os.mkfifo(f"{among_devices}/lp0")
        with pytest.raises(OSError, match="lp0"):
            send(b"ten", f"{among_devices}/lp0")


def test_a_file_is_never_printed_over(tmp_path: Path) -> None:
    """Also where it stands among the devices, or was named before the program knew better."""
    shop = tmp_path / "shop.sqlite"
    shop.write_bytes(b"a whole shop")
    with tempfile.NamedTemporaryFile(dir="/dev/shm") as among_devices:
        among_devices.write(b"a whole shop")
        among_devices.flush()
        for where in (str(shop), among_devices.name):
            with pytest.raises(OSError, match=r"no printer|not a printer"):
                send(b"ten", where)
        assert Path(among_devices.name).read_bytes() == b"a whole shop"
    assert shop.read_bytes() == b"a whole shop"


@contextmanager
def answering(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """Run a printer in the network that takes a job in its own way; yields its address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(10)

        def take() -> None:
            connection, _ = server.accept()
            with connection:
                answer(connection)

        printer = threading.Thread(target=take)
        printer.start()
        yield f"127.0.0.1:{server.getsockname()[1]}"
        printer.join(10)
    assert not printer.is_alive()


def _reads(connection: socket.socket) -> bytes:
    return b"".join(iter(lambda: connection.recv(4096), b""))


def _answers(status: bytes) -> Callable[[socket.socket], None]:
    def answer(connection: socket.socket) -> None:
        assert _reads(connection) == b"ten\n\x10\x04\x01"
        connection.sendall(status)
        connection.recv(1)  # until the other side has gone

    return answer


@pytest.mark.parametrize("answer", [_answers(b"\x16"), _answers(b"noise\x12"), _reads], ids=["well", "late", "closes"])
def test_a_printer_that_answers_or_closes_has_it_all(answer: Callable[[socket.socket], None]) -> None:
    with answering(answer) as where:
        send(b"ten\n", where)


def test_a_printer_that_is_offline_may_print_later() -> None:
    with answering(_answers(b"\x1a")) as where, pytest.raises(PartlyTakenError) as error:
        send(b"ten\n", where)
    assert isinstance(error.value.__cause__, OfflineError)


@pytest.mark.parametrize("reads", [True, False])
def test_a_printer_that_lets_one_in_and_then_hangs_may_have_printed(
    monkeypatch: pytest.MonkeyPatch, *, reads: bool
) -> None:
    """What it was sent lies in the network, so that sending alone shows nothing."""
    monkeypatch.setattr(receipt_printer_module, "_ANSWERS_WITHIN", 0.2)
    gone = threading.Event()

    def hangs(connection: socket.socket) -> None:
        if reads:
            _reads(connection)
        gone.wait(10)

    with answering(hangs) as where:
        with pytest.raises(PartlyTakenError) as error:
            send(b"ten\n", where)
        gone.set()
    assert isinstance(error.value.__cause__, HangsError)
