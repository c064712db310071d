"""Scans are kept in a private file of this computer, for the next start; two programs do not take each other's."""

import stat
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from posim_desktop.ui.kept_scans import KeptScan, KeptScans

URL = "sqlite:///shop.sqlite"
MUG = KeptScan("5012345678900", why="No item has this code.")
LOT = KeptScan("]d210A\x1d21ä", "3", str(uuid4()))


def test_what_was_not_dealt_with_is_there_at_the_next_start(tmp_path: Path) -> None:
    first, nothing = KeptScans(tmp_path, URL).open("till")
    assert first is not None
    first.write((MUG,))
    first.write((MUG, LOT))
    first.close()
    again, left = KeptScans(tmp_path, URL).open("till")
    assert (nothing, left) == ((), (MUG, LOT))
    assert again is not None
    again.write(())
    again.close()
    assert KeptScans(tmp_path, URL).open("till")[1] == ()


def test_screens_and_shops_have_their_own(tmp_path: Path) -> None:
    first, _ = KeptScans(tmp_path, URL).open("till")
    assert first is not None
    first.write((MUG,))
    first.close()
    assert KeptScans(tmp_path, URL).open("receiving")[1] == ()
    assert KeptScans(tmp_path, "sqlite:///demo.sqlite").open("till")[1] == ()


def test_a_program_leaves_what_a_running_one_keeps_and_takes_over_what_a_dead_one_left(tmp_path: Path) -> None:
    one, _ = KeptScans(tmp_path, URL).open("till")
    two, left = KeptScans(tmp_path, URL).open("till")
    assert one is not None
    assert two is not None
    assert left == ()
    one.write((MUG,))
    two.write((LOT,))
    one.close()
    two.close()
    three, left = KeptScans(tmp_path, URL).open("till")
    assert left == (MUG, LOT)
    assert three is not None
    three.close()
    assert KeptScans(tmp_path, URL).open("till")[1] == (MUG, LOT), "they are in the one file by now"
    assert len(list(tmp_path.glob("*.txt"))) == 1


@pytest.mark.parametrize("rest", ['[["half', '{"a": 1}\n', "[[1]]\n", '[["x", null, "no key", "why"]]\n', "\x00\n"])
def test_a_line_that_a_crash_cut_off_loses_only_itself(tmp_path: Path, rest: str) -> None:
    first, _ = KeptScans(tmp_path, URL).open("till")
    assert first is not None
    first.write((MUG,))
    first.close()
    (file,) = tmp_path.glob("*.txt")
    with file.open("a", encoding="utf-8") as lines:
        lines.write(rest)
    assert KeptScans(tmp_path, URL).open("till")[1] == (MUG,)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says it otherwise")
def test_nobody_else_reads_them(tmp_path: Path) -> None:
    KeptScans(tmp_path, URL).open("till")
    (file,) = tmp_path.glob("*.txt")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_written_is_no_reason_not_to_trade(tmp_path: Path) -> None:
    assert KeptScans(tmp_path / "nowhere", URL).open("till") == (None, ())
