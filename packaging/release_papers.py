"""Writes what goes out beside the installer: the list of its parts, and what winget asks.

    python3 packaging/release_papers.py sbom FILE             the parts of the program as CycloneDX, from uv.lock
    python3 packaging/release_papers.py winget SETUP URL DIR  three manifests; URL is where Setup will be

The first is written with every build of the installer.
"""

import argparse
import hashlib
import json
import subprocess
from pathlib import Path
from typing import Any

import fresh
from launchers import COPYRIGHT, PUBLISHER
from locked_wheels import version_of
from windows_python import VERSION as PYTHON_VERSION

IDENTIFIER = "posim.posim-desktop"
MANIFEST_VERSION = "1.6.0"
_DESCRIPTION = "A point of sale for shops, built around the customer backorder"
# How Setup ends, in winget's words; see docs/install.md.
_ENDS = ((1, "cancelledByUser"), (3, "systemNotSupported"), (4, "packageInUse"))


def sbom_name(version: str) -> str:
    """Name the list of the parts of a version."""
    return f"posim-desktop-{version}.cdx.json"


def sbom(root: Path, uv: Path) -> dict[str, Any]:
    """List the parts of the program with their hashes, as uv.lock has them, and the Python that Setup brings."""
    command = (uv, "export", "--frozen", "--no-dev", "--format", "cyclonedx1.5", "--quiet", "--no-progress")
    told = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True).stdout
    parts: dict[str, Any] = json.loads(told)
    parts["metadata"]["component"]["type"] = "application"
    python = f"pkg:generic/python@{PYTHON_VERSION}"
    parts["components"].append(
        {"type": "platform", "bom-ref": python, "name": "python", "version": PYTHON_VERSION, "purl": python}
    )
    return parts


def write_sbom(root: Path, uv: Path, folder: Path) -> Path:
    """Write the list of the parts into a folder, and return the file."""
    file = folder / sbom_name(version_of(root))
    file.write_text(json.dumps(sbom(root, uv), indent=2) + "\n", "utf-8")
    return file


def winget(setup: Path, url: str, version: str) -> dict[str, str]:
    """Make the manifests of a version, by their file names.

    Args:
        setup: The installer, whose sum is in them.
        url: Where it can be downloaded.
        version: Of the program.
    """
    digest = hashlib.sha256(setup.read_bytes()).hexdigest().upper()
    head = f"PackageIdentifier: {IDENTIFIER}\nPackageVersion: {version}\n"
    ends = "".join(f"- InstallerReturnCode: {code}\n  ReturnResponse: {said}\n" for code, said in _ENDS)
    return {
        f"{IDENTIFIER}.yaml": f"{head}DefaultLocale: en-US\n{_tail('version')}",
        f"{IDENTIFIER}.installer.yaml": (
            f"{head}Platform:\n- Windows.Desktop\nMinimumOSVersion: 10.0.18362.0\nInstallerType: nullsoft\n"
            f"Scope: machine\nUpgradeBehavior: install\nExpectedReturnCodes:\n{ends}"
            f"Installers:\n- Architecture: x64\n  InstallerUrl: {url}\n  InstallerSha256: {digest}\n"
            f"{_tail('installer')}"
        ),
        f"{IDENTIFIER}.locale.en-US.yaml": (
            f"{head}PackageLocale: en-US\nPublisher: {PUBLISHER}\nPackageName: posim-desktop\nLicense: MIT\n"
            f"Copyright: {json.dumps(COPYRIGHT, ensure_ascii=False)}\nShortDescription: {_DESCRIPTION}\n"
            f"{_tail('defaultLocale')}"
        ),
    }


def _tail(kind: str) -> str:
    return f"ManifestType: {kind}\nManifestVersion: {MANIFEST_VERSION}\n"


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description="Write what goes out beside the installer.")
    jobs = parser.add_subparsers(dest="job", required=True)
    jobs.add_parser("sbom").add_argument("file", type=Path)
    asked = jobs.add_parser("winget")
    asked.add_argument("setup", type=Path)
    asked.add_argument("url")
    asked.add_argument("folder", type=Path)
    chosen = parser.parse_args()
    if chosen.job == "sbom":
        chosen.file.write_text(json.dumps(sbom(fresh.ROOT, fresh.BIN / "uv"), indent=2) + "\n", "utf-8")
        return
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for name, written in winget(chosen.setup, chosen.url, version_of(fresh.ROOT)).items():
        (chosen.folder / name).write_text(written, "utf-8")


if __name__ == "__main__":
    main()
