"""The set-up script, as far as it can be tried on a machine that is already set up."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "fresh.py"


@pytest.fixture
def fresh() -> ModuleType:
    specification = importlib.util.spec_from_file_location("fresh", SCRIPT)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def installed(fresh: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for a Debian that has two of Qt's libraries, one under its newer name."""
    listing = (
        "installed libegl1, \n"
        "installed libglib2.0-0t64, libglib2.0-0 (= 2.84.1-1), libglib2.0-bin\n"
        "config-files libgl1, \n"
    )

    def answer(command: tuple[str, ...], **_options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 0, stdout=listing)

    monkeypatch.setattr(fresh.subprocess, "run", answer)


@pytest.mark.usefixtures("installed")
def test_only_missing_packages_are_asked_for(fresh: ModuleType) -> None:
    assert fresh.missing_packages(["libegl1", "libglib2.0-0", "libgl1"]) == ["libgl1"]


def test_an_ordinary_user_is_told_the_one_command(fresh: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fresh.os, "geteuid", lambda: 1000)

    with pytest.raises(SystemExit, match=r"sudo sh -c 'apt-get update && apt-get install .*libgl1'"):
        fresh.install_system_packages(["libegl1", "libgl1"])


def test_nothing_is_installed_when_nothing_is_missing(fresh: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fresh, "step", lambda *_: pytest.fail("nothing was to be done"))

    fresh.install_system_packages([])


@pytest.mark.parametrize(("job", "wants"), [("run", False), ("test", True)])
def test_only_the_tests_want_a_postgresql_server(
    fresh: ModuleType, monkeypatch: pytest.MonkeyPatch, job: str, *, wants: bool
) -> None:
    monkeypatch.setattr(fresh, "has_postgresql", lambda: False)

    assert ("postgresql" in fresh.wanted_packages(job)) is wants


@pytest.mark.parametrize(("display", "wants"), [("", False), (":0", True)])
def test_a_screen_wants_its_libraries(
    fresh: ModuleType, monkeypatch: pytest.MonkeyPatch, display: str, *, wants: bool
) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", display)

    assert ("libxcb-cursor0" in fresh.wanted_packages("run")) is wants


def test_a_failing_check_ends_the_run_with_its_status(fresh: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        fresh.step("A failing check", "sh", "-c", "exit 7")

    assert end.value.code == 7
    said = capfd.readouterr()
    assert "== A failing check ==" in said.out
    assert "A failing check: failed with status 7." in said.err


def test_what_a_program_compiled_the_next_one_finds(
    fresh: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    fresh.step("Ask", sys.executable, "-c", "import sys; print(sys.dont_write_bytecode)")
    assert capfd.readouterr().out.splitlines()[-1] == "False"
