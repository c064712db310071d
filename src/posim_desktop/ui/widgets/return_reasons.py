"""Why goods come back, as far as the program knows. Serves the guide's page "Returns"."""

from PySide6.QtCore import QCoreApplication


def known_reasons() -> tuple[str, ...]:
    """List the reasons that are offered where the shop has none of its own."""
    return (
        _tr("Does not fit"),
        _tr("Does not please"),
        _tr("Does not work"),
        _tr("Wrong item"),
        _tr("Found it cheaper"),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("returns", words)
