"""Every rule that says no, by name; the words of each stand in :mod:`posim_desktop.ui.refusals`."""

from enum import StrEnum, auto


class Why(StrEnum):
    """Why something was refused."""

    SAID = auto()
    CANCEL_NEEDS_REASON = auto()
    ID_REPEATED_IN_FILE = auto()
    LESS_AVAILABLE = auto()
    MARKED_CELL = auto()
    MORE_SET_THAN_CAME = auto()
    MORE_SET_THAN_OUTSTANDING = auto()
    NOTHING_COUNTED = auto()
    NOT_STORED = auto()
    NO_LINE_CHOSEN = auto()
    NOT_PERMITTED = auto()
    NO_LONGER_WORKS_HERE = auto()
    SET_ASIDE_FOR_OTHERS = auto()
    ROW_NO_LONGER_FITS = auto()
    ROW_WIDER_THAN_HEADER = auto()
    SEVERAL_COUNTRIES = auto()
    SEVERAL_DESCRIPTIONS = auto()
    SEVERAL_PRICES = auto()
