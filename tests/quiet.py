"""Keeps the windows of tests from being heard where somebody runs them; tests of sounds switch them on."""

import pytest

from posim_desktop.ui import sounds


@pytest.fixture(scope="session", autouse=True)
def _quiet(_away_from_home: None) -> None:
    sounds.switch(on=False)
