"""Saying how many backorders are left out until their customers answered. Serves the page "Needs Information"."""

from PySide6.QtCore import QCoreApplication


def with_left_out(words: str, count: int) -> str:
    """Add to what a window says how many backorders it leaves out; the same words where there are none."""
    if not count:
        return words
    told = QCoreApplication.translate(
        "left_out", "%n backorders are left out: their customers have to answer first.", None, count
    )
    return f"{words} {told}"
