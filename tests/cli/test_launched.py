"""A client started from a link has no console: what goes wrong is shown all the same."""

import sys

import pytest

from posim_desktop.cli import launched
from posim_desktop.settings import program_version


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    messages: list[str] = []
    monkeypatch.setattr(launched, "show", messages.append)
    return messages


def close_console(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the streams away; in the test itself, because pytest gives new ones after the fixtures."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)


def test_a_refusal_is_shown(shown: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    close_console(monkeypatch)
    assert launched.launch(["--settings", "nowhere.toml", "verify"], show_trouble=True) == 2
    assert shown == ["posim-desktop: There is no settings file nowhere.toml."]
    assert sys.stderr is None


def test_what_nobody_foresaw_is_shown(shown: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(_arguments: list[str]) -> int:
        raise ZeroDivisionError

    close_console(monkeypatch)
    monkeypatch.setattr(launched, "run", fall)
    assert launched.launch(["sales"], show_trouble=True) == 1
    assert "ZeroDivisionError" in shown[0]


def test_what_goes_well_shows_nothing(shown: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    close_console(monkeypatch)
    assert launched.launch(["--version"], show_trouble=True) == 0
    assert shown == []


def test_a_script_is_not_kept_waiting(shown: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["posim-sales.exe", "sales", "--settings", "nowhere.toml", "verify"])
    close_console(monkeypatch)
    with pytest.raises(SystemExit) as end:
        launched.main()
    assert end.value.code == 2
    assert shown == []


def test_with_a_console_it_is_the_command(
    shown: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["posim-sales.exe", "sales", "--version"])
    with pytest.raises(SystemExit) as end:
        launched.main()
    assert end.value.code == 0
    assert capsys.readouterr().out == f"posim-desktop {program_version()}\n"
    assert shown == []
