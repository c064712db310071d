"""Under which number of their own, and for which job, a customer ordered. Serves the guide's page "Sell"."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def order_words(orders: Iterable[str], jobs: Iterable[str]) -> list[str]:
    """Say under which orders and for which jobs of the customer's own, each once; nothing where nobody said."""
    words = ((_tr("Order {names}"), orders), (_tr("Job {names}"), jobs))
    named = ((phrase, ", ".join(dict.fromkeys(filter(None, names)))) for phrase, names in words)
    return [phrase.format(names=names) for phrase, names in named if names]


def _tr(words: str) -> str:
    return QCoreApplication.translate("order_words", words)
