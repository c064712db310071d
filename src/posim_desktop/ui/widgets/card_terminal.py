"""The card terminal of this user on this computer. Serves the guide's page "Card terminals"."""

from PySide6.QtCore import QSettings

_WHERE = "card_terminal/where"


def card_terminal() -> str:
    """Tell where this workstation's card terminal is; empty when it has none."""
    return str(QSettings().value(_WHERE, ""))


def use_card_terminal(where: str) -> None:
    """Ask that one from now on."""
    QSettings().setValue(_WHERE, where)
