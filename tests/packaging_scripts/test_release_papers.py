"""What goes out beside the installer names every part of it, and the installer itself by its sum."""

import hashlib
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = {package["name"]: package for package in tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]}
REQUIRED = {  # by the schemas of winget 1.6
    "version": {"PackageIdentifier", "PackageVersion", "DefaultLocale", "ManifestType", "ManifestVersion"},
    "installer": {"PackageIdentifier", "PackageVersion", "Installers", "ManifestType", "ManifestVersion"},
    "defaultLocale": {
        *("PackageIdentifier", "PackageVersion", "PackageLocale", "Publisher", "PackageName", "License"),
        *("ShortDescription", "ManifestType", "ManifestVersion"),
    },
}
"""What each manifest must have, as the schemas of winget say."""


def test_every_part_that_ships_is_listed_with_its_hash() -> None:
    from locked_wheels import export, needed_on_windows  # noqa: PLC0415 - see conftest.py
    from release_papers import sbom  # noqa: PLC0415 - as above

    uv = Path(sys.executable).with_name("uv")
    parts = sbom(ROOT, uv)
    assert (parts["bomFormat"], parts["specVersion"]) == ("CycloneDX", "1.5")
    listed = {part["name"]: part for part in parts["components"]}
    shipped = {wheel.name for wheel in needed_on_windows(export(ROOT, uv))}
    assert shipped <= set(listed)
    assert "python" in listed
    for name in shipped:
        assert listed[name]["version"] == LOCK[name]["version"]
        sums = {each["content"] for found in listed[name]["externalReferences"] for each in found["hashes"]}
        assert {wheel["hash"].removeprefix("sha256:") for wheel in LOCK[name]["wheels"]} <= sums


def test_the_manifests_name_setup_by_its_sum(tmp_path: Path) -> None:
    from release_papers import IDENTIFIER, winget  # noqa: PLC0415 - see conftest.py

    setup = tmp_path / "posim-desktop-1.2.0-setup.exe"
    setup.write_bytes(b"MZ")
    manifests = winget(setup, "https://shop.example/posim-desktop-1.2.0-setup.exe", "1.2.0")
    assert re.fullmatch(r"[^.\s\\/:*?\"<>|]{1,32}(\.[^.\s\\/:*?\"<>|]{1,32}){1,7}", IDENTIFIER)
    for written in manifests.values():
        fields = {line.partition(":")[0]: line.partition(": ")[2] for line in written.splitlines()}
        assert REQUIRED[fields["ManifestType"]] <= set(fields)
        assert (fields["PackageIdentifier"], fields["PackageVersion"]) == (IDENTIFIER, "1.2.0")
    told = manifests[f"{IDENTIFIER}.installer.yaml"]
    assert f"InstallerSha256: {hashlib.sha256(b'MZ').hexdigest().upper()}\n" in told
    script = (ROOT / "packaging" / "windows" / "setup.nsi").read_text("utf-8")
    for code in re.findall(r"InstallerReturnCode: (\d+)", told):
        assert re.search(rf"\b{code} \w", script.partition("Exit codes:")[2].partition("\n")[0])
