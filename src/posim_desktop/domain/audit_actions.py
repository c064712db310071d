"""What the audit can say that somebody did; the values are stored and never change their meaning."""

from enum import StrEnum

from posim_desktop.domain.changes import Record


class AuditAction(StrEnum):
    """What somebody did.

    Shops older than the history of allocations also hold ``trim allocations``, which nothing writes any more.
    """

    ADJUST_STOCK = "adjust stock"
    APPROVE = "approve"
    AUTO_BACKORDER_PO = "auto backorder po"
    CANCEL_BACKORDER = "cancel backorder"
    CHANGE_ALLOCATIONS = "change allocations"
    CHANGE_DISCOUNT = "change discount"
    CHANGE_PIN = "change pin"
    CHANGE_PREFERENCES = "change preferences"
    CHANGE_PRICE = "change price"
    CHANGE_TAX = "change tax"
    CLOSE_SHORT = "close short"
    COMMIT_INVOICE = "commit invoice"
    DISCARD_INVOICE = "discard invoice"
    DISCARD_PURCHASE_ORDER = "discard purchase order"
    DISCARD_RECEIVING_LOG = "discard receiving log"
    FILL_BACKORDERS = "fill backorders"
    FORGOTTEN_PIN = "forgotten pin"
    GIVE_BACK_TENDER = "give back tender"
    GIVE_PIN = "give pin"
    LOCK = "lock"
    LOCK_OUT = "lock out"
    LOG_IN = "log in"
    MAKE_PIN = "make pin"
    NO_SALE = "no sale"
    OVERSELL = "oversell"
    POST_INVOICE = "post invoice"
    POST_PURCHASE_ORDER = "post purchase order"
    POST_RECEIVING_LOG = "post receiving log"
    PUT_BACK_LINE = "put back line"
    RELEASE_GOODS = "release goods"
    REMOVE_LINE = "remove line"
    RETURN_GOODS = "return goods"
    SELL_SET_ASIDE_GOODS = "sell set-aside goods"
    SWITCH_EMPLOYEE = "switch employee"
    UNCOMMIT_INVOICE = "uncommit invoice"
    WRONG_PIN = "wrong pin"

    ADD_CUSTOMER = "add customer"
    CHANGE_CUSTOMER = "change customer"
    DELETE_CUSTOMER = "delete customer"
    ARCHIVE_CUSTOMER = "archive customer"
    BRING_BACK_CUSTOMER = "bring back customer"
    ADD_DEPARTMENT = "add department"
    CHANGE_DEPARTMENT = "change department"
    DELETE_DEPARTMENT = "delete department"
    ARCHIVE_DEPARTMENT = "archive department"
    BRING_BACK_DEPARTMENT = "bring back department"
    ADD_EMPLOYEE = "add employee"
    CHANGE_EMPLOYEE = "change employee"
    DELETE_EMPLOYEE = "delete employee"
    ARCHIVE_EMPLOYEE = "archive employee"
    BRING_BACK_EMPLOYEE = "bring back employee"
    ADD_ITEM = "add item"
    CHANGE_ITEM = "change item"
    DELETE_ITEM = "delete item"
    ARCHIVE_ITEM = "archive item"
    BRING_BACK_ITEM = "bring back item"
    ADD_ROLE = "add role"
    CHANGE_ROLE = "change role"
    DELETE_ROLE = "delete role"
    ARCHIVE_ROLE = "archive role"
    BRING_BACK_ROLE = "bring back role"
    ADD_TAX_CODE = "add tax code"
    CHANGE_TAX_CODE = "change tax code"
    DELETE_TAX_CODE = "delete tax code"
    ARCHIVE_TAX_CODE = "archive tax code"
    BRING_BACK_TAX_CODE = "bring back tax code"
    ADD_VENDOR = "add vendor"
    CHANGE_VENDOR = "change vendor"
    DELETE_VENDOR = "delete vendor"
    ARCHIVE_VENDOR = "archive vendor"
    BRING_BACK_VENDOR = "bring back vendor"


class CardDeed(StrEnum):
    """What can be done to every kind of card."""

    ADD = "add"
    CHANGE = "change"
    DELETE = "delete"
    ARCHIVE = "archive"
    BRING_BACK = "bring back"

    def to(self, card: Record) -> AuditAction:
        """Name what is done to a kind of card."""
        return AuditAction(f"{self} {card}".replace("_", " "))
