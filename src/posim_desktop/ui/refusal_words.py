"""The words of every refusal: the templates that translators get.

A placeholder names a fact and, behind the colon, what kind of figure it is: ``{left:money} is still to be paid.``
"""

from enum import StrEnum

from posim_desktop.domain.people.permissions import Permission, Role
from posim_desktop.domain.why import Why

CONTEXT = "Refusals"


def QT_TRANSLATE_NOOP(_context: str, words: str) -> str:  # noqa: N802 - the name that pyside6-lupdate looks for
    """Mark words as to be translated; Qt's own says that it returns any object."""
    return words


TEMPLATES: dict[Why, str] = {
    Why.SAID: "{text}",
    Why.CANCEL_NEEDS_REASON: QT_TRANSLATE_NOOP("Refusals", "A canceled quantity needs a reason."),
    Why.ID_REPEATED_IN_FILE: QT_TRANSLATE_NOOP(
        "Refusals", "This ID appears in the file more than once, with different content; the first row counts."
    ),
    Why.LESS_AVAILABLE: QT_TRANSLATE_NOOP(
        "Refusals", "Only {available:quantity} of {item} is available, not {wanted:quantity}."
    ),
    Why.MARKED_CELL: QT_TRANSLATE_NOOP("Refusals", "Correct the marked cell first: {cell:refusal}"),
    Why.MORE_SET_THAN_CAME: QT_TRANSLATE_NOOP(
        "Refusals", "{given:quantity} is set to customers, but only {received:quantity} came."
    ),
    Why.MORE_SET_THAN_OUTSTANDING: QT_TRANSLATE_NOOP(
        "Refusals", "Rcv and Canc come to more than the {outstanding:quantity} outstanding."
    ),
    Why.NOTHING_COUNTED: QT_TRANSLATE_NOOP("Refusals", "Nothing was counted on this receiving log."),
    Why.NOT_STORED: QT_TRANSLATE_NOOP("Refusals", "This is not stored yet. Press Enter twice to try again."),
    Why.NO_LINE_CHOSEN: QT_TRANSLATE_NOOP("Refusals", "Choose the line that will not come."),
    Why.NOT_PERMITTED: QT_TRANSLATE_NOOP(
        "Refusals", "Your role ({role:word}) may not {permission:word}. Ask a manager."
    ),
    Why.NO_LONGER_WORKS_HERE: QT_TRANSLATE_NOOP(
        "Refusals", "This employee no longer works here. Log in as somebody else."
    ),
    Why.SET_ASIDE_FOR_OTHERS: QT_TRANSLATE_NOOP(
        "Refusals",
        "{item} is set aside for {waiting:shares}. Your role ({role:word}) may not {permission:word}. Ask a manager.",
    ),
    Why.ROW_NO_LONGER_FITS: QT_TRANSLATE_NOOP(
        "Refusals", "This row no longer matches what came. Close this screen and open it again."
    ),
    Why.ROW_WIDER_THAN_HEADER: QT_TRANSLATE_NOOP(
        "Refusals", "The row has {cells:count} cells, the header {header:count}."
    ),
    Why.SEVERAL_COUNTRIES: QT_TRANSLATE_NOOP("Refusals", "Sold to several countries; the most frequent one is kept."),
    Why.SEVERAL_DESCRIPTIONS: QT_TRANSLATE_NOOP("Refusals", "Sold under several descriptions; “{kept}” is kept."),
    Why.SEVERAL_PRICES: QT_TRANSLATE_NOOP("Refusals", "Sold at several prices; the newest, {kept:money}, is kept."),
}

WORDS: dict[StrEnum, str] = {
    Role.CASHIER: QT_TRANSLATE_NOOP("Refusals", "cashier"),
    Role.CLERK: QT_TRANSLATE_NOOP("Refusals", "clerk"),
    Role.MANAGER: QT_TRANSLATE_NOOP("Refusals", "manager"),
    Permission.EDIT_CARDS: QT_TRANSLATE_NOOP("Refusals", "edit item, vendor and tax cards"),
    Permission.EDIT_EMPLOYEES: QT_TRANSLATE_NOOP("Refusals", "edit employee cards"),
    Permission.CHANGE_PREFERENCES: QT_TRANSLATE_NOOP("Refusals", "change the shop's preferences"),
    Permission.ADJUST_STOCK: QT_TRANSLATE_NOOP("Refusals", "adjust stock"),
    Permission.SELL_SET_ASIDE: QT_TRANSLATE_NOOP("Refusals", "sell goods that are set aside for a customer"),
}
"""How a sentence names what the domain has a fixed set of."""

A_CUSTOMER = QT_TRANSLATE_NOOP("Refusals", "a customer without a card")
MORE = QT_TRANSLATE_NOOP("Refusals", "{count} more")
