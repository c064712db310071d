"""What every test begins with; the databases and Qt only where a test may ask for them.

The rules of ``domain`` need neither, so ``pytest tests/domain`` loads neither: it is there and back in a moment.
"""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from pytestqt import plugin as qt

from posim_desktop.domain.money import USUAL_DECIMALS, count_in

# Before anything imports Qt. Say QT_QPA_PLATFORM=xcb to watch the windows.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # the log-in screen speaks the language of the computer
_GARBAGE = (20_000, 10, 10)
PURE = Path(__file__).parent / "domain"

# pytest-qt imports Qt as soon as it is configured, so "addopts" leaves it out. Its options are known at once, as
# pytest wants it; the rest of it follows in pytest_configure.
pytest_addoption = qt.pytest_addoption


def pytest_configure(config: pytest.Config) -> None:
    """Load the databases' fixtures and pytest-qt, unless only pure rules are to be tested."""
    asked = [Path(argument.partition("::")[0]).absolute() for argument in config.args]
    if all(path.is_relative_to(PURE) for path in asked):
        return
    config.pluginmanager.import_plugin("databases")
    config.pluginmanager.import_plugin("quiet")
    # Reading a hundred thousand lines of tests makes no garbage, and what they are made of stays: none of it is looked
    # through for garbage again and again.
    gc.disable()
    rest_of_qt = ModuleType("rest_of_qt")
    vars(rest_of_qt).update((name, value) for name, value in vars(qt).items() if name != "pytest_addoption")
    config.pluginmanager.register(rest_of_qt)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look for garbage again, among what the tests themselves make."""
    del session
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GARBAGE)
    gc.enable()


@pytest.fixture(autouse=True)
def _money_as_in_most_shops() -> None:
    """Count in whole cents of two places, whatever a shop that another test opened has left behind."""
    count_in(USUAL_DECIMALS)


@pytest.fixture(scope="session", autouse=True)
def _away_from_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep tests from the settings and the shop of the person who runs them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("POSIM_DATABASE_URL", raising=False)
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
            folder = home / variable.lower()
            folder.mkdir(mode=0o700)  # Qt warns of a runtime folder that others may read
            patch.setenv(variable, str(folder))
        yield
