"""Purchase orders and allocations."""

from posim_desktop.domain.why import Why
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

TEMPLATES: dict[Why, str] = {
    Why.ALLOCATED_BEFORE_POSTING: QT_TRANSLATE_NOOP(
        "Refusals", "Allocations are entered when the purchase order is posted."
    ),
    Why.ALLOCATED_TO_WRONG_BACKORDER: QT_TRANSLATE_NOOP(
        "Refusals", "This backorder is for another item or no longer outstanding."
    ),
    Why.ALL_ALREADY_ON_ORDER: QT_TRANSLATE_NOOP(
        "Refusals", "The goods for every chosen backorder are already on an order."
    ),
    Why.BACKORDER_GIVEN_TWICE: QT_TRANSLATE_NOOP("Refusals", "This backorder is entered twice."),
    Why.CLOSED_SHORT_TOO_EARLY: QT_TRANSLATE_NOOP(
        "Refusals", "Only a processed purchase order has lines to close short."
    ),
    Why.LINE_OF_ANOTHER_ORDER: QT_TRANSLATE_NOOP("Refusals", "This line is not on this purchase order."),
    Why.LINE_OF_NO_ORDER: QT_TRANSLATE_NOOP("Refusals", "This line is not on any purchase order."),
    Why.MORE_ALLOCATED_THAN_ORDERED: QT_TRANSLATE_NOOP(
        "Refusals", "More is allocated than the {still_open:quantity} on this order."
    ),
    Why.MORE_THAN_STILL_NEEDED: QT_TRANSLATE_NOOP(
        "Refusals", "Only {needed:quantity} of this backorder still needs goods."
    ),
    Why.NOBODY_WAITS: QT_TRANSLATE_NOOP(
        "Refusals", "No customer is waiting for an item from this preferred vendor that is not on an order yet."
    ),
    Why.NOTHING_LEFT_TO_CLOSE_SHORT: QT_TRANSLATE_NOOP(
        "Refusals", "Everything on this line has already come or was closed short."
    ),
    Why.NOTHING_TO_ORDER: QT_TRANSLATE_NOOP("Refusals", "There is nothing to order."),
    Why.NOT_AN_ITEM_TO_ORDER: QT_TRANSLATE_NOOP("Refusals", "Item not found. Scan or type the item to order."),
    Why.NOT_STOCKED_NOT_ORDERED: QT_TRANSLATE_NOOP(
        "Refusals", "{item} is not stocked: it is neither ordered nor received."
    ),
    Why.NOT_THE_PREFERRED_VENDOR: QT_TRANSLATE_NOOP("Refusals", "This vendor is not the preferred vendor of {item}."),
    Why.NO_LINE_CHOSEN: QT_TRANSLATE_NOOP("Refusals", "Choose the line to close short."),
    Why.NO_SUCH_ORDER: QT_TRANSLATE_NOOP("Refusals", "This purchase order does not exist."),
    Why.NO_VENDOR_CHOSEN: QT_TRANSLATE_NOOP("Refusals", "Choose at least one vendor."),
    Why.NO_VENDOR_FOR_ITEM: QT_TRANSLATE_NOOP("Refusals", "Choose the vendor to order {item} from."),
    Why.PROPOSAL_CHANGED: QT_TRANSLATE_NOOP(
        "Refusals",
        "Of {item}, {proposed:quantity} is proposed by now, not {seen:quantity}. Look at the new proposal first.",
    ),
    Why.THERE_OR_COMING: QT_TRANSLATE_NOOP(
        "Refusals",
        "Nothing has to be bought: what customers are waiting for is in stock or unallocated on open orders.",
    ),
    Why.ORDER_CHANGED_MEANWHILE: QT_TRANSLATE_NOOP(
        "Refusals", "This purchase order was changed while you had it open. Check it again."
    ),
    Why.ORDER_DISCARDED: QT_TRANSLATE_NOOP("Refusals", "This purchase order was discarded."),
    Why.ORDER_EMPTY: QT_TRANSLATE_NOOP("Refusals", "This purchase order has no lines."),
    Why.ORDER_LINE_GONE: QT_TRANSLATE_NOOP("Refusals", "This line is no longer on the purchase order."),
    Why.ORDER_NEEDS_VENDOR: QT_TRANSLATE_NOOP("Refusals", "A purchase order needs a vendor."),
    Why.ORDER_NO_LONGER_CHANGES: QT_TRANSLATE_NOOP(
        "Refusals", "This purchase order is {status:word} and can no longer be changed."
    ),
    Why.ORDER_OF_ANOTHER_VENDOR: QT_TRANSLATE_NOOP(
        "Refusals", "This purchase order is now for another vendor. Check it again."
    ),
    Why.ORDER_PROCESSED: QT_TRANSLATE_NOOP(
        "Refusals", "This purchase order is processed; its lines can no longer be changed."
    ),
    Why.ORDER_TAKES_NO_ALLOCATION: QT_TRANSLATE_NOOP(
        "Refusals", "This purchase order is {status:word}; nothing on it can be allocated."
    ),
    Why.TOO_MANY_ORDER_LINES: QT_TRANSLATE_NOOP(
        "Refusals", "A purchase order can have at most {most:count} lines. Post this one and start another."
    ),
}
