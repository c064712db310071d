"""Guide: "Print jobs" — what a sale has printed is printed once, and what is not printed is told and not lost."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage, QPdfWriter
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from posim_desktop.domain.sales.print_jobs import GIVEN_UP_AFTER
from posim_desktop.orm import AuditEvent, PrintJob
from posim_desktop.orm.base import table_of
from posim_desktop.printing.pages import Pages
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import for_writing, snapshot
from posim_desktop.tour import hands
from posim_desktop.ui.sales.print_worker import PrintWorker
from posim_desktop.ui.shop.receipt_page import ReceiptPage
from posim_desktop.ui.widgets.edits import FieldHint
from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog
from posim_desktop.ui.widgets.receipt_printing import use_receipt_printer, use_wish
from printing.receipt_paper import Printer
from workflows.drivers.devices import stuck_device
from workflows.drivers.till import Till, TillShop

pytestmark = pytest.mark.usefixtures("own_settings")


@dataclass
class NetworkPrinter:
    """A printer in the network, which remembers what came out."""

    where: str
    jobs: list[bytes] = field(default_factory=list)

    def papers(self, count: int) -> list[Printer]:
        """Wait for so many jobs and read them."""
        hands.wait_for(lambda: len(self.jobs) >= count, f"{count} jobs")
        hands.settle()
        assert len(self.jobs) == count
        return [Printer().take(job) for job in self.jobs]


def _whole(connection: socket.socket) -> bytes:
    with connection:
        return b"".join(iter(lambda: connection.recv(4096), b""))


@contextmanager
def switched_on() -> Iterator[NetworkPrinter]:
    """Switch a printer on that takes every job."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        printer = NetworkPrinter(f"127.0.0.1:{server.getsockname()[1]}")

        def take() -> None:
            with suppress(OSError):
                while True:
                    printer.jobs.append(_whole(server.accept()[0]))

        thread = threading.Thread(target=take)
        thread.start()
        try:
            yield printer
        finally:
            server.shutdown(socket.SHUT_RDWR)
    thread.join(10)


@pytest.fixture
def shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    """A shop with kettles on the shelf."""
    del qtbot
    shop = TillShop(database_url, tmp_path)
    shop.has_item("KETTLE", "Enamel kettle", on_hand="9", price="24.00")
    yield shop
    with snapshot(shop.shop.engine) as connection:
        assert verify(connection) == ()
    shop.close()


@pytest.fixture
def till(shop: TillShop) -> Till:
    """The till of the shop."""
    return shop.opens_till()


def sells(till: Till, tender: str = "Cash") -> None:
    till.enter("kettle")
    till.pay_and_post(tender)


def listed(heading: str) -> list[str]:
    """Read a column of Print Jobs."""
    rows = hands.dialog("Print Jobs").rows  # type: ignore[attr-defined]
    headings = [rows.headerData(column, Qt.Orientation.Horizontal) for column in range(rows.columnCount())]
    column = headings.index(heading)
    return [rows.data(rows.index(row, column)) for row in range(rows.rowCount())]


def is_told(till: Till) -> bool:
    """Look for the sign in the status bar."""
    sign = till.client.print_jobs_sign
    return sign.isVisible() and sign.text().startswith("Not printed: ")


def opens_print_jobs(till: Till) -> None:
    hands.menu(till.client, "Misc", "Print Jobs")


def test_the_receipt_follows_the_posting_and_the_next_one_says_copy(till: Till) -> None:
    with switched_on() as printer:
        use_receipt_printer(printer.where)
        sells(till)
        (receipt,) = printer.papers(1)
        assert "Invoice 1" in receipt.paper
        assert "COPY" not in receipt.paper
        assert len(receipt.drawer_kicks) == 1
        till.press("Print")
        hands.press(hands.dialog("Print Preview – Invoice 1"), "Receipt")
        copy = printer.papers(2)[1]
    assert copy.squeezed[0] == "COPY"
    assert "Invoice 1" in copy.paper
    assert copy.drawer_kicks == [], "it is no money that moves"
    opens_print_jobs(till)
    hands.wait_for(lambda: listed("State") == ["Printed", "Printed"], "the end of the jobs")
    assert listed("What") == ["Receipt 1", "Receipt 1"]
    assert not is_told(till)


def test_without_receipts_only_the_drawer_opens_and_only_for_cash(till: Till) -> None:
    with switched_on() as printer:
        use_receipt_printer(printer.where)
        use_wish(receipt=False, drawer=True)
        sells(till, "Card")
        till.press("New Sale")
        sells(till)
        (kick,) = printer.papers(1)
    assert (kick.paper, len(kick.drawer_kicks)) == ("", 1)


def test_a_printer_that_is_off_keeps_nobody_from_selling_and_another_prints(
    till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("posim_desktop.domain.sales.print_jobs._FIRST_PAUSE", 600)  # it is tried once meanwhile
    use_receipt_printer("127.0.0.1:1")
    sells(till, "Card")
    till.press("New Sale")
    sells(till, "Card")
    hands.wait_for(lambda: is_told(till), "the sign in the status bar")
    hands.press(till.client, "Not printed: 1")
    assert listed("State") == ["Waiting", "Waiting"]
    assert any("takes no jobs at this address" in words for words in listed("Why"))
    dialog = hands.dialog("Print Jobs")
    with switched_on() as printer:
        dialog.table.selectRow(1)  # type: ignore[attr-defined]
        hands.press(dialog, "Other Printer")
        other = hands.dialog("Other Printer")
        hands.fill(other, "Printer", "the printer: upstairs")
        hands.press(other, "OK")
        assert any("Enter the printer's name" in words for words in hands.words_on(other))
        hands.fill(other, "Printer", printer.where)
        hands.press(other, "OK")
        (receipt,) = printer.papers(1)
        assert "Invoice 1" in receipt.paper
        hands.wait_for(lambda: listed("State") == ["Waiting", "Printed"], "the job to be printed")
        hands.wait_for(lambda: listed("Why")[0] != "", "the other one to be tried")
        assert "COPY" not in receipt.paper, "the first try was not printed"
    dialog.table.selectRow(0)  # type: ignore[attr-defined]
    hands.press(dialog, "Delete")
    hands.wait_for(lambda: listed("State") == ["Printed"], "the other one to go")
    assert not is_told(till)


def test_what_was_on_its_way_when_the_program_ended_is_asked_about(shop: TillShop, till: Till) -> None:
    """It is neither printed twice nor forgotten."""
    with switched_on() as printer:
        use_receipt_printer(printer.where)
        sells(till)
        printer.papers(1)
        opens_print_jobs(till)
        hands.wait_for(lambda: listed("State") == ["Printed"], "the end of the job")
        long_ago = shop.shop.operations.now() - 2 * GIVEN_UP_AFTER
        jobs = table_of(PrintJob)
        with for_writing(shop.shop.engine).begin() as connection:
            connection.execute(sa.update(jobs).values(state="sending", tried_at=long_ago))
        worker = next(child for child in shop.shop.operations.children() if isinstance(child, PrintWorker))
        worker.look()  # as the next start does
        hands.wait_for(lambda: listed("State") == ["Maybe printed"], "the question")
        assert listed("Why") == ["Look at the paper, then press Again or Delete."]
        assert is_told(till)
        hands.press(hands.dialog("Print Jobs"), "Again")
        copy = printer.papers(2)[1]
    assert copy.squeezed[0] == "COPY"
    assert copy.drawer_kicks == []


def test_letters_that_nothing_has_stop_a_receipt_until_somebody_wants_their_numbers(till: Till) -> None:
    with switched_on() as printer:
        use_receipt_printer(printer.where)
        till.enter("kettle")
        till.press("Comment")
        hands.field(hands.dialog("Comment"), "Comment").setText("For \U000f1234")  # type: ignore[attr-defined]
        hands.press(hands.dialog("Comment"), "OK")
        till.pay_and_post()
        hands.wait_for(lambda: is_told(till), "the sign in the status bar")
        assert printer.jobs == []
        opens_print_jobs(till)
        assert (listed("State"), listed("Why")) == (["Not printed"], ["No letters for \U000f1234 (U+F1234)."])
        hands.press(hands.dialog("Print Jobs"), "Again")
        (receipt,) = printer.papers(1)
    assert "For [U+F1234]" in receipt.paper
    assert "COPY" not in receipt.paper


def test_no_sale_opens_the_drawer_for_a_reason(shop: TillShop, till: Till) -> None:
    with switched_on() as printer:
        use_receipt_printer(printer.where)
        hands.menu(till.client, "Misc", "No Sale")
        dialog = hands.dialog("No Sale")
        hands.press(dialog, "Open Drawer")
        assert any("reason" in words for words in hands.words_on(dialog))
        hands.fill(dialog, "Reason", "Change for a customer")
        hands.press(dialog, "Open Drawer")
        (kick,) = printer.papers(1)
    assert (kick.paper, len(kick.drawer_kicks)) == ("", 1)
    with shop.shop.engine.connect() as connection:
        reasons = connection.scalars(sa.select(AuditEvent.reason).where(AuditEvent.action == "no sale")).all()
    assert reasons == ["Change for a customer"]


def test_a_device_that_takes_nothing_is_told(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posim_desktop.printing.sales.receipt_printer._PATIENCE", 0.2)
    with stuck_device() as device:
        use_receipt_printer(device)
        sells(till)
        hands.wait_for(lambda: is_told(till), "the sign in the status bar")
        opens_print_jobs(till)
        assert listed("State") == ["Waiting"]


def test_a_printer_that_hangs_in_the_network_is_asked_about(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posim_desktop.printing.sales.receipt_printer._ANSWERS_WITHIN", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        use_receipt_printer(f"127.0.0.1:{server.getsockname()[1]}")
        sells(till)
        hands.wait_for(lambda: is_told(till), "the sign in the status bar")
        opens_print_jobs(till)
        assert listed("State") == ["Maybe printed"]
        assert listed("Why")[0].endswith("everything; it may hang. Look at the paper, then press Again or Delete.")


def test_a_gift_receipt_has_no_prices_and_what_the_shop_says_below(till: Till) -> None:
    hands.menu(till.client, "File", "Preferences")
    preferences = hands.dialog("Preferences")
    preferences.show_page("Receipt")  # type: ignore[attr-defined]
    hands.settle()
    page = preferences.receipt_page  # type: ignore[attr-defined]
    empty = page.example_label.pixmap().height()
    page.foot_edit.setPlainText("Goods come back within 14 days.")
    hands.wait_for(lambda: page.example_label.pixmap().height() > empty, "the example to grow")
    hands.press(preferences, "OK")
    sells(till)
    with switched_on() as printer:
        use_receipt_printer(printer.where)
        till.press("Print")
        hands.press(hands.dialog("Print Preview – Invoice 1"), "Gift Receipt")
        (gift,) = printer.papers(1)
    assert {"Gift Receipt", "1 × Enamel kettle", "Goods come back within 14 days."} <= set(gift.squeezed)
    assert "24.00" not in gift.paper
    assert len(gift.barcodes) == 1
    opens_print_jobs(till)
    assert listed("What") == ["Gift receipt 1"]


def test_a_logo_stands_on_the_receipt_until_it_is_removed(till: Till, tmp_path: Path) -> None:
    file, text = tmp_path / "logo.png", tmp_path / "logo.txt"
    picture = QImage(200, 100, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.black)
    picture.save(str(file))
    text.write_text("no picture")

    def preferences() -> ReceiptPage:
        hands.menu(till.client, "File", "Preferences")
        hands.dialog("Preferences").show_page("Receipt")  # type: ignore[attr-defined]
        page = hands.dialog("Preferences").receipt_page  # type: ignore[attr-defined]
        assert isinstance(page, ReceiptPage)
        return page

    def sold(logo: Callable[[ReceiptPage], None]) -> Printer:
        logo(preferences())
        hands.press(hands.dialog("Preferences"), "OK")
        with switched_on() as printer:
            use_receipt_printer(printer.where)
            sells(till)
            return printer.papers(1)[0]

    def chosen(page: ReceiptPage) -> None:
        assert not page.take_logo(text)
        (hint,) = (each for each in page.window().findChildren(FieldHint) if each.field_widget is page.logo_button)
        assert hint.text().startswith("This is not a picture.")
        assert page.take_logo(file)
        assert not hint.text()

    assert [len(sold(chosen).pictures), len(sold(lambda page: hands.press(page, "Remove the logo")).pictures)] == [1, 0]


def _message() -> QMessageBox:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible())


def test_an_invoice_on_large_paper_says_copy_the_next_time(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    sells(till)
    till.press("Print")
    preview = hands.dialog("Print Preview – Invoice 1")
    assert isinstance(preview, PrintPreviewDialog)
    sizes = []
    for _ in range(2):
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        assert preview.print_on(QPdfWriter(buffer), 72, "Office")
        sizes.append(buffer.size())
    assert sizes[1] > sizes[0], "the second one says COPY"
    monkeypatch.setattr(Pages, "print_on", lambda *_: False)  # as a printer that is off
    assert not preview.print_on(QPdfWriter(QBuffer()), 72, "Office")
    assert any("did not take it" in words for words in hands.words_on(_message()))
    hands.press(_message(), "OK")
    hands.press(preview, "Close")
    opens_print_jobs(till)
    assert listed("What") == ["Invoice 1"] * 3
    assert listed("State") == ["Not printed", "Printed", "Printed"]
    assert set(listed("Printer")) == {"Office"}
    assert not hands.button(hands.dialog("Print Jobs"), "Again").isEnabled()


def test_a_slip_waits_for_its_printer_and_is_printed_again(shop: TillShop) -> None:
    shop.has_customer("LEE", "Lee Moor")
    till = shop.opens_till()
    till.choose_customer("LEE")
    till.enter("kettle")
    use_receipt_printer("127.0.0.1:1")
    hands.menu(till.client, "Invoice", "Commit")
    hands.menu(till.client, "Invoice", "Pick-up Slip")
    hands.press(hands.dialog("Print Preview – Pick-up Slip"), "Receipt")
    hands.wait_for(lambda: is_told(till), "the sign that a slip is not printed")
    with switched_on() as printer:
        use_receipt_printer(printer.where)
        opens_print_jobs(till)
        dialog = hands.dialog("Print Jobs")
        assert listed("What") == ["Pick-up slip for Lee Moor"]
        hands.press(dialog, "Other Printer")
        hands.fill(hands.dialog("Other Printer"), "Printer", printer.where)
        hands.press(hands.dialog("Other Printer"), "OK")
        (slip,) = printer.papers(1)
        hands.wait_for(lambda: listed("State") == ["Printed"], "the end of the job")
        hands.press(dialog, "Again")
        assert printer.papers(2)[1].paper == slip.paper
    assert "Enamel kettle" in slip.paper
    assert "COPY" not in slip.paper
