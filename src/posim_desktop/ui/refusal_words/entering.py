"""What is typed anywhere: numbers, amounts, dates, texts, choices."""

from posim_desktop.domain.why import Why
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

TEMPLATES: dict[Why, str] = {
    Why.AMOUNT_BELOW_ZERO: QT_TRANSLATE_NOOP("Refusals", "The amount cannot be below zero here."),
    Why.AMOUNT_MISSING: QT_TRANSLATE_NOOP("Refusals", "Enter an amount of money."),
    Why.AMOUNT_TOO_FINE: QT_TRANSLATE_NOOP("Refusals", "An amount can have at most {places:count} decimal places."),
    Why.AMOUNT_NOT_WHOLE: QT_TRANSLATE_NOOP("Refusals", "Amounts have no decimal places in this shop."),
    Why.AMOUNT_TOO_LARGE: QT_TRANSLATE_NOOP("Refusals", "An amount can be at most {most:money}."),
    Why.COST_OUT_OF_RANGE: QT_TRANSLATE_NOOP("Refusals", "A unit cost is between zero and {most:money}."),
    Why.DECIMALS_STAY: QT_TRANSLATE_NOOP(
        "Refusals",
        "The amounts of this shop have {places:count} decimal places; that cannot be changed any more.",
    ),
    Why.COST_TOO_FINE: QT_TRANSLATE_NOOP("Refusals", "A unit cost can have at most {places:count} decimal places."),
    Why.DONE_WITH_OTHER_CONTENT: QT_TRANSLATE_NOOP(
        "Refusals", "This was already done, with different content. Start it again."
    ),
    Why.EITHER_OF_TWO_NUMBERS: QT_TRANSLATE_NOOP(
        "Refusals", "“{typed}” could be {whole} or {part}; enter one of these."
    ),
    Why.ITEM_MISSING_AFTER_TIMES: QT_TRANSLATE_NOOP("Refusals", "Enter or scan an item after the *."),
    Why.MARKED_CELL: QT_TRANSLATE_NOOP("Refusals", "Correct the marked cell first: {cell:refusal}"),
    Why.MORE_THAN_ONE_MATCH: QT_TRANSLATE_NOOP(
        "Refusals", "More than one {noun} matches “{typed}”. Choose one from the list."
    ),
    Why.NOT_A_DATE: QT_TRANSLATE_NOOP("Refusals", "“{typed}” is not a date. Enter it like {example:day}."),
    Why.NOT_A_NUMBER: QT_TRANSLATE_NOOP("Refusals", "“{typed}” is not a number."),
    Why.NOT_STORED: QT_TRANSLATE_NOOP("Refusals", "This has not been saved. Press Enter twice to try again."),
    Why.ENDS_BEFORE_IT_BEGINS: QT_TRANSLATE_NOOP("Refusals", "This day is before the first one."),
    Why.NOTHING_CHOSEN: QT_TRANSLATE_NOOP("Refusals", "Several items may be meant, and none was chosen."),
    Why.NO_ITEM_HAS_CODE: QT_TRANSLATE_NOOP("Refusals", "No item has this code."),
    Why.NO_ITEM_LIKE_SCAN: QT_TRANSLATE_NOOP(
        "Refusals", "Nothing on file looks like this code. Type part of the item's description."
    ),
    Why.NO_ITEM_MATCHES: QT_TRANSLATE_NOOP("Refusals", "No item matches “{typed}”."),
    Why.SEVERAL_MATCH: QT_TRANSLATE_NOOP("Refusals", "More than one card matches “{typed}”. Type more of it."),
    Why.NO_MATCH: QT_TRANSLATE_NOOP("Refusals", "There is no {noun} “{typed}”. Choose one from the list."),
    Why.NO_SUCH_TIME_ZONE: QT_TRANSLATE_NOOP("Refusals", "There is no time zone “{typed}”."),
    Why.NUMBER_MISSING: QT_TRANSLATE_NOOP("Refusals", "Enter a number."),
    Why.LOCK_MINUTES_OUT_OF_RANGE: QT_TRANSLATE_NOOP(
        "Refusals", "The program locks after 1 to {most:count} minutes; 0 means never."
    ),
    Why.NO_SUCH_CURRENCY: QT_TRANSLATE_NOOP("Refusals", "There is no currency “{typed}”. Choose one of the list."),
    Why.NO_SUCH_DECIMALS: QT_TRANSLATE_NOOP("Refusals", "Money has 0, 2 or 3 decimal places."),
    Why.NO_SUCH_ROUNDING: QT_TRANSLATE_NOOP("Refusals", "Cash cannot be rounded like this. Choose one of the list."),
    Why.OLD_DAYS_OUT_OF_RANGE: QT_TRANSLATE_NOOP("Refusals", "A backorder counts as old after 1 to {most:count} days."),
    Why.PERCENT_NOT_WHOLE: QT_TRANSLATE_NOOP("Refusals", "Enter a percentage without decimals, such as 25%."),
    Why.PERCENT_OUT_OF_RANGE: QT_TRANSLATE_NOOP(
        "Refusals", "A percentage is between 0 and 100, with at most 2 decimal places."
    ),
    Why.ONE_PIECE_NOT_SPLIT: QT_TRANSLATE_NOOP(
        "Refusals", "The customer wants it in one piece. Back-order all of it, or take One Piece off the line."
    ),
    Why.PART_OF_ONE_PIECE: QT_TRANSLATE_NOOP(
        "Refusals", "The customer wants {outstanding:quantity} in one piece. Enter all, none, or why only a part."
    ),
    Why.QUANTITY_BELOW_CUT: QT_TRANSLATE_NOOP("Refusals", "The smallest cut is {cut:quantity}."),
    Why.QUANTITY_BETWEEN: QT_TRANSLATE_NOOP(
        "Refusals",
        "“{typed}” has more than 3 decimal places. Enter {below:quantity} or {above:quantity}.",
    ),
    Why.QUANTITY_MISSING: QT_TRANSLATE_NOOP("Refusals", "Enter a quantity."),
    Why.QUANTITY_NEGATIVE: QT_TRANSLATE_NOOP("Refusals", "A quantity cannot be negative."),
    Why.QUANTITY_NOT_CUT: QT_TRANSLATE_NOOP(
        "Refusals", "It is cut in steps of {cut:quantity}. Enter {below:quantity} or {above:quantity}."
    ),
    Why.QUANTITY_TOO_FINE: QT_TRANSLATE_NOOP(
        "Refusals", "A quantity can have at most 3 decimal places; the smallest is {smallest:quantity}."
    ),
    Why.QUANTITY_TOO_LARGE: QT_TRANSLATE_NOOP("Refusals", "A quantity can be at most {most:limit}."),
    Why.QUANTITY_ZERO: QT_TRANSLATE_NOOP("Refusals", "The quantity must be more than 0."),
    Why.RATE_OUT_OF_RANGE: QT_TRANSLATE_NOOP("Refusals", "A tax rate is between 0 and 100 percent."),
    Why.RATE_TOO_FINE: QT_TRANSLATE_NOOP("Refusals", "A tax rate can have at most 4 decimal places."),
    Why.SCANS_NOT_TAKEN: QT_TRANSLATE_NOOP("Refusals", "A scan was not taken. Find its goods or forget it first."),
    Why.SCAN_IS_NO_SLIP: QT_TRANSLATE_NOOP("Refusals", "“{typed}” is on no slip and on no item."),
    Why.SCAN_OF_ANOTHER_DOCUMENT: QT_TRANSLATE_NOOP(
        "Refusals", "Another document was opened before this scan could be taken."
    ),
    Why.ITEM_HAS_NO_PACK: QT_TRANSLATE_NOOP(
        "Refusals", "{item} comes in no packs. Type how many single units, such as 12*{item}."
    ),
    Why.UNIT_NOT_KNOWN: QT_TRANSLATE_NOOP(
        "Refusals", "“{typed}” is no quantity. Enter single units, such as 12, or packs, such as 6 {pack}."
    ),
    Why.TEXT_HOLDS_CARD_NUMBER: QT_TRANSLATE_NOOP(
        "Refusals", "{label:word} seems to contain a payment card number. Card numbers are never stored."
    ),
    Why.TEXT_MISSING: QT_TRANSLATE_NOOP("Refusals", "{label:word} must be filled in."),
    Why.TEXT_TOO_LONG: QT_TRANSLATE_NOOP(
        "Refusals", "{label:word} can have at most {most:count} characters; this has {length:count}."
    ),
    Why.TEXT_UNPRINTABLE: QT_TRANSLATE_NOOP("Refusals", "{label:word} contains a character that cannot be printed."),
}
