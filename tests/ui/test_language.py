"""The program speaks the shop's language, this person's own if one was chosen, and English otherwise."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from posim_desktop.domain.errors import RefusedError, TroubleError, refuse
from posim_desktop.domain.why import Why
from posim_desktop.ui.language import choose_language, chosen_language, speak
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.refusals import words_of, words_of_trouble


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    del qapp
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    yield
    QSettings().clear()
    speak("en_US")


@pytest.mark.parametrize(
    ("locale", "words"),
    [("de_DE", "Rückstände"), ("de_AT", "Rückstände"), ("en_GB", "Backorders"), ("fr_FR", "Backorders")],
)
def test_the_language_of_the_shop_is_spoken_and_english_where_there_is_none(locale: str, words: str) -> None:
    speak(locale)
    assert Place.BACKORDERS.label == words


def test_the_last_language_is_spoken_and_no_other() -> None:
    speak("de_DE")
    speak("en_US")
    assert Place.BACKORDERS.label == "Backorders"


def test_a_chosen_language_goes_before_that_of_the_shop() -> None:
    choose_language("de")
    speak("en_US")
    assert chosen_language() == "de"
    assert Place.BACKORDERS.label == "Rückstände"


def test_a_language_that_is_no_longer_there_is_not_spoken() -> None:
    choose_language("tlh")
    speak("de_DE")
    assert chosen_language() == ""
    assert Place.BACKORDERS.label == "Rückstände"


def test_refusals_and_troubles_are_told_in_it() -> None:
    speak("de_DE")
    refused: RefusedError = refuse(Why.NO_ITEM_MATCHES, typed="Tee")
    assert words_of(refused.refusal) == "Kein Artikel passt zu „Tee“."
    trouble = TroubleError(
        "{file} is on a network share, where several tills would damage it. "
        "Keep the file on this computer, or use PostgreSQL for several workstations.",
        file="H:\\laden.sqlite",
    )
    assert str(trouble).startswith("H:\\laden.sqlite is on a network share")
    assert words_of_trouble(trouble).startswith("H:\\laden.sqlite liegt auf einem Netzlaufwerk")


def test_qt_s_own_words_are_in_it(qtbot: QtBot) -> None:
    speak("de_DE")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "Abbrechen"


def test_words_of_nobody_s_context_stay_as_they_are() -> None:
    speak("de_DE")
    assert QCoreApplication.translate("Nowhere", "Backorders") == "Backorders"
