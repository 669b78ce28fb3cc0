"""What is committed builds anywhere: no host of a registry, no path of one machine, locks that fit."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

import companion
from tests.architecture.sources import ROOT, none_of, repository_files

TEXT_LIMIT = 2_000_000
# Written in pieces, so that this file is not its own finding.
HOSTS = re.compile(
    "|".join(["pypi" r"\.org", "python" r"hosted\.org", "registry" r"\.npmjs", "deb" r"\.debian\.org"])
)
MACHINE_PATHS = re.compile(
    "|".join(["/wo" r"rk/(main|shared|\.)", "/ro" r"ot/", "/tmp/" r"briefs", "/opt/" r"wheels"])
)
LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


def of_one_machine(text: str) -> list[str]:
    return [found.group() for found in (*HOSTS.finditer(text), *MACHINE_PATHS.finditer(text))]


def text_of(path: Path) -> str:
    if path.stat().st_size > TEXT_LIMIT:
        return ""
    raw = path.read_bytes()
    return "" if b"\0" in raw else raw.decode("utf-8", errors="replace")


def locked(name: str) -> dict[str, set[str]]:
    """Package -> versions of a lock file (one per kind of machine)."""
    versions: dict[str, set[str]] = {}
    for package, version in LOCKED.findall((ROOT / name).read_text("utf-8")):
        versions.setdefault(package.lower(), set()).add(version)
    return versions


def misfits(wanted: list[str], versions: dict[str, set[str]]) -> list[str]:
    needs = [Requirement(line) for line in wanted]
    return [
        str(need)
        for need in needs
        if not versions.get(need.name.lower())
        or not all(need.specifier.contains(version) for version in versions[need.name.lower()])
    ]


def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def wanted_by(section: str) -> list[str]:
    table = project()
    if section == "dev":
        return table["dependency-groups"]["dev"]  # pyright: ignore
    return table["project"]["dependencies"]  # pyright: ignore


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    found = {str(path.relative_to(ROOT)): of_one_machine(text_of(path)) for path in repository_files()}
    none_of(f"{where}: {what}" for where, what in found.items() if what)


def test_a_host_or_a_machine_path_is_noticed() -> None:
    assert of_one_machine("--index-url https://" + "pypi" + ".org/simple")
    assert of_one_machine("see /wo" + "rk/shared/design")
    assert of_one_machine("see docs/architecture.md") == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    assert misfits(wanted_by("program"), locked("requirements.lock")) == []
    assert misfits(wanted_by("dev"), locked("requirements-dev.lock")) == []


def test_a_lock_that_does_not_fit_is_noticed() -> None:
    assert misfits(["numpy>=3"], {"numpy": {"2.4"}})
    assert misfits(["newcomer"], {"numpy": {"2.4"}})


def test_the_tests_run_on_the_very_versions_that_are_shipped() -> None:
    shipped, tested = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {name: versions for name, versions in shipped.items() if tested.get(name) != versions} == {}


def test_every_locked_part_carries_its_hashes() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        parts = re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8"))
        assert [
            part.split()[0] for part in parts if LOCKED.match(part) and "--hash=sha256:" not in part
        ] == []


def test_the_version_is_told_the_same_everywhere() -> None:
    assert project()["project"]["version"] == companion.__version__  # pyright: ignore
    assert f"## [{companion.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
