"""How a sentence names what the domain has a fixed set of, and who has no name."""

from enum import StrEnum

from posim_desktop.domain.changes import Record
from posim_desktop.domain.exchange.import_columns import ImportKind
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.text import Label
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

WORDS: dict[StrEnum, str] = {
    Permission.SELL_BELOW_ZERO: QT_TRANSLATE_NOOP("Refusals", "sell what is not on hand"),
    Permission.SELL_SET_ASIDE: QT_TRANSLATE_NOOP("Refusals", "sell goods that are set aside for a customer"),
    Permission.SELL_BELOW_COST: QT_TRANSLATE_NOOP("Refusals", "sell below cost"),
    Permission.CHANGE_PRICE: QT_TRANSLATE_NOOP("Refusals", "change this price as far"),
    Permission.CHANGE_TAX: QT_TRANSLATE_NOOP("Refusals", "change the taxes of a sale"),
    Permission.DISCOUNT: QT_TRANSLATE_NOOP("Refusals", "give this discount"),
    Permission.RETURN_GOODS: QT_TRANSLATE_NOOP("Refusals", "take goods back"),
    Permission.PAY_OUT: QT_TRANSLATE_NOOP("Refusals", "pay out this much"),
    Permission.OPEN_DRAWER: QT_TRANSLATE_NOOP("Refusals", "open the drawer without a sale"),
    Permission.CANCEL_BACKORDER: QT_TRANSLATE_NOOP("Refusals", "cancel backorders"),
    Permission.CANCEL_FEE: QT_TRANSLATE_NOOP("Refusals", "keep a fee this large"),
    Permission.ADJUST_STOCK: QT_TRANSLATE_NOOP("Refusals", "adjust stock"),
    Permission.WRITE_ORDERS: QT_TRANSLATE_NOOP("Refusals", "write purchase orders"),
    Permission.POST_ORDERS: QT_TRANSLATE_NOOP("Refusals", "post purchase orders"),
    Permission.RECEIVE: QT_TRANSLATE_NOOP("Refusals", "receive goods"),
    Permission.SEE_COSTS: QT_TRANSLATE_NOOP("Refusals", "see costs"),
    Permission.EDIT_ITEMS: QT_TRANSLATE_NOOP("Refusals", "edit item cards"),
    Permission.EDIT_PRICES: QT_TRANSLATE_NOOP("Refusals", "change prices on item cards"),
    Permission.EDIT_CUSTOMERS: QT_TRANSLATE_NOOP("Refusals", "edit customer cards"),
    Permission.MERGE_CUSTOMERS: QT_TRANSLATE_NOOP("Refusals", "merge customer cards"),
    Permission.SET_CREDIT_LIMIT: QT_TRANSLATE_NOOP("Refusals", "let customers owe on account"),
    Permission.EDIT_VENDORS: QT_TRANSLATE_NOOP("Refusals", "edit vendor cards"),
    Permission.EDIT_EMPLOYEES: QT_TRANSLATE_NOOP("Refusals", "edit employees and roles"),
    Permission.CHANGE_PREFERENCES: QT_TRANSLATE_NOOP("Refusals", "change the shop's preferences"),
    Permission.IMPORT: QT_TRANSLATE_NOOP("Refusals", "import files"),
    Permission.READ_AUDIT: QT_TRANSLATE_NOOP("Refusals", "read the audit"),
    Record.CUSTOMER: QT_TRANSLATE_NOOP("Refusals", "customer"),
    Record.DEPARTMENT: QT_TRANSLATE_NOOP("Refusals", "department"),
    Record.EMPLOYEE: QT_TRANSLATE_NOOP("Refusals", "employee"),
    Record.ITEM: QT_TRANSLATE_NOOP("Refusals", "item"),
    Record.ROLE: QT_TRANSLATE_NOOP("Refusals", "role"),
    Record.TAX_CODE: QT_TRANSLATE_NOOP("Refusals", "tax code"),
    Record.TENDER_TYPE: QT_TRANSLATE_NOOP("Refusals", "tender"),
    Record.VENDOR: QT_TRANSLATE_NOOP("Refusals", "vendor"),
    OrderStatus.WORKING: QT_TRANSLATE_NOOP("Refusals", "working"),
    OrderStatus.PROCESSED: QT_TRANSLATE_NOOP("Refusals", "processed"),
    OrderStatus.CLOSED: QT_TRANSLATE_NOOP("Refusals", "closed"),
    OrderStatus.DISCARDED: QT_TRANSLATE_NOOP("Refusals", "discarded"),
    ImportKind.ITEMS: QT_TRANSLATE_NOOP("Refusals", "items"),
    ImportKind.CUSTOMERS: QT_TRANSLATE_NOOP("Refusals", "customers"),
    Label.ACCOUNT_NUMBER: QT_TRANSLATE_NOOP("Refusals", "The account number"),
    Label.ADDRESS: QT_TRANSLATE_NOOP("Refusals", "The address"),
    Label.BADGE: QT_TRANSLATE_NOOP("Refusals", "The badge"),
    Label.BARCODE: QT_TRANSLATE_NOOP("Refusals", "A barcode"),
    Label.COMMENT: QT_TRANSLATE_NOOP("Refusals", "The comment"),
    Label.COMPANY: QT_TRANSLATE_NOOP("Refusals", "The company"),
    Label.CONTACT: QT_TRANSLATE_NOOP("Refusals", "The contact"),
    Label.CUSTOMER_ID: QT_TRANSLATE_NOOP("Refusals", "The customer ID"),
    Label.DEPARTMENT_ID: QT_TRANSLATE_NOOP("Refusals", "The department ID"),
    Label.DESCRIPTION: QT_TRANSLATE_NOOP("Refusals", "The description"),
    Label.EMAIL: QT_TRANSLATE_NOOP("Refusals", "The email address"),
    Label.ITEM_ID: QT_TRANSLATE_NOOP("Refusals", "The item ID"),
    Label.LOG_IN_NAME: QT_TRANSLATE_NOOP("Refusals", "The login name"),
    Label.NAME: QT_TRANSLATE_NOOP("Refusals", "The name"),
    Label.NOTE: QT_TRANSLATE_NOOP("Refusals", "The note"),
    Label.PHONE: QT_TRANSLATE_NOOP("Refusals", "The phone number"),
    Label.REASON: QT_TRANSLATE_NOOP("Refusals", "The reason"),
    Label.REGION: QT_TRANSLATE_NOOP("Refusals", "The region"),
    Label.EXEMPT_NUMBER: QT_TRANSLATE_NOOP("Refusals", "The exemption number"),
    Label.SECOND_PHONE: QT_TRANSLATE_NOOP("Refusals", "The second phone number"),
    Label.RECEIPT_FOOT: QT_TRANSLATE_NOOP("Refusals", "What the receipt ends with"),
    Label.RECEIPT_HEAD: QT_TRANSLATE_NOOP("Refusals", "What the receipt begins with"),
    Label.REFERENCE: QT_TRANSLATE_NOOP("Refusals", "The reference"),
    Label.SERIAL_NUMBER: QT_TRANSLATE_NOOP("Refusals", "A serial number"),
    Label.TAX_NUMBER: QT_TRANSLATE_NOOP("Refusals", "The tax number"),
    Label.STORE_NAME: QT_TRANSLATE_NOOP("Refusals", "The store's name"),
    Label.TAX_CODE: QT_TRANSLATE_NOOP("Refusals", "The tax code"),
    Label.TAX_NAME: QT_TRANSLATE_NOOP("Refusals", "The tax name"),
    Label.VENDOR_ID: QT_TRANSLATE_NOOP("Refusals", "The vendor ID"),
    Label.VENDOR_INVOICE: QT_TRANSLATE_NOOP("Refusals", "The vendor's invoice number"),
    Label.VENDOR_ITEM_NUMBER: QT_TRANSLATE_NOOP("Refusals", "The vendor's item number"),
    Label.YOUR_NAME: QT_TRANSLATE_NOOP("Refusals", "Your name"),
}

SOMEBODY = QT_TRANSLATE_NOOP("Refusals", "somebody")
A_CUSTOMER = QT_TRANSLATE_NOOP("Refusals", "a customer without a card")
MORE = QT_TRANSLATE_NOOP("Refusals", "{count} more")
