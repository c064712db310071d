"""Special orders."""

from posim_desktop.domain.why import Why
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

TEMPLATES: dict[Why, str] = {
    Why.CEILING_BELOW_PRICE: QT_TRANSLATE_NOOP(
        "Refusals", "The price is {price:money} already. Promise at least that, or leave the field blank."
    ),
    Why.NO_SUCH_SPECIAL_ORDER: QT_TRANSLATE_NOOP("Refusals", "This special order does not exist."),
    Why.DEPOSIT_ABOVE_GOODS: QT_TRANSLATE_NOOP(
        "Refusals", "The deposit is more than the {goods:money} that the goods will cost."
    ),
    Why.DEPOSIT_CHANGED: QT_TRANSLATE_NOOP(
        "Refusals", "The deposit is now {deposit:money}, not {expected:money}. Look at the lines again."
    ),
    Why.DEPOSIT_INVOICE_CHANGED: QT_TRANSLATE_NOOP(
        "Refusals",
        "The invoice that holds this deposit was changed or ended meanwhile. Look at it before you take the deposit "
        "again.",
    ),
    Why.SPECIAL_LINE_ON_FILE: QT_TRANSLATE_NOOP("Refusals", "This item is on file. Scan or type it to add it."),
    Why.PRICE_ABOVE_PROMISE: QT_TRANSLATE_NOOP(
        "Refusals", "The customer was promised a price not above {most:money}. Ask them, and write down what they said."
    ),
    Why.SPECIAL_LINE_GONE: QT_TRANSLATE_NOOP("Refusals", "This line is no longer on the special order."),
    Why.SPECIAL_LINE_UNNAMED: QT_TRANSLATE_NOOP("Refusals", "Say what is ordered: a line has no description."),
    Why.SPECIAL_LINE_UNPRICED: QT_TRANSLATE_NOOP(
        "Refusals", "{item} has no price. Enter what the customer will pay for one."
    ),
    Why.SPECIAL_ORDER_DISCARDED: QT_TRANSLATE_NOOP("Refusals", "This special order was discarded."),
    Why.SPECIAL_ORDER_EMPTY: QT_TRANSLATE_NOOP("Refusals", "There is nothing on this special order. Add a line first."),
    Why.SPECIAL_ORDER_NEEDS_CUSTOMER: QT_TRANSLATE_NOOP(
        "Refusals", "A special order needs a customer. Choose one first."
    ),
    Why.SPECIAL_ORDER_POSTED: QT_TRANSLATE_NOOP(
        "Refusals", "This special order is posted. What it promises is on its Backorder cards now."
    ),
    Why.TOO_MANY_SPECIAL_LINES: QT_TRANSLATE_NOOP(
        "Refusals", "A special order can have at most {most:count} lines. Post this one and start another."
    ),
}
