"""Qt for Python keeps count of what it is given: before Python 3.12 a till would end when None is used up."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QGridLayout, QLabel
from pytestqt.qtbot import QtBot
from typing_extensions import override

_TIMES = 200
_SLACK = _TIMES // 2  # what else goes on in the program borrows and returns a few


class _Silent(QAbstractTableModel):
    """A model that has nothing to say about its one cell."""

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 1

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 1

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> None:
        return None


def _ask_for_a_property() -> Callable[[], object]:
    asked = QObject()
    return lambda: asked.property("there_is_none")


def _polish() -> Callable[[], object]:
    label = QLabel("words")

    def polish() -> None:
        label.style().unpolish(label)
        label.style().polish(label)

    return polish


def _ask_a_model() -> Callable[[], object]:
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(_Silent(proxy))
    return lambda: proxy.data(proxy.index(0, 0), Qt.ItemDataRole.DisplayRole)


def _take_from_an_empty_layout() -> Callable[[], object]:
    layout = QGridLayout()
    return lambda: layout.takeAt(0)


@pytest.mark.parametrize("make", [_ask_for_a_property, _polish, _ask_a_model, _take_from_an_empty_layout])
def test_no_reference_is_given_back_that_was_not_taken(qtbot: QtBot, make: Callable[[], Callable[[], object]]) -> None:
    del qtbot
    use = make()
    use()
    before = [sys.getrefcount(each) for each in (None, True, False)]
    for _ in range(_TIMES):
        use()
    lost = [was - sys.getrefcount(each) for was, each in zip(before, (None, True, False), strict=True)]
    assert max(lost) < _SLACK
