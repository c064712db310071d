"""The tour's act in the Sales Client for what is more than an item with a price.

A pack is scanned, a radio has its serial number, one line falls under another tax code, a gift voucher has its
reference, and the sale waits with the voucher on it until the customer is back. She is on file twice, which is mended.
"""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from posim_desktop.domain.money import of_cents
from posim_desktop.tour import hands
from posim_desktop.tour.counter import CUSTOMER
from posim_desktop.tour.stage import Stage
from posim_desktop.ui import formatting

_PACK = "2100000000029"
_RADIO = "99001"
SOLD_UNIT = "RPR-20391"
_WRAPPING, _WRAPPING_IN_WORDS = "WRAP", "Gift wrapping"
_SECOND_NAME, _PHONE = "L. Okafor", "207 555 0110"
_UNTAXED = "Not taxed (NONE)"
_VOUCHER = "Gift Voucher"
VOUCHER_NUMBER = "2026-0117"


def sell_specials(stage: Stage) -> None:
    """Play a sale of a pack, of a serial-numbered unit and of a service, paid with a voucher and by card."""
    _scan_a_pack_and_a_radio(stage)
    _write_a_second_card(stage)
    _change_a_tax_code(stage)
    _look_at_discount_and_exemption(stage)
    _hand_over_a_voucher(stage)
    _wait_for_the_customer(stage)
    _find_the_radio(stage)
    _look_at_preferences(stage)
    _merge_the_cards(stage)


def _scan_a_pack_and_a_radio(stage: Stage) -> None:
    till = stage.go("Invoice")
    stage.enter(till, _PACK)
    stage.step("A pack of soft toys is scanned: its barcode stands for twelve.", "pack-scanned")
    stage.enter(till, _RADIO)
    asked = hands.dialog("Serial Numbers")
    hands.fill(asked, "Serial Numbers", SOLD_UNIT)
    stage.step("The radio has a serial number: the till asks for it.", "serial-numbers")
    hands.press(asked, "OK")


def _write_a_second_card(stage: Stage) -> None:
    till = stage.go("Invoice")
    hands.press(till, "New Customer")
    asked = hands.dialog("New Customer")
    hands.fill(asked, "Name", _SECOND_NAME)
    hands.fill(asked, "Phone", _PHONE)
    hands.press(asked, "Add")
    stage.step("A new customer has a telephone number that is on file: who is it?", "already-on-file")
    hands.press(hands.dialog("Already on File?"), "Make a New One")


def _change_a_tax_code(stage: Stage) -> None:
    till = stage.go("Invoice")
    stage.enter(till, _WRAPPING)
    hands.menu(stage.client, "Invoice", "Change Tax Code of Line")
    asked = hands.dialog("Tax Code of the Line")
    hands.fill(asked, "Tax Code", _UNTAXED)
    stage.step("Shift+F7: the wrapping is not taxed this time; its card stays as it is.", "line-tax")
    hands.press(asked, "OK")


def _look_at_discount_and_exemption(stage: Stage) -> None:
    till = stage.go("Invoice")
    hands.press(till, "Discount")
    asked = hands.dialog("Discount on the Sale")
    stage.step("Shift+F8: a discount on the whole sale, which its lines share.", "sale-discount")
    hands.press(asked, "Cancel")
    hands.menu(stage.client, "Invoice", "Tax Exemption")
    asked = hands.dialog("Tax Exemption")
    stage.step("Invoice > Tax Exemption: no tax on this invoice, with number and reason.", "tax-exemption")
    hands.press(asked, "Cancel")


def _hand_over_a_voucher(stage: Stage) -> None:
    till = stage.go("Invoice")
    hands.press(till, "Pay")
    hands.fill(till, "Amount", formatting.money_to_edit(of_cents(2500)))
    hands.press(till, _VOUCHER)
    hands.fill(till, "Reference", VOUCHER_NUMBER)
    stage.step("A gift voucher of 25: a tender of the shop's own, which asks for its number.", "tender-reference")
    hands.press(till, "Take")


def _wait_for_the_customer(stage: Stage) -> None:
    till = stage.go("Invoice")
    hands.press(till, "Back to Lines")
    hands.press(till, "New")
    hands.press(till, "Parked")
    listed = hands.table(hands.dialog("Parked Invoices"), "Parked Invoices")
    listed.selectRow(listed.model().rowCount() - 1)
    stage.step("The customer fetches her card, and the invoice waits with the voucher on it.", "parked-with-money")
    hands.press(hands.dialog("Parked Invoices"), "Recall")
    hands.press(till, "Pay")
    stage.step("Recalled: the voucher is there, and the rest is still due.", "money-handed-over")
    hands.press(till, "Card")
    hands.press(till, "Post")
    hands.press(till, "New Sale")


def _find_the_radio(stage: Stage) -> None:
    items = stage.choose("Lists", "Items")
    stage.find_card(_RADIO)
    hands.press(items, "Show Serial Numbers")
    asked = hands.dialog("Serial Numbers")
    stage.step("Items: each unit of the radio, and the invoice it went out on.", "item-serials")
    hands.press(asked, "Close")
    stage.client.activateWindow()
    hands.settle()
    stage.find_card(_WRAPPING_IN_WORDS)
    stage.step("Gift wrapping is not stocked: its card has no figures and nothing to order.", "service-card")


def _look_at_preferences(stage: Stage) -> None:
    hands.menu(stage.client, "File", "Preferences")
    asked = hands.dialog("Preferences")
    pages = hands.field(asked, "Pages")
    pages.setFocus()
    QTest.keyClick(pages, Qt.Key.Key_Home)
    for _ in range(2):
        QTest.keyClick(pages, Qt.Key.Key_Down)
    hands.press(asked, "Add Row")
    stage.step("File > Preferences > Scans: what a scale prints, row by row.", "preferences-scans")
    pages.setFocus()
    for _ in range(3):
        QTest.keyClick(pages, Qt.Key.Key_Down)
    stage.step("File > Preferences > Receipt: what stands on it, beside an example.", "preferences-receipt")
    hands.press(asked, "Cancel")
    stage.client.activateWindow()
    hands.settle()


def _merge_the_cards(stage: Stage) -> None:
    customers = stage.choose("Lists", "Customers")
    stage.find_card(CUSTOMER)
    hands.press(customers, "Merge")
    asked = hands.dialog("Merge Customers")
    stage.step("Merge on the Customer card: the two side by side, and what moves.", "merge-customers")
    hands.press(asked, "Merge")
