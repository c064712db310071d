"""Receiving logs and setting backorders."""

from posim_desktop.domain.why import Why
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

TEMPLATES: dict[Why, str] = {
    Why.CANCEL_NEEDS_REASON: QT_TRANSLATE_NOOP("Refusals", "A canceled quantity needs a reason."),
    Why.DATE_IN_FUTURE: QT_TRANSLATE_NOOP("Refusals", "That date is in the future. Enter the date the goods arrived."),
    Why.DELIVERY_NEEDS_VENDOR: QT_TRANSLATE_NOOP("Refusals", "A delivery without a purchase order needs a vendor."),
    Why.INVOICE_DATED_TOO_LATE: QT_TRANSLATE_NOOP(
        "Refusals", "The vendor's invoice cannot be dated after the day the goods arrived."
    ),
    Why.ITEM_ALREADY_ON_LOG: QT_TRANSLATE_NOOP(
        "Refusals", "{item} is already on this receiving log. Change its quantity."
    ),
    Why.LOG_DISCARDED: QT_TRANSLATE_NOOP("Refusals", "This receiving log was discarded."),
    Why.LOG_LINE_GONE: QT_TRANSLATE_NOOP("Refusals", "This line is no longer on the receiving log."),
    Why.LOG_POSTED: QT_TRANSLATE_NOOP("Refusals", "This receiving log is posted and can no longer be changed."),
    Why.MORE_SET_THAN_CAME: QT_TRANSLATE_NOOP(
        "Refusals", "{rcv:quantity} is set to customers, but only {received:quantity} came."
    ),
    Why.MORE_SET_THAN_OUTSTANDING: QT_TRANSLATE_NOOP(
        "Refusals", "Rcv and Canc come to more than the {outstanding:quantity} outstanding."
    ),
    Why.NOTHING_COUNTED: QT_TRANSLATE_NOOP("Refusals", "Nothing was counted on this receiving log."),
    Why.NO_OPEN_ORDER_HAS_NUMBER: QT_TRANSLATE_NOOP("Refusals", "No open purchase order has the number “{typed}”."),
    Why.NOT_AN_ITEM_THAT_CAME: QT_TRANSLATE_NOOP("Refusals", "Item not found. Scan or type what arrived."),
    Why.NO_ARRIVAL_DATE: QT_TRANSLATE_NOOP("Refusals", "Enter the date the goods arrived."),
    Why.NO_RECEIVING_EMPLOYEE: QT_TRANSLATE_NOOP("Refusals", "Choose the employee who received the delivery."),
    Why.NO_SUCH_LOG: QT_TRANSLATE_NOOP("Refusals", "This receiving log does not exist."),
    Why.ORDER_ALL_RECEIVED: QT_TRANSLATE_NOOP(
        "Refusals", "Everything on this purchase order has come or was closed short. Receive without an order."
    ),
    Why.ORDER_NOT_POSTED_YET: QT_TRANSLATE_NOOP("Refusals", "Post this purchase order before receiving against it."),
    Why.ROW_NO_LONGER_FITS: QT_TRANSLATE_NOOP(
        "Refusals", "This row no longer matches what came. Close this screen and open it again."
    ),
    Why.TOO_MANY_LOG_LINES: QT_TRANSLATE_NOOP(
        "Refusals", "A receiving log can have at most {most:count} lines. Post this one and start another."
    ),
    Why.TOO_MANY_SETTINGS: QT_TRANSLATE_NOOP("Refusals", "At most {most:count} backorders can be set at once."),
    Why.TOO_MUCH_OF_ITEM_ON_HAND: QT_TRANSLATE_NOOP(
        "Refusals", "More than {most:limit} of {item} on hand is not possible."
    ),
}
