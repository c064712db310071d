"""The audit in words: what was done, to which record, and each of its figures in the shop's format.

Serves the guide's page "The audit".
"""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Record
from posim_desktop.queries.people.audit import Known
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

ACTIONS: Mapping[AuditAction, str] = {
    AuditAction.ADJUST_STOCK: QT_TRANSLATE_NOOP("AuditAction", "Stock adjusted"),
    AuditAction.ANSWER_QUESTION: QT_TRANSLATE_NOOP("AuditAction", "Question answered"),
    AuditAction.ASK_CUSTOMER: QT_TRANSLATE_NOOP("AuditAction", "Customer to be asked"),
    AuditAction.CHANGE_WILL_ALSO_TAKE: QT_TRANSLATE_NOOP("AuditAction", "Will Also Take changed"),
    AuditAction.AUTO_BACKORDER_PO: QT_TRANSLATE_NOOP("AuditAction", "Order made for backorders"),
    AuditAction.CANCEL_BACKORDER: QT_TRANSLATE_NOOP("AuditAction", "Backorder canceled"),
    AuditAction.CHANGE_ALLOCATIONS: QT_TRANSLATE_NOOP("AuditAction", "Allocations changed"),
    AuditAction.CHANGE_DISCOUNT: QT_TRANSLATE_NOOP("AuditAction", "Discount changed"),
    AuditAction.CHANGE_PREFERENCES: QT_TRANSLATE_NOOP("AuditAction", "Preferences changed"),
    AuditAction.DISCARD_SPECIAL_ORDER: QT_TRANSLATE_NOOP("AuditAction", "Special order discarded"),
    AuditAction.POST_SPECIAL_ORDER: QT_TRANSLATE_NOOP("AuditAction", "Special order posted"),
    AuditAction.DISCARD_STOCK_COUNT: QT_TRANSLATE_NOOP("AuditAction", "Stock count discarded"),
    AuditAction.POST_STOCK_COUNT: QT_TRANSLATE_NOOP("AuditAction", "Stock count posted"),
    AuditAction.CHANGE_PRICE: QT_TRANSLATE_NOOP("AuditAction", "Price changed"),
    AuditAction.CHANGE_PURCHASE_ORDER: QT_TRANSLATE_NOOP("AuditAction", "Purchase order changed"),
    AuditAction.CHANGE_TAX: QT_TRANSLATE_NOOP("AuditAction", "Tax changed"),
    AuditAction.CLOSE_DAY: QT_TRANSLATE_NOOP("AuditAction", "Drawer closed"),
    AuditAction.CLOSE_SHORT: QT_TRANSLATE_NOOP("AuditAction", "Line closed short"),
    AuditAction.CORRECT_RECEIVING: QT_TRANSLATE_NOOP("AuditAction", "Receiving log corrected"),
    AuditAction.COMMIT_INVOICE: QT_TRANSLATE_NOOP("AuditAction", "Invoice committed"),
    AuditAction.COUNT_AGAIN: QT_TRANSLATE_NOOP("AuditAction", "Drawer to be counted again"),
    AuditAction.COUNT_DRAWER: QT_TRANSLATE_NOOP("AuditAction", "Drawer counted"),
    AuditAction.DECIDE_FREED_GOODS: QT_TRANSLATE_NOOP("AuditAction", "Goods of canceled backorders decided"),
    AuditAction.DISCARD_INVOICE: QT_TRANSLATE_NOOP("AuditAction", "Invoice discarded"),
    AuditAction.DISCARD_PURCHASE_ORDER: QT_TRANSLATE_NOOP("AuditAction", "Purchase order discarded"),
    AuditAction.DISCARD_RECEIVING_LOG: QT_TRANSLATE_NOOP("AuditAction", "Receiving log discarded"),
    AuditAction.IMPORT_FILE: QT_TRANSLATE_NOOP("AuditAction", "File imported"),
    AuditAction.UNDO_IMPORT: QT_TRANSLATE_NOOP("AuditAction", "Import undone"),
    AuditAction.DROP_CASH: QT_TRANSLATE_NOOP("AuditAction", "Cash dropped"),
    AuditAction.FILL_BACKORDERS: QT_TRANSLATE_NOOP("AuditAction", "Backorders filled from the shelf"),
    AuditAction.FORGET_CUSTOMER: QT_TRANSLATE_NOOP("AuditAction", "Customer forgotten"),
    AuditAction.HAND_OVER_DATA: QT_TRANSLATE_NOOP("AuditAction", "Customer's data handed over"),
    AuditAction.MERGE_CUSTOMERS: QT_TRANSLATE_NOOP("AuditAction", "Customers merged"),
    AuditAction.NO_SALE: QT_TRANSLATE_NOOP("AuditAction", "Drawer opened without a sale"),
    AuditAction.OPEN_DAY: QT_TRANSLATE_NOOP("AuditAction", "Drawer opened with a float"),
    AuditAction.OVERSELL: QT_TRANSLATE_NOOP("AuditAction", "Sold more than was available"),
    AuditAction.PAY_IN: QT_TRANSLATE_NOOP("AuditAction", "Cash paid in"),
    AuditAction.PAY_OUT: QT_TRANSLATE_NOOP("AuditAction", "Cash paid out"),
    AuditAction.POST_INVOICE: QT_TRANSLATE_NOOP("AuditAction", "Invoice posted"),
    AuditAction.POST_PURCHASE_ORDER: QT_TRANSLATE_NOOP("AuditAction", "Purchase order posted"),
    AuditAction.DISCARD_VENDOR_RETURN: QT_TRANSLATE_NOOP("AuditAction", "Return to vendor discarded"),
    AuditAction.POST_VENDOR_RETURN: QT_TRANSLATE_NOOP("AuditAction", "Return to vendor posted"),
    AuditAction.TAKE_VENDOR_CREDIT: QT_TRANSLATE_NOOP("AuditAction", "Vendor's credit noted"),
    AuditAction.MAIL_RECEIPT: QT_TRANSLATE_NOOP("AuditAction", "Receipt mailed"),
    AuditAction.MAIL_PURCHASE_ORDER: QT_TRANSLATE_NOOP("AuditAction", "Purchase order mailed"),
    AuditAction.POST_RECEIVING_LOG: QT_TRANSLATE_NOOP("AuditAction", "Receiving log posted"),
    AuditAction.PUT_BACK_LINE: QT_TRANSLATE_NOOP("AuditAction", "Line put back"),
    AuditAction.PUT_CREDIT: QT_TRANSLATE_NOOP("AuditAction", "Credit put on a backorder"),
    AuditAction.REPLACE_SHOP: QT_TRANSLATE_NOOP("AuditAction", "Shop replaced by a backup"),
    AuditAction.RESTORE_SHOP: QT_TRANSLATE_NOOP("AuditAction", "Shop restored from a backup"),
    AuditAction.RELEASE_GOODS: QT_TRANSLATE_NOOP("AuditAction", "Goods released"),
    AuditAction.REMOVE_LINE: QT_TRANSLATE_NOOP("AuditAction", "Line deleted"),
    AuditAction.RETURN_GOODS: QT_TRANSLATE_NOOP("AuditAction", "Goods returned"),
    AuditAction.SELL_SET_ASIDE_GOODS: QT_TRANSLATE_NOOP("AuditAction", "Set-aside goods sold to somebody else"),
    AuditAction.SET_CREDIT_LIMIT: QT_TRANSLATE_NOOP("AuditAction", "Limit on account changed"),
    AuditAction.SETTLE_CARD: QT_TRANSLATE_NOOP("AuditAction", "Read off the card terminal"),
    AuditAction.UNCOMMIT_INVOICE: QT_TRANSLATE_NOOP("AuditAction", "Invoice uncommitted"),
    AuditAction.APPROVE: QT_TRANSLATE_NOOP("AuditAction", "Approved"),
    AuditAction.LOG_IN: QT_TRANSLATE_NOOP("AuditAction", "Logged in"),
    AuditAction.SWITCH_EMPLOYEE: QT_TRANSLATE_NOOP("AuditAction", "Switched to"),
    AuditAction.USE_DRAWER: QT_TRANSLATE_NOOP("AuditAction", "Drawer of a workstation chosen"),
    AuditAction.WRONG_PIN: QT_TRANSLATE_NOOP("AuditAction", "Wrong PIN"),
    AuditAction.LOCK: QT_TRANSLATE_NOOP("AuditAction", "Locked"),
    AuditAction.LOCK_OUT: QT_TRANSLATE_NOOP("AuditAction", "Locked out after wrong PINs"),
    AuditAction.MAKE_PIN: QT_TRANSLATE_NOOP("AuditAction", "First PIN made"),
    AuditAction.CHANGE_PIN: QT_TRANSLATE_NOOP("AuditAction", "Own PIN changed"),
    AuditAction.GIVE_BACK_TENDER: QT_TRANSLATE_NOOP("AuditAction", "Tender given back"),
    AuditAction.GIVE_PIN: QT_TRANSLATE_NOOP("AuditAction", "PIN given"),
    AuditAction.FORGOTTEN_PIN: QT_TRANSLATE_NOOP("AuditAction", "Forgotten PIN replaced from outside"),
    AuditAction.ADD_CUSTOMER: QT_TRANSLATE_NOOP("AuditAction", "Customer added"),
    AuditAction.CHANGE_CUSTOMER: QT_TRANSLATE_NOOP("AuditAction", "Customer changed"),
    AuditAction.DELETE_CUSTOMER: QT_TRANSLATE_NOOP("AuditAction", "Customer deleted"),
    AuditAction.ARCHIVE_CUSTOMER: QT_TRANSLATE_NOOP("AuditAction", "Customer archived"),
    AuditAction.BRING_BACK_CUSTOMER: QT_TRANSLATE_NOOP("AuditAction", "Customer brought back"),
    AuditAction.ADD_DEPARTMENT: QT_TRANSLATE_NOOP("AuditAction", "Department added"),
    AuditAction.CHANGE_DEPARTMENT: QT_TRANSLATE_NOOP("AuditAction", "Department changed"),
    AuditAction.DELETE_DEPARTMENT: QT_TRANSLATE_NOOP("AuditAction", "Department deleted"),
    AuditAction.ARCHIVE_DEPARTMENT: QT_TRANSLATE_NOOP("AuditAction", "Department archived"),
    AuditAction.BRING_BACK_DEPARTMENT: QT_TRANSLATE_NOOP("AuditAction", "Department brought back"),
    AuditAction.ADD_ROLE: QT_TRANSLATE_NOOP("AuditAction", "Role added"),
    AuditAction.CHANGE_ROLE: QT_TRANSLATE_NOOP("AuditAction", "Role changed"),
    AuditAction.DELETE_ROLE: QT_TRANSLATE_NOOP("AuditAction", "Role deleted"),
    AuditAction.ARCHIVE_ROLE: QT_TRANSLATE_NOOP("AuditAction", "Role archived"),
    AuditAction.BRING_BACK_ROLE: QT_TRANSLATE_NOOP("AuditAction", "Role brought back"),
    AuditAction.ADD_EMPLOYEE: QT_TRANSLATE_NOOP("AuditAction", "Employee added"),
    AuditAction.CHANGE_EMPLOYEE: QT_TRANSLATE_NOOP("AuditAction", "Employee changed"),
    AuditAction.DELETE_EMPLOYEE: QT_TRANSLATE_NOOP("AuditAction", "Employee deleted"),
    AuditAction.ARCHIVE_EMPLOYEE: QT_TRANSLATE_NOOP("AuditAction", "Employee archived"),
    AuditAction.BRING_BACK_EMPLOYEE: QT_TRANSLATE_NOOP("AuditAction", "Employee brought back"),
    AuditAction.ADD_ITEM: QT_TRANSLATE_NOOP("AuditAction", "Item added"),
    AuditAction.CHANGE_ITEM: QT_TRANSLATE_NOOP("AuditAction", "Item changed"),
    AuditAction.DELETE_ITEM: QT_TRANSLATE_NOOP("AuditAction", "Item deleted"),
    AuditAction.ARCHIVE_ITEM: QT_TRANSLATE_NOOP("AuditAction", "Item archived"),
    AuditAction.BRING_BACK_ITEM: QT_TRANSLATE_NOOP("AuditAction", "Item brought back"),
    AuditAction.ADD_TAX_CODE: QT_TRANSLATE_NOOP("AuditAction", "Tax code added"),
    AuditAction.CHANGE_TAX_CODE: QT_TRANSLATE_NOOP("AuditAction", "Tax code changed"),
    AuditAction.DELETE_TAX_CODE: QT_TRANSLATE_NOOP("AuditAction", "Tax code deleted"),
    AuditAction.ARCHIVE_TAX_CODE: QT_TRANSLATE_NOOP("AuditAction", "Tax code archived"),
    AuditAction.BRING_BACK_TAX_CODE: QT_TRANSLATE_NOOP("AuditAction", "Tax code brought back"),
    AuditAction.ADD_TENDER_TYPE: QT_TRANSLATE_NOOP("AuditAction", "Tender added"),
    AuditAction.CHANGE_TENDER_TYPE: QT_TRANSLATE_NOOP("AuditAction", "Tender changed"),
    AuditAction.DELETE_TENDER_TYPE: QT_TRANSLATE_NOOP("AuditAction", "Tender deleted"),
    AuditAction.ARCHIVE_TENDER_TYPE: QT_TRANSLATE_NOOP("AuditAction", "Tender archived"),
    AuditAction.BRING_BACK_TENDER_TYPE: QT_TRANSLATE_NOOP("AuditAction", "Tender brought back"),
    AuditAction.ADD_VENDOR: QT_TRANSLATE_NOOP("AuditAction", "Vendor added"),
    AuditAction.CHANGE_VENDOR: QT_TRANSLATE_NOOP("AuditAction", "Vendor changed"),
    AuditAction.DELETE_VENDOR: QT_TRANSLATE_NOOP("AuditAction", "Vendor deleted"),
    AuditAction.ARCHIVE_VENDOR: QT_TRANSLATE_NOOP("AuditAction", "Vendor archived"),
    AuditAction.BRING_BACK_VENDOR: QT_TRANSLATE_NOOP("AuditAction", "Vendor brought back"),
}

_RECORDS: Mapping[str, str] = {
    Record.BACKORDER: QT_TRANSLATE_NOOP("AuditRecord", "Backorder {name}"),
    Record.CUSTOMER: QT_TRANSLATE_NOOP("AuditRecord", "Customer {name}"),
    Record.DEPARTMENT: QT_TRANSLATE_NOOP("AuditRecord", "Department {name}"),
    Record.DRAWER: QT_TRANSLATE_NOOP("AuditRecord", "Drawer {name}"),
    Record.DRAWER_DAY: QT_TRANSLATE_NOOP("AuditRecord", "Day of a drawer"),
    Record.EMPLOYEE: QT_TRANSLATE_NOOP("AuditRecord", "Employee {name}"),
    Record.INVOICE: QT_TRANSLATE_NOOP("AuditRecord", "Invoice {name}"),
    Record.ITEM: QT_TRANSLATE_NOOP("AuditRecord", "Item {name}"),
    Record.OUTGOING_MAIL: QT_TRANSLATE_NOOP("AuditRecord", "Outgoing mail"),
    Record.PREFERENCE: QT_TRANSLATE_NOOP("AuditRecord", "Preferences"),
    Record.PRINT_JOB: QT_TRANSLATE_NOOP("AuditRecord", "Print job"),
    Record.PURCHASE_ORDER: QT_TRANSLATE_NOOP("AuditRecord", "Purchase order {name}"),
    Record.RECEIVING_LOG: QT_TRANSLATE_NOOP("AuditRecord", "Receiving log {name}"),
    Record.TAX_CODE: QT_TRANSLATE_NOOP("AuditRecord", "Tax code {name}"),
    Record.WANT: QT_TRANSLATE_NOOP("AuditRecord", "Want {name}"),
    Record.FILE_IMPORT: QT_TRANSLATE_NOOP("AuditRecord", "Import {name}"),
    Record.TENDER_TYPE: QT_TRANSLATE_NOOP("AuditRecord", "Tender {name}"),
    Record.VENDOR: QT_TRANSLATE_NOOP("AuditRecord", "Vendor {name}"),
    Record.VENDOR_RETURN: QT_TRANSLATE_NOOP("AuditRecord", "Return to vendor {name}"),
}
_DOCUMENTS = frozenset(
    {Record.BACKORDER, Record.INVOICE, Record.PURCHASE_ORDER, Record.RECEIVING_LOG, Record.VENDOR_RETURN}
)


def action_words(action: str) -> str:
    """Say what was done; an action that this program does not know stands as it is stored."""
    words = ACTIONS.get(action)  # type: ignore[call-overload] # a StrEnum is found by its text
    return action if words is None else QCoreApplication.translate("AuditAction", words)


def record_words(kind: str, known: Known | None) -> str:
    """Name a record with its kind."""
    words = _RECORDS.get(kind)
    if words is None:
        return kind.replace("_", " ")
    name = name_words(kind, known)
    return QCoreApplication.translate("AuditRecord", words).format(name=name).strip()


def name_words(kind: str, known: Known | None) -> str:
    """Name a record by its number, code or name; say why it has none."""
    if known is not None and known.number is not None:
        return str(known.number)
    if known is not None and known.name:
        return known.name
    if kind in _DOCUMENTS:
        return QCoreApplication.translate("AuditRecord", "(not posted)")
    return QCoreApplication.translate("AuditRecord", "(deleted)")


def who_words(employee: str, approver: str | None) -> str:
    """Name who did something, and who approved it."""
    who = employee or QCoreApplication.translate("AuditRecord", "nobody")
    if approver is None:
        return who
    words = QCoreApplication.translate("AuditRecord", "{who}, approved by {approver}")
    return words.format(who=who, approver=approver)
