"""A database file on another computer's disk is refused; SQLite's locks do not hold there."""

from pathlib import Path

import pytest

from posim_desktop.domain.errors import TroubleError
from posim_desktop.services import database, network_share

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/shop /mnt/the\\040shop cifs rw 0 0
server:/home /home nfs4 rw 0 0
tmpfs /home/ana/local tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("/var/lib/shop.sqlite", "ext4"),
        ("/mnt/the shop/shop.sqlite", "cifs"),
        ("/home/ana/shop.sqlite", "nfs4"),
        ("/home/ana/local/shop.sqlite", "tmpfs"),
    ],
)
def test_the_innermost_mount_decides(file: str, kind: str) -> None:
    assert network_share.file_system_of(Path(file), MOUNTS) == kind


def test_this_machine_keeps_temporary_files_itself(tmp_path: Path) -> None:
    assert not network_share.is_on_network_share(tmp_path / "shop.sqlite")


def test_a_share_is_refused_with_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/export {tmp_path} nfs4 rw 0 0\n", "utf-8")
    monkeypatch.setattr(network_share, "_MOUNTS", mounts)
    with pytest.raises(TroubleError, match="PostgreSQL"):
        database.open_engine(f"sqlite:///{tmp_path / 'shop.sqlite'}")
    assert not (tmp_path / "shop.sqlite").exists()
