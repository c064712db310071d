"""Guide: "Preferences": what is heard at a till, by a player that writes down what it is given."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog
from pytestqt.qtbot import QtBot

from posim_desktop.domain.sales.scan_codes import invoice_code
from posim_desktop.tour import hands
from posim_desktop.ui import sounds
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.shop.preferences import PreferencesDialog
from posim_desktop.ui.sounds import Sound
from workflows.drivers.till import Till, TillShop

Heard = Callable[[], list[str]]


@pytest.fixture
def shop(database_url: str, tmp_path: Path, qtbot: QtBot) -> Iterator[TillShop]:
    del qtbot  # makes the application, and fails the test when Qt warns
    shop = TillShop(database_url, tmp_path)
    yield shop
    shop.close()


@pytest.fixture
def till(shop: TillShop) -> Till:
    shop.has_item("KETTLE", "Enamel kettle", on_hand="5")
    shop.has_item("MUG-RED", "Mug, red", on_hand="50")
    shop.has_item("MUG-BLUE", "Mug, blue", on_hand="50")
    return shop.opens_till()


def _player(folder: Path, name: str = "paplay", *, then: str = "") -> Path:
    """Write a program that plays nothing and writes down what it was to play."""
    heard = folder / f"heard_{name}"
    heard.touch()
    program = folder / name
    program.write_text(f'#!/bin/sh\nfor file; do :; done\nbasename "$file" .wav >> "{heard}"\n{then}\n')
    program.chmod(0o755)
    return heard


@pytest.fixture
def players(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the folder where the programs that play sounds are looked for first."""
    folder = tmp_path / "players"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    sounds._players.cache_clear()
    sounds.switch(on=True)
    yield folder
    sounds.switch(on=False)
    sounds._players.cache_clear()


@pytest.fixture
def heard(players: Path) -> Heard:
    file = _player(players)
    return lambda: file.read_text().split()


def _sounds_page() -> QDialog:
    dialog = hands.dialog("Preferences")
    assert isinstance(dialog, PreferencesDialog)
    dialog.show_page("Sounds")
    hands.settle()
    return dialog


def test_a_scan_that_is_taken_one_that_is_not_and_a_question_are_told_apart(heard: Heard, till: Till) -> None:
    till.scan("KETTLE")
    hands.wait_for(lambda: heard() == ["good"], "the sound of a scan")
    till.scan("NOSUCH")
    hands.wait_for(lambda: heard() == ["good", "not_taken"], "the sound of a scan that was not taken")
    till.enter("NOSUCH")
    hands.wait_for(lambda: heard()[2:] == ["refused"], "the sound of a refusal")
    till.enter("9*KETTLE")
    hands.wait_for(lambda: heard()[3:] == ["attention"], "the sound of a question")
    till.answer("Cancel")
    till.enter("mug")
    hands.wait_for(lambda: heard()[4:] == ["attention"], "the sound of a choice")
    till.press("Discard")
    hands.wait_for(lambda: heard()[5:] == ["attention"], "the sound of a question")


def test_what_is_asked_about_is_heard_again_when_it_is_answered(heard: Heard, till: Till) -> None:
    till.enter("9*KETTLE")
    till.answer("Back Order")
    hands.wait_for(lambda: heard() == ["attention", "good"], "both sounds")


def test_sounds_are_switched_off_in_the_preferences(heard: Heard, shop: TillShop, till: Till) -> None:
    assert shop.client is not None
    hands.menu(shop.client, "File", "Preferences")
    dialog = _sounds_page()
    hands.press(dialog, "Play Refused")
    hands.wait_for(lambda: heard() == ["refused"], "the sound asked for")
    box = hands.button(dialog, "Play sounds")
    assert isinstance(box, QCheckBox)
    assert box.isChecked()
    box.click()
    hands.press(dialog, "OK")

    till.scan("KETTLE")
    till.enter("NOSUCH")
    sounds.play_anyway(Sound.ATTENTION)
    hands.wait_for(lambda: heard() == ["refused", "attention"], "only what was asked for")
    assert not sounds.are_on()


def test_nobody_waits_for_a_player(players: Path, tmp_path: Path, till: Till) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    file = _player(players, then=f'read go < "{gate}"')
    till.scan("KETTLE")
    hands.wait_for(lambda: file.read_text().split() == ["good"], "the first sound")

    for _ in range(4):
        till.scan("KETTLE")  # the till goes on while the first sound is still played
    assert till.lines("Qty") == [("5",)]

    opened = os.open(gate, os.O_RDWR)
    os.write(opened, b"go\n" * 5)
    hands.wait_for(sounds._waiting().empty, "silence")
    os.close(opened)
    assert len(file.read_text().split()) < 5, "what comes too late tells nothing any more"


def test_a_player_that_cannot_play_leaves_it_to_the_next(players: Path, till: Till) -> None:
    silent, heard = _player(players, "paplay", then="exit 1"), _player(players, "aplay")
    till.scan("KETTLE")
    hands.wait_for(lambda: heard.read_text().split() == ["good"], "the second player")
    assert silent.read_text().split() == ["good"]


def test_a_computer_without_a_player_is_silent(
    players: Path, till: Till, shop: TillShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(players))
    till.scan("KETTLE")
    hands.key(Qt.Key.Key_Escape)
    assert till.lines("Item ID") == [("KETTLE",)]
    assert shop.client is not None
    hands.menu(shop.client, "File", "Preferences")
    dialog = _sounds_page()
    assert any("none of the programs that play sounds" in words for words in hands.words_on(dialog))
    assert not hands.button(dialog, "Play Taken").isEnabled()


def test_a_slip_is_taken_at_the_till_and_at_pick_up_or_not(heard: Heard, shop: TillShop, till: Till) -> None:
    till.enter("KETTLE")
    till.pay_and_post()
    hands.wait_for(lambda: heard() == ["good"], "the sound of a scan")

    till.scan(invoice_code(1))
    hands.wait_for(lambda: heard()[1:] == ["good"], "the receipt that was taken")
    hands.press(hands.dialog("Return Items of Invoice 1"), "Cancel")
    till = till.reopened()
    till.scan(invoice_code(99))
    hands.wait_for(lambda: heard()[2:] == ["refused"], "the slip that leads nowhere")

    assert shop.client is not None
    pick_up = shop.client.open(Place.PICK_UP)
    assert pick_up is not None
    for typed in (invoice_code(99), "nobody", invoice_code(1)):
        hands.fill(pick_up, "Find", typed)
        hands.key(Qt.Key.Key_Return)
    hands.wait_for(lambda: heard()[3:] == ["refused", "refused", "good"], "two that lead nowhere and one that does")
