"""Completing what is typed with stored texts, however accents, capitals, apostrophes and hyphens are typed."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget
from typing_extensions import override

from posim_desktop.domain.folding import fold, search_key

_FOLDED = int(Qt.ItemDataRole.UserRole) + 1


class FoldingCompleter(QCompleter):
    """Offers the texts that hold what is typed, both folded."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = QStandardItemModel(self)
        self.setModel(self._texts)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def offer(self, texts: Sequence[str]) -> None:
        """Complete with these from now on."""
        self._texts.clear()
        for text in texts:
            item = QStandardItem(text)
            item.setData(search_key(text), _FOLDED)
            self._texts.appendRow(item)

    @override
    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")
