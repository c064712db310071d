"""Receiving logs and setting backorders."""

from posim_desktop.domain.why import Why
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

TEMPLATES: dict[Why, str] = {
    Why.ALL_TAKEN_BACK: QT_TRANSLATE_NOOP("Refusals", "Everything on this receiving log was taken back already."),
    Why.CORRECTED_BEFORE_POSTING: QT_TRANSLATE_NOOP(
        "Refusals", "This receiving log is not posted yet. Change its quantities instead."
    ),
    Why.CORRECTION_CHANGED: QT_TRANSLATE_NOOP(
        "Refusals", "Somebody sold, set aside or received goods meanwhile. See what the correction does now."
    ),
    Why.GOODS_GONE: QT_TRANSLATE_NOOP(
        "Refusals",
        "At most {most:quantity} of {item} can be taken back: the others were sold. Count the stock instead.",
    ),
    Why.GOODS_HANDED_OVER: QT_TRANSLATE_NOOP(
        "Refusals",
        "At most {most:quantity} of {item} can be taken back. Picked up (customer · invoice): {handed:shares}. "
        "Take goods back as a return first.",
    ),
    Why.LESS_CHOSEN_THAN_NEEDED: QT_TRANSLATE_NOOP(
        "Refusals", "{free:quantity} are on the shelf. Choose {missing:quantity} more of those that wait for customers."
    ),
    Why.MORE_CAME_THAN_RECEIVED: QT_TRANSLATE_NOOP(
        "Refusals", "{received:quantity} of {item} were received. If more came, start another receiving log."
    ),
    Why.MORE_CHOSEN_THAN_TAKEN: QT_TRANSLATE_NOOP(
        "Refusals", "{chosen:quantity} are taken from customers, but only {taken:quantity} did not come."
    ),
    Why.NOTHING_TAKEN_BACK: QT_TRANSLATE_NOOP("Refusals", "Enter what actually came, where it is less."),
    Why.NO_SUCH_CORRECTION: QT_TRANSLATE_NOOP("Refusals", "This correction does not exist."),
    Why.TAKEN_OFF_HOLDS_MONEY: QT_TRANSLATE_NOOP(
        "Refusals", "The invoice of {customer} would be left empty. {refused:refusal}"
    ),
    Why.UNITS_NOT_NAMED: QT_TRANSLATE_NOOP(
        "Refusals", "Choose the serial numbers of the {units:quantity} units of {item} that did not come."
    ),
    Why.UNIT_DID_COME: QT_TRANSLATE_NOOP(
        "Refusals", "The unit with serial number {serial} was sold since, so it did come."
    ),
    Why.UNIT_NOT_OF_LINE: QT_TRANSLATE_NOOP(
        "Refusals", "The unit with serial number {serial} did not come with this line."
    ),
    Why.MAILED_ONCE_POSTED: QT_TRANSLATE_NOOP("Refusals", "Only a posted purchase order can be mailed."),
    Why.RECEIPT_MAILED_ONCE_POSTED: QT_TRANSLATE_NOOP(
        "Refusals", "Only the receipt of a processed invoice can be mailed."
    ),
    Why.NOT_FOR_PRACTICE: QT_TRANSLATE_NOOP("Refusals", "This shop is not for practice."),
    Why.NO_RECEIPT_PRINTER: QT_TRANSLATE_NOOP("Refusals", "Name the receipt printer first."),
    Why.PRACTICE_ASKS_NO_TERMINAL: QT_TRANSLATE_NOOP("Refusals", "Practice asks no card terminal."),
    Why.PRACTICE_OPENS_NO_DRAWER: QT_TRANSLATE_NOOP("Refusals", "Practice opens no drawer."),
    Why.PRACTICE_WRITES_NO_JOURNAL: QT_TRANSLATE_NOOP(
        "Refusals", "Practice writes no journal: nothing that was done here belongs into the books."
    ),
    Why.PRACTICE_SENDS_NO_MAIL: QT_TRANSLATE_NOOP("Refusals", "Practice sends no mail."),
    Why.MAIL_BEING_SENT: QT_TRANSLATE_NOOP("Refusals", "This mail is just being sent."),
    Why.MAIL_GONE: QT_TRANSLATE_NOOP("Refusals", "This mail was deleted."),
    Why.MAIL_NOT_SET_UP: QT_TRANSLATE_NOOP(
        "Refusals", "This computer sends no mail yet. Name the mail server in File › Preferences › Mail."
    ),
    Why.NOT_A_MAIL_ADDRESS: QT_TRANSLATE_NOOP("Refusals", "Enter one e-mail address, such as orders@vendor.com."),
    Why.NO_SUCH_MAIL_SERVER: QT_TRANSLATE_NOOP("Refusals", "Enter the name of the mail server, such as smtp.shop.com."),
    Why.NO_SUCH_PORT: QT_TRANSLATE_NOOP("Refusals", "Enter a port from 1 to 65535; 587 is usual."),
    Why.PASSWORD_IN_THE_OPEN: QT_TRANSLATE_NOOP(
        "Refusals", "A password is not sent unprotected. Choose STARTTLS or TLS, or leave user and password empty."
    ),
    Why.PASSWORD_OF_NOBODY: QT_TRANSLATE_NOOP("Refusals", "Enter the user that the password belongs to."),
    Why.CREDIT_BEFORE_POSTING: QT_TRANSLATE_NOOP(
        "Refusals", "A credit can be noted once the return to the vendor is posted."
    ),
    Why.ITEM_ALREADY_GOES_BACK: QT_TRANSLATE_NOOP("Refusals", "{item} is already on this return. Change its quantity."),
    Why.MORE_GOES_BACK_THAN_CAME: QT_TRANSLATE_NOOP(
        "Refusals", "At most {most:quantity} of {item} can go back of this delivery; no more of it came or is left."
    ),
    Why.MORE_GOES_BACK_THAN_FREE: QT_TRANSLATE_NOOP(
        "Refusals",
        "At most {most:quantity} of {item} can go back: there is no more, or it is set aside for customers.",
    ),
    Why.MORE_REFUSED_THAN_WAITS: QT_TRANSLATE_NOOP("Refusals", "Only {waiting:quantity} wait for this customer."),
    Why.NOTHING_WAITS: QT_TRANSLATE_NOOP("Refusals", "No goods wait for this customer that could go back."),
    Why.NOTHING_GOES_BACK: QT_TRANSLATE_NOOP("Refusals", "Enter how much of at least one line goes back."),
    Why.NO_SUCH_VENDOR_RETURN: QT_TRANSLATE_NOOP("Refusals", "This return to a vendor does not exist."),
    Why.TOO_MANY_RETURN_LINES: QT_TRANSLATE_NOOP(
        "Refusals", "A return to a vendor can have {most:count} lines. Post this one and begin another."
    ),
    Why.VENDOR_CREDIT_NOT_POSITIVE: QT_TRANSLATE_NOOP("Refusals", "Enter what the vendor gave, more than 0."),
    Why.VENDOR_RETURN_DISCARDED: QT_TRANSLATE_NOOP("Refusals", "This return to a vendor was discarded."),
    Why.VENDOR_RETURN_LINE_GONE: QT_TRANSLATE_NOOP("Refusals", "This line is no longer on the return."),
    Why.VENDOR_RETURN_NEEDS_REASON: QT_TRANSLATE_NOOP("Refusals", "Say why it goes back."),
    Why.VENDOR_RETURN_NEEDS_VENDOR: QT_TRANSLATE_NOOP("Refusals", "Choose the vendor that the goods go back to."),
    Why.VENDOR_RETURN_POSTED: QT_TRANSLATE_NOOP(
        "Refusals", "This return to a vendor is posted and can no longer be changed."
    ),
    Why.VENDOR_RETURN_OF_LOG_NOT_POSTED: QT_TRANSLATE_NOOP(
        "Refusals", "This receiving log is not posted yet. What goes back at once is not received."
    ),
    Why.CANCEL_NEEDS_REASON: QT_TRANSLATE_NOOP("Refusals", "A canceled quantity needs a reason."),
    Why.DATE_IN_FUTURE: QT_TRANSLATE_NOOP("Refusals", "That date is in the future. Enter the date the goods arrived."),
    Why.DELIVERY_NEEDS_VENDOR: QT_TRANSLATE_NOOP("Refusals", "A delivery without a purchase order needs a vendor."),
    Why.INVOICE_DATED_TOO_LATE: QT_TRANSLATE_NOOP(
        "Refusals", "The vendor's invoice cannot be dated after the day the goods arrived."
    ),
    Why.ITEM_ALREADY_ON_LOG: QT_TRANSLATE_NOOP(
        "Refusals", "{item} is already on this receiving log. Change its quantity."
    ),
    Why.MORE_FREE_THAN_CAME: QT_TRANSLATE_NOOP("Refusals", "Only {quantity:quantity} came; no more can be free."),
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
