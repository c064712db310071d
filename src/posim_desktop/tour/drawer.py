"""The end of the tour: the drawer is counted, and its day closed with a Z."""

from PySide6.QtCore import Qt

from posim_desktop.tour import hands
from posim_desktop.tour.stage import Stage


def close_the_day(stage: Stage) -> None:
    """Look at the X, count what is there, and close."""
    drawer = stage.choose("Misc", "Drawer")
    stage.step("Misc > Drawer: the days of the drawers, and what today came to so far.", "drawer")
    figures = hands.rows(hands.table(drawer, "Figures of the Day"), "Figure", "Amount")
    expected = next(amount for words, amount in figures if hands.is_called(words.strip(), "Expected"))
    hands.press(drawer, "Count")
    counting = hands.dialog("Count Drawer")
    hands.fill(counting, "Rest, in one sum", expected)
    stage.step("Count: a row for each note and coin; what should be there is not told.", "drawer-count")
    hands.press(counting, "Count")
    hands.press(drawer, "Close the Day")
    hands.key(Qt.Key.Key_F12)
    stage.step("The day has its Z, and its figures stay as they are.", "drawer-closed")
