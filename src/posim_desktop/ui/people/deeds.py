"""What roles let their people do, in eight sentences of the single deeds. Serves the guide's page on roles."""

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from posim_desktop.domain.permits import Permission


class Sentence(NamedTuple):
    """Deeds that belong together, under one word and as one sentence; still to be translated."""

    name: str
    words: str
    deeds: tuple[Permission, ...]


SENTENCES = (
    Sentence(
        str(QT_TRANSLATE_NOOP("Deeds", "Sell")),
        str(
            QT_TRANSLATE_NOOP(
                "Deeds",
                "Sell more than is on hand, goods that are set aside for a customer, and books before their day.",
            )
        ),
        (Permission.SELL_BELOW_ZERO, Permission.SELL_SET_ASIDE, Permission.SELL_EARLY),
    ),
    Sentence(
        str(QT_TRANSLATE_NOOP("Deeds", "Discounts and Prices")),
        str(QT_TRANSLATE_NOOP("Deeds", "Give discounts, change prices and taxes at the till, sell below cost.")),
        (Permission.DISCOUNT, Permission.CHANGE_PRICE, Permission.CHANGE_TAX, Permission.SELL_BELOW_COST),
    ),
    Sentence(
        str(QT_TRANSLATE_NOOP("Deeds", "Returns")),
        str(QT_TRANSLATE_NOOP("Deeds", "Take goods back, also without a receipt, and refund another way than paid.")),
        (Permission.RETURN_GOODS, Permission.RETURN_WITHOUT_RECEIPT, Permission.REFUND_OTHERWISE),
    ),
    Sentence(
        str(QT_TRANSLATE_NOOP("Deeds", "Money")),
        str(
            QT_TRANSLATE_NOOP(
                "Deeds",
                "Pay out when an invoice comes to less than nothing, open, count and close the drawer, pay cash in or "
                "out, let customers owe.",
            )
        ),
        (
            *(Permission.PAY_OUT, Permission.OPEN_DRAWER, Permission.CLOSE_DRAWER, Permission.PAY_FROM_DRAWER),
            *(Permission.SEE_EXPECTED, Permission.SET_CREDIT_LIMIT),
        ),
    ),
    Sentence(
        str(QT_TRANSLATE_NOOP("Deeds", "Backorders")),
        str(
            QT_TRANSLATE_NOOP(
                "Deeds",
                "Cancel what customers wait for; ask a smaller deposit, or keep more of one, than usual.",
            )
        ),
        (Permission.CANCEL_BACKORDER, Permission.LOWER_DEPOSIT, Permission.CANCEL_FEE),
    ),
    Sentence(
        str(QT_TRANSLATE_NOOP("Deeds", "Stock and Ordering")),
        str(
            QT_TRANSLATE_NOOP(
                "Deeds",
                "Adjust stock, write and post orders, receive goods, correct that, send goods back, see costs.",
            )
        ),
        (
            *(Permission.ADJUST_STOCK, Permission.WRITE_ORDERS, Permission.POST_ORDERS, Permission.RECEIVE),
            *(Permission.CORRECT_RECEIVING, Permission.RETURN_TO_VENDOR, Permission.SEE_COSTS),
        ),
    ),
    Sentence(
        str(QT_TRANSLATE_NOOP("Deeds", "Cards")),
        str(QT_TRANSLATE_NOOP("Deeds", "Edit cards of items, prices, customers and vendors, and merge customers.")),
        (
            *(Permission.EDIT_ITEMS, Permission.EDIT_PRICES, Permission.EDIT_CUSTOMERS, Permission.MERGE_CUSTOMERS),
            Permission.EDIT_VENDORS,
        ),
    ),
    Sentence(
        str(QT_TRANSLATE_NOOP("Deeds", "Shop")),
        str(
            QT_TRANSLATE_NOOP(
                "Deeds",
                "Edit employees and roles, change preferences, import files, restore backups, read the audit, see "
                "reports, forget customers.",
            )
        ),
        (
            *(Permission.EDIT_EMPLOYEES, Permission.CHANGE_PREFERENCES, Permission.IMPORT, Permission.READ_AUDIT),
            *(Permission.SEE_REPORTS, Permission.FORGET_CUSTOMERS, Permission.RESTORE),
        ),
    ),
)
"""All that not everybody may do, each deed in one sentence."""

DEEDS = {
    Permission.SELL_BELOW_ZERO: str(QT_TRANSLATE_NOOP("Deeds", "Sell what is not on hand")),
    Permission.SELL_SET_ASIDE: str(QT_TRANSLATE_NOOP("Deeds", "Sell goods that are set aside")),
    Permission.SELL_BELOW_COST: str(QT_TRANSLATE_NOOP("Deeds", "Sell below cost")),
    Permission.CHANGE_PRICE: str(QT_TRANSLATE_NOOP("Deeds", "Change prices at the till")),
    Permission.CHANGE_TAX: str(QT_TRANSLATE_NOOP("Deeds", "Change taxes at the till")),
    Permission.DISCOUNT: str(QT_TRANSLATE_NOOP("Deeds", "Give discounts")),
    Permission.RETURN_GOODS: str(QT_TRANSLATE_NOOP("Deeds", "Take goods back")),
    Permission.SELL_EARLY: str(QT_TRANSLATE_NOOP("Deeds", "Sell goods before their on-sale date")),
    Permission.RETURN_WITHOUT_RECEIPT: str(QT_TRANSLATE_NOOP("Deeds", "Take goods back without a receipt")),
    Permission.REFUND_OTHERWISE: str(QT_TRANSLATE_NOOP("Deeds", "Refund another way than it was paid")),
    Permission.PAY_OUT: str(QT_TRANSLATE_NOOP("Deeds", "Pay money out")),
    Permission.OPEN_DRAWER: str(QT_TRANSLATE_NOOP("Deeds", "Open the drawer without a sale")),
    Permission.CLOSE_DRAWER: str(QT_TRANSLATE_NOOP("Deeds", "Open, count and close the drawer")),
    Permission.PAY_FROM_DRAWER: str(QT_TRANSLATE_NOOP("Deeds", "Pay cash in or out of the drawer")),
    Permission.SEE_EXPECTED: str(QT_TRANSLATE_NOOP("Deeds", "See what should be in the drawer before it is counted")),
    Permission.CANCEL_BACKORDER: str(QT_TRANSLATE_NOOP("Deeds", "Cancel backorders")),
    Permission.LOWER_DEPOSIT: str(QT_TRANSLATE_NOOP("Deeds", "Ask a smaller deposit than usual")),
    Permission.CANCEL_FEE: str(QT_TRANSLATE_NOOP("Deeds", "Keep a larger cancellation fee")),
    Permission.ADJUST_STOCK: str(QT_TRANSLATE_NOOP("Deeds", "Adjust stock")),
    Permission.WRITE_ORDERS: str(QT_TRANSLATE_NOOP("Deeds", "Write purchase orders")),
    Permission.POST_ORDERS: str(QT_TRANSLATE_NOOP("Deeds", "Post purchase orders")),
    Permission.RECEIVE: str(QT_TRANSLATE_NOOP("Deeds", "Receive goods")),
    Permission.CORRECT_RECEIVING: str(QT_TRANSLATE_NOOP("Deeds", "Correct posted receiving logs")),
    Permission.RETURN_TO_VENDOR: str(QT_TRANSLATE_NOOP("Deeds", "Send goods back to vendors")),
    Permission.SEE_COSTS: str(QT_TRANSLATE_NOOP("Deeds", "See costs")),
    Permission.EDIT_ITEMS: str(QT_TRANSLATE_NOOP("Deeds", "Edit item cards")),
    Permission.EDIT_PRICES: str(QT_TRANSLATE_NOOP("Deeds", "Change prices on item cards")),
    Permission.EDIT_CUSTOMERS: str(QT_TRANSLATE_NOOP("Deeds", "Edit customer cards")),
    Permission.MERGE_CUSTOMERS: str(QT_TRANSLATE_NOOP("Deeds", "Merge customer cards")),
    Permission.FORGET_CUSTOMERS: str(QT_TRANSLATE_NOOP("Deeds", "Hand over what is kept about customers, forget them")),
    Permission.SET_CREDIT_LIMIT: str(QT_TRANSLATE_NOOP("Deeds", "Let customers owe on account")),
    Permission.EDIT_VENDORS: str(QT_TRANSLATE_NOOP("Deeds", "Edit vendor cards")),
    Permission.EDIT_EMPLOYEES: str(QT_TRANSLATE_NOOP("Deeds", "Edit employees and roles")),
    Permission.CHANGE_PREFERENCES: str(QT_TRANSLATE_NOOP("Deeds", "Change the shop's preferences")),
    Permission.IMPORT: str(QT_TRANSLATE_NOOP("Deeds", "Import files")),
    Permission.RESTORE: str(QT_TRANSLATE_NOOP("Deeds", "Restore the shop from a backup")),
    Permission.READ_AUDIT: str(QT_TRANSLATE_NOOP("Deeds", "Read the audit")),
    Permission.SEE_REPORTS: str(QT_TRANSLATE_NOOP("Deeds", "See reports and Today")),
}
"""What a single tick says."""


def said(words: str) -> str:
    """Say words of this module in the screen's language."""
    return QCoreApplication.translate("Deeds", words)
