"""What a scanned code says besides which goods it stands for, and the shop's table of such codes."""

from posim_desktop.domain.why import Why
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

TEMPLATES: dict[Why, str] = {
    Why.CODE_NEEDS_CARD_PRICE: QT_TRANSLATE_NOOP(
        "Refusals", "The code says a price for a weight, but the item's card has no price to work the weight out with."
    ),
    Why.CODE_PRICE_DOES_NOT_DIVIDE: QT_TRANSLATE_NOOP(
        "Refusals",
        "The code says {amount:money} for {quantity:quantity}, which no unit price comes to. Enter it by hand.",
    ),
    Why.CODE_SAYS_ZERO: QT_TRANSLATE_NOOP("Refusals", "The code says a weight or price of 0."),
    Why.CODE_WITH_PRICE_COUNTS_ONCE: QT_TRANSLATE_NOOP(
        "Refusals", "A code with a price counts once. Scan each of them."
    ),
    Why.GS1_BROKEN_PART: QT_TRANSLATE_NOOP("Refusals", "The part ({part}) of this GS1 code cannot be read."),
    Why.GS1_CHECK_DIGIT: QT_TRANSLATE_NOOP("Refusals", "The check digit of the article number {number} is wrong."),
    Why.GS1_NAMES_NO_ARTICLE: QT_TRANSLATE_NOOP("Refusals", "This GS1 code names no article: it has no part (01)."),
    Why.GS1_NO_ITEM: QT_TRANSLATE_NOOP("Refusals", "No item has the article number {number} of this GS1 code."),
    Why.GS1_NO_MEASURE: QT_TRANSLATE_NOOP(
        "Refusals", "This GS1 code should say a weight, length or volume, and says none that can be used."
    ),
    Why.GS1_UNKNOWN_PART: QT_TRANSLATE_NOOP("Refusals", "This GS1 code has an unknown part: “{part}”."),
    Why.LABEL_CHECK_DIGIT: QT_TRANSLATE_NOOP("Refusals", "A check digit of this code is wrong. Scan it again."),
    Why.LABEL_DECIMALS: QT_TRANSLATE_NOOP("Refusals", "This value can have at most {most:count} decimals."),
    Why.LABEL_LENGTH: QT_TRANSLATE_NOOP(
        "Refusals", "Such a code has 12 or 13 digits with its check digit; this makes {length:count}."
    ),
    Why.LABEL_OF_NO_ITEM: QT_TRANSLATE_NOOP("Refusals", "No item has the article {article} of this code."),
    Why.LABEL_PREFIX_NOT_DIGITS: QT_TRANSLATE_NOOP("Refusals", "Enter the digits that these codes begin with."),
    Why.LABEL_PREFIX_NOT_OWN: QT_TRANSLATE_NOOP(
        "Refusals", "“{prefix}” may be a manufacturer's number. A shop's own codes begin with 2, 02 or 04."
    ),
    Why.LABEL_PREFIX_TWICE: QT_TRANSLATE_NOOP("Refusals", "Two rows begin with {prefix}."),
    Why.LABEL_VALUE_CHECK: QT_TRANSLATE_NOOP("Refusals", "Only a value of 4 or 5 digits has a check digit of its own."),
    Why.TOO_MANY_LABEL_FORMATS: QT_TRANSLATE_NOOP("Refusals", "The table has at most {most:count} rows."),
}
