"""What became of the money that a customer paid ahead, in one sum whose figures lead to their rows.

Serves the guide's page "Deposits and credit".
"""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.queries.money_held import MoneyFigures, MoneyTerm
from posim_desktop.ui import formatting
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP
from posim_desktop.ui.style import SPACE, mark

_NAMES = {
    MoneyTerm.TAKEN: QT_TRANSLATE_NOOP("MoneyStrip", "Taken"),
    MoneyTerm.FROM_CREDIT: QT_TRANSLATE_NOOP("MoneyStrip", "From Credit"),
    MoneyTerm.ON_DEPOSIT: QT_TRANSLATE_NOOP("MoneyStrip", "On Deposit"),
    MoneyTerm.USED: QT_TRANSLATE_NOOP("MoneyStrip", "Used"),
    MoneyTerm.REFUNDED: QT_TRANSLATE_NOOP("MoneyStrip", "Refunded"),
    MoneyTerm.TO_CREDIT: QT_TRANSLATE_NOOP("MoneyStrip", "To Credit"),
    MoneyTerm.FEES: QT_TRANSLATE_NOOP("MoneyStrip", "Fees"),
}
_COMES_IN = frozenset({MoneyTerm.TAKEN, MoneyTerm.FROM_CREDIT})
_GAP = 2 * SPACE


def figure_name(figure: MoneyTerm) -> str:
    """Say what a figure is called."""
    return QCoreApplication.translate("MoneyStrip", _NAMES[figure])


class MoneyStrip(QWidget):
    """Taken + From Credit = On Deposit + Used + Refunded + To Credit + Fees; what is zero is left out.

    What does not fit on one line goes on the next.

    Signals:
        chosen(MoneyTerm): The person wants to see what a figure is made of.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Ignored: it is as wide as its place, however much there is to say.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.trouble_label = QLabel(self.tr("These amounts do not add up. Run posim-desktop verify."))
        mark(self.trouble_label, role="bad")
        self._terms = {figure: _Term(figure, self) for figure in _NAMES}
        self._lines = tuple(QHBoxLayout() for _ in _NAMES)
        self._arranged: list[list[MoneyTerm]] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        for line in self._lines:
            line.setSpacing(_GAP)
            rows.addLayout(line)
        rows.addWidget(self.trouble_label)
        for figure, term in self._terms.items():
            term.link.clicked.connect(lambda _checked=False, chosen=figure: self.chosen.emit(chosen))
        self.links = {figure: term.link for figure, term in self._terms.items()}
        self.show_figures(MoneyFigures())

    def show_figures(self, figures: MoneyFigures) -> None:
        """Show what became of the money."""
        is_first = {True: True, False: True}
        sentence = []
        for figure, term in self._terms.items():
            written = formatting.money(figures.of(figure))
            comes_in = figure in _COMES_IN
            sign = "+" if not is_first[comes_in] else "" if comes_in else "="
            term.show_amount(sign, written)
            term.setVisible(bool(figures.of(figure)))
            if figures.of(figure):
                is_first[comes_in] = False
                sentence.append(f"{sign} {figure_name(figure)} {written}".strip())
        self.setAccessibleName(" ".join(sentence))
        self.trouble_label.setVisible(not figures.add_up)
        self._arrange()

    def wide(self) -> int:
        """Return how wide it is on one line."""
        return sum(term.sizeHint().width() + _GAP for term in self._terms.values() if not term.isHidden())

    def _arrange(self) -> None:
        """Put the terms on as many lines as they need."""
        lines: list[list[MoneyTerm]] = [[]]
        left = self.width()
        for figure, term in self._terms.items():
            if term.isHidden():
                continue
            wide = term.sizeHint().width() + _GAP
            if wide > left and lines[-1]:
                lines.append([])
                left = self.width()
            lines[-1].append(figure)
            left -= wide
        if lines == self._arranged:
            return
        self._arranged = lines
        for line in self._lines:
            while line.count():
                line.takeAt(0)
        for line, figures in zip(self._lines, lines, strict=False):
            for figure in figures:
                line.addWidget(self._terms[figure])
            line.addStretch(1)
        self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


class _Term(QWidget):
    """A sign, and a figure under its name."""

    def __init__(self, figure: MoneyTerm, strip: QWidget) -> None:
        super().__init__(strip)
        name = figure_name(figure)
        self.sign = QLabel()
        mark(self.sign, role="title")
        self.link = QPushButton()
        self.link.setObjectName(f"{figure}_link")
        self.link.setAccessibleName(name)
        self.link.setAutoDefault(False)
        self.link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        mark(self.link, link=True, role="title")
        caption = QLabel(name)
        caption.setBuddy(self.link)
        mark(caption, role="label")
        pair = QVBoxLayout()
        pair.setSpacing(SPACE // 2)
        pair.addWidget(caption)
        pair.addWidget(self.link)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(_GAP)
        columns.addWidget(self.sign)
        columns.addLayout(pair)
        self.sign.setContentsMargins(0, caption.sizeHint().height(), 0, 0)

    def show_amount(self, sign: str, written: str) -> None:
        """Show the amount behind its sign."""
        self.sign.setText(sign)
        self.sign.setVisible(bool(sign))
        self.link.setText(written)
        self.link.setAccessibleDescription(written)
