"""The ticks of a Role card: eight sentences, and the single deeds of each. Serves the guide's page on roles."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posim_desktop.domain.permits import Permission
from posim_desktop.ui.people.deeds import DEEDS, SENTENCES, Sentence, said
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.edits import with_hint

_NAME_WIDTH = 46 * SPACE
_TICKS_IN_A_ROW = 2


class _DeedBox(QCheckBox):
    """The tick of one deed."""

    def __init__(self, deed: Permission) -> None:
        super().__init__(said(DEEDS[deed]))
        self.setObjectName(f"{deed.name.lower()}_box")
        self.setAccessibleName(self.text())


class _SentenceBox(QCheckBox):
    """The tick of a sentence: ticked, partly ticked or not, as its deeds are; a press ticks all of them or none."""

    def __init__(self, sentence: Sentence, boxes: dict[Permission, _DeedBox]) -> None:
        super().__init__(said(sentence.name))
        self.setObjectName(f"{'_'.join(sentence.name.lower().split())}_sentence_box")
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(said(sentence.words))
        self._boxes = [boxes[deed] for deed in sentence.deeds]
        self.clicked.connect(self._on_clicked)
        for box in self._boxes:
            box.toggled.connect(self.look)
        self.look()

    def look(self) -> None:
        """Show what the deeds say."""
        ticked = sum(box.isChecked() for box in self._boxes)
        state = Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked
        self.setCheckState(Qt.CheckState.Checked if ticked == len(self._boxes) else state)

    def _on_clicked(self) -> None:
        usable = [box for box in self._boxes if box.isEnabled()]
        ticked = not all(box.isChecked() for box in usable)
        for box in usable:
            box.setChecked(ticked)
        self.look()


class DeedBoxes(QWidget):
    """What a role lets its people do.

    Signals:
        changed: A deed was ticked, or is no longer.
    """

    changed = Signal()

    def __init__(self, limits: dict[Permission, QWidget]) -> None:
        """Make the ticks.

        Args:
            limits: What stands with the sentence of a deed: how far it goes.
        """
        super().__init__()
        self.setObjectName("permissions_edit")
        self._boxes = {deed: _DeedBox(deed) for deed in Permission}
        self._single: list[QWidget] = []
        self.sentences: list[_SentenceBox] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        grid.setColumnStretch(1, 1)
        for row, sentence in enumerate(SENTENCES):
            whole = _SentenceBox(sentence, self._boxes)
            mark(whole, role="strong")
            self.sentences.append(whole)
            grid.addWidget(whole, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(self._build_rest(sentence, limits), 2 * row, 1)
            grid.addWidget(self._build_single(sentence), 2 * row + 1, 0, 1, 2)
        for box in self._boxes.values():
            box.toggled.connect(self.changed)
        self.show_single(shown=False)

    def _build_rest(self, sentence: Sentence, limits: dict[Permission, QWidget]) -> QVBoxLayout:
        rest = QVBoxLayout()
        rest.setSpacing(SPACE)
        rest.setContentsMargins(0, SPACE, 0, SPACE)
        words = QLabel(said(sentence.words))
        words.setWordWrap(True)
        rest.addWidget(words)
        for deed in sentence.deeds:
            if deed in limits:
                rest.addWidget(limits[deed])
        return rest

    def _build_single(self, sentence: Sentence) -> QWidget:
        """Put the ticks of the single deeds under their sentence; one of a single deed is its tick."""
        ticks = QWidget()
        grid = QGridLayout(ticks)
        grid.setContentsMargins(7 * SPACE, 0, 0, SPACE)
        grid.setVerticalSpacing(0)
        for place, deed in enumerate(sentence.deeds):
            grid.addWidget(self._boxes[deed], *divmod(place, _TICKS_IN_A_ROW))
        if len(sentence.deeds) > 1:
            self._single.append(ticks)
        else:
            ticks.hide()
        return ticks

    def boxes(self) -> Iterator[QCheckBox]:
        """Give the tick of each deed."""
        yield from self._boxes.values()

    def show_single(self, *, shown: bool) -> None:
        """Show the single deeds, or the sentences only."""
        for ticks in self._single:
            ticks.setVisible(shown)

    def let_be_ticked(self, is_free: Callable[[Permission], bool], why_not: Callable[[Permission], str]) -> None:
        """Let some deeds be ticked.

        Args:
            is_free: Whether a deed may be.
            why_not: What is said where it may not.
        """
        for deed, box in self._boxes.items():
            free = is_free(deed)
            box.setEnabled(free)
            box.setToolTip("" if free else why_not(deed))
            box.setAccessibleDescription(box.toolTip())
        for sentence, whole in zip(SENTENCES, self.sentences, strict=True):
            whole.setEnabled(any(self._boxes[deed].isEnabled() for deed in sentence.deeds))
            whole.setToolTip("" if whole.isEnabled() else why_not(sentence.deeds[0]))

    def is_ticked(self, deed: Permission) -> bool:
        """Return whether a deed is ticked."""
        return self._boxes[deed].isChecked()

    def value(self) -> frozenset[Permission]:
        """Return what is ticked."""
        return frozenset(deed for deed, box in self._boxes.items() if box.isChecked())

    def set_value(self, deeds: frozenset[Permission], /) -> None:
        """Tick some deeds and no others."""
        for deed, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(deed in deeds)
        for sentence in self.sentences:
            sentence.look()
        self.changed.emit()


def with_words(before: str, edit: QWidget) -> QWidget:
    """Put a short input behind its words, on a line."""
    line = QWidget()
    columns = QHBoxLayout(line)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.setSpacing(2 * SPACE)
    name = QLabel(before)
    name.setBuddy(edit)
    mark(name, role="label")
    columns.addWidget(name)
    columns.addWidget(with_hint(edit))
    columns.addStretch(1)
    return line
