"""Stock counts."""

from posim_desktop.domain.why import Why
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

TEMPLATES: dict[Why, str] = {
    Why.COUNT_DISCARDED: QT_TRANSLATE_NOOP("Refusals", "This stock count was discarded."),
    Why.COUNT_EMPTY: QT_TRANSLATE_NOOP("Refusals", "Nothing is counted yet. Scan what is there first."),
    Why.COUNT_FILE_LINE: QT_TRANSLATE_NOOP(
        "Refusals", "Line {line:count} of the file says no quantity for {code}. Nothing of it was counted."
    ),
    Why.COUNT_HELD_CHANGED: QT_TRANSLATE_NOOP(
        "Refusals", "These goods were picked up, released or set aside meanwhile. Look at them again."
    ),
    Why.COUNT_HELD_UNASKED: QT_TRANSLATE_NOOP(
        "Refusals", "Goods wait for customers: {held:shares}. Say whether they are there first."
    ),
    Why.COUNT_OF_NO_DEPARTMENT: QT_TRANSLATE_NOOP("Refusals", "Choose the department that is to be counted."),
    Why.COUNT_POSTED: QT_TRANSLATE_NOOP("Refusals", "This stock count is posted and can no longer be changed."),
    Why.COUNT_STRAY_GONE: QT_TRANSLATE_NOOP("Refusals", "This code is no longer among those that nobody knows."),
    Why.COUNT_TOO_MANY_IN_FILE: QT_TRANSLATE_NOOP(
        "Refusals", "A file can have at most {most:count} lines. Divide it and bring in one part after the other."
    ),
    Why.COUNT_UNIDENTIFIED: QT_TRANSLATE_NOOP(
        "Refusals", "Scanned codes that nobody knows: {count:count}. Say of each what it is first."
    ),
    Why.MORE_FOUND_THAN_HELD: QT_TRANSLATE_NOOP(
        "Refusals", "Only {held:quantity} wait there. Count what is left over with the goods on the shelf."
    ),
    Why.NO_SUCH_COUNT: QT_TRANSLATE_NOOP("Refusals", "This stock count does not exist."),
}
