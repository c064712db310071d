"""Says that somebody else changed the card that is being edited, and asks whose content is to stay."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from posim_desktop.queries.feed import ChangedBy
from posim_desktop.ui import formatting
from posim_desktop.ui.widgets.card import Difference
from posim_desktop.ui.widgets.chips import Banner

_MOST_FIELDS = 3
_LONGEST = 40


class ConflictBanner(Banner):
    """The question, with a button for each answer; the banner's own button takes theirs.

    Signals:
        kept: What was typed here is to stay.
    """

    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflict_banner")
        self.keep_button = QPushButton(self.tr("Keep Mine"))
        self.keep_button.setObjectName("keep_button")
        self.keep_button.setAccessibleName(self.keep_button.text())
        self.keep_button.clicked.connect(self.kept)
        columns = self.layout()
        if columns is not None:
            columns.addWidget(self.keep_button)

    def ask(self, who: ChangedBy | None, differences: Sequence[Difference] | None) -> None:
        """Say who changed the card, where, and what is different.

        Args:
            who: Whoever wrote last.
            differences: The fields that both wrote into; None where fields cannot be compared.
        """
        name = who.name if who is not None and who.name else self.tr("Somebody")
        place = who.workstation if who is not None else self.tr("another workstation")
        message = self.tr("{name} changed this card at {place} while you were editing it.")
        if differences is not None and not differences:
            message = self.tr("{name} changed other fields of this card at {place}. Keep Mine keeps both.")
        sentences = [message.format(name=name, place=place)]
        for field in (differences or ())[:_MOST_FIELDS]:
            words = self.tr("{field}: yours {mine}, theirs {theirs}.")
            sentences.append(
                words.format(field=field.label, mine=self._quoted(field.mine), theirs=self._quoted(field.theirs))
            )
        left = len(differences or ()) - _MOST_FIELDS
        if left > 0:
            sentences.append(self.tr("More fields: {count}.").format(count=formatting.count(left)))
        self.show_message("attention", " ".join(sentences), self.tr("Use Theirs"))

    def _quoted(self, content: str) -> str:
        words = " ".join(content.split())
        if not words:
            return self.tr("nothing")
        return f"“{words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + '…'}”"
