"""Drawers and their days."""

from posim_desktop.domain.why import Why
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

TEMPLATES: dict[Why, str] = {
    Why.CLOSE_DRAWER_FIRST: QT_TRANSLATE_NOOP(
        "Refusals", "Only this computer uses its drawer, and that is still open. Count and close it first."
    ),
    Why.COUNT_FIRST: QT_TRANSLATE_NOOP("Refusals", "The drawer is not counted. Count it first."),
    Why.X_FROM_ITS_DRAWER: QT_TRANSLATE_NOOP(
        "Refusals", "An X says what was so when it was asked for. Print a new one in Misc › Drawer."
    ),
    Why.X_OF_A_CLOSED_DAY: QT_TRANSLATE_NOOP("Refusals", "The day was closed meanwhile. Print its Z in Misc › Drawer."),
    Why.Z_OF_AN_OPEN_DAY: QT_TRANSLATE_NOOP("Refusals", "A day has a Z once it is closed."),
    Why.DAY_IS_CLOSED: QT_TRANSLATE_NOOP("Refusals", "This day is closed and can no longer be changed."),
    Why.DRAWER_IS_COUNTED: QT_TRANSLATE_NOOP(
        "Refusals",
        "The drawer is counted, so nothing can be paid here now. Close it, or choose Count Again, in Misc › Drawer.",
    ),
    Why.DRAWER_IS_OPEN: QT_TRANSLATE_NOOP("Refusals", "The drawer is open already."),
    Why.DRAWER_NEEDS_FLOAT: QT_TRANSLATE_NOOP(
        "Refusals", "The drawer is closed. Count its float and open it first, in Misc › Drawer."
    ),
    Why.FLOAT_NEEDS_REASON: QT_TRANSLATE_NOOP(
        "Refusals", "{left:money} was left in the drawer. Say why another float is in it."
    ),
    Why.MORE_KEPT_THAN_COUNTED: QT_TRANSLATE_NOOP(
        "Refusals", "Only {counted:money} was counted. No more than that can stay in the drawer."
    ),
    Why.NO_CASH_IN_OFFICE: QT_TRANSLATE_NOOP(
        "Refusals", "This computer belongs to Office, where there is no cash. Choose a drawer for it in Misc › Drawer."
    ),
    Why.NO_SUCH_DAY: QT_TRANSLATE_NOOP("Refusals", "This day of a drawer does not exist."),
    Why.NO_SUCH_DRAWER: QT_TRANSLATE_NOOP("Refusals", "This drawer does not exist."),
    Why.PIECES_OUT_OF_RANGE: QT_TRANSLATE_NOOP("Refusals", "Count from 0 to {most:count} of each note and coin."),
    Why.TERMINAL_ASKED_AT_COUNT: QT_TRANSLATE_NOOP(
        "Refusals",
        "A card terminal at this drawer has not said yet whether it took the money. Say so in Pay first.",
    ),
}
