"""What became of the money that a customer paid ahead, in one sum whose figures lead to their rows.

Serves the guide's page "Deposits and credit".
"""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

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


def figure_name(figure: MoneyTerm) -> str:
    """Say what a figure is called."""
    return QCoreApplication.translate("MoneyStrip", _NAMES[figure])


class MoneyStrip(QWidget):
    """Taken + From Credit = On Deposit + Used + Refunded + To Credit + Fees; what is zero is left out.

    Signals:
        chosen(MoneyTerm): The person wants to see what a figure is made of.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.links: dict[MoneyTerm, QPushButton] = {}
        self._terms: dict[MoneyTerm, QWidget] = {}
        self._signs: dict[MoneyTerm, QLabel] = {}
        self.trouble_label = QLabel(self.tr("These amounts do not add up. Run posim-desktop verify."))
        mark(self.trouble_label, role="bad")
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        for figure in _NAMES:
            self._signs[figure] = _sign()
            self._terms[figure] = self._term(figure, figure_name(figure))
            columns.addWidget(self._signs[figure], 0, Qt.AlignmentFlag.AlignBottom)
            columns.addWidget(self._terms[figure])
        columns.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        rows.addLayout(columns)
        rows.addWidget(self.trouble_label)
        self.show_figures(MoneyFigures())

    def _term(self, figure: MoneyTerm, name: str) -> QWidget:
        link = QPushButton()
        link.setObjectName(f"{figure}_link")
        link.setAccessibleName(name)
        link.setAutoDefault(False)
        link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        mark(link, link=True, role="title")
        link.clicked.connect(lambda: self.chosen.emit(figure))
        caption = QLabel(name)
        caption.setBuddy(link)
        mark(caption, role="label")
        term = QWidget()
        pair = QVBoxLayout(term)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(SPACE // 2)
        pair.addWidget(caption)
        pair.addWidget(link)
        self.links[figure] = link
        return term

    def show_figures(self, figures: MoneyFigures) -> None:
        """Show what became of the money."""
        is_first = {True: True, False: True}
        sentence = []
        for figure, term in self._terms.items():
            written = formatting.money(figures.of(figure))
            self.links[figure].setText(written)
            self.links[figure].setAccessibleDescription(written)
            comes_in = figure in _COMES_IN
            shown = bool(figures.of(figure))
            sign = "+" if not is_first[comes_in] else "" if comes_in else "="
            self._signs[figure].setText(sign)
            self._signs[figure].setVisible(shown and bool(sign))
            term.setVisible(shown)
            is_first[comes_in] = is_first[comes_in] and not shown
            if shown:
                sentence.append(f"{sign} {figure_name(figure)} {written}".strip())
        self.setAccessibleName(" ".join(sentence))
        self.trouble_label.setVisible(not figures.add_up)


def _sign() -> QLabel:
    label = QLabel()
    mark(label, role="title")
    return label
