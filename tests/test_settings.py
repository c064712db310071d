"""Where a workstation keeps things: the file may say it all, some of it, or not exist."""

from pathlib import Path

import pytest

from posim_desktop.settings import load_settings, own_folder, sqlite_url


def _file(folder: Path, text: str) -> Path:
    file = folder / "settings.toml"
    file.write_text(text, "utf-8")
    return file


def test_what_the_file_says_is_taken(tmp_path: Path) -> None:
    words = 'database_url = "postgresql://shop@server/shop"\nworkstation = "Counter 2"\npoll_seconds = 0.5\n'
    settings = load_settings(_file(tmp_path, words))
    assert settings.database_url == "postgresql://shop@server/shop"
    assert (settings.workstation, settings.poll_seconds) == ("Counter 2", 0.5)


def test_without_a_file_the_shop_is_one_file_in_the_data_folder(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "none.toml")
    assert settings.database_url == sqlite_url(settings.data_folder / "shop.sqlite")


def test_a_data_folder_of_ones_own_holds_the_shop(tmp_path: Path) -> None:
    settings = load_settings(_file(tmp_path, f'data_folder = "{tmp_path.as_posix()}"\n'))
    assert settings.database_url == sqlite_url(tmp_path / "shop.sqlite")


def test_the_environment_wins_for_one_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSIM_DATABASE_URL", "sqlite:////elsewhere/shop.sqlite")
    settings = load_settings(_file(tmp_path, 'database_url = "postgresql://shop@server/shop"\n'))
    assert settings.database_url == "sqlite:////elsewhere/shop.sqlite"


def test_a_long_name_of_a_workstation_is_cut_to_what_the_tables_hold(tmp_path: Path) -> None:
    assert load_settings(_file(tmp_path, f'workstation = "{"x" * 200}"\n')).workstation == "x" * 80


@pytest.mark.parametrize("name", ["resources", "migrations"])
def test_the_program_finds_its_own_folders(name: str) -> None:
    assert own_folder(name).is_dir()


def test_a_damaged_program_says_what_is_missing() -> None:
    with pytest.raises(FileNotFoundError, match="Reinstall the program"):
        own_folder("not-there")
