"""What people can type, set or follow is written down, and every link leads somewhere."""

import ast
import re
from collections.abc import Iterable

from tests.architecture.sources import ROOT, calls, none_of, sources_under

LINK = re.compile(r"\]\(([^)#]+?)(?:#[^)]*)?\)")
VARIABLE = re.compile(r"^COMPANION_[A-Z_]+$")


def guides() -> dict[str, str]:
    places = [ROOT, ROOT / "docs", ROOT / "docs" / "adr", ROOT / "docs" / "guide"]
    return {
        str(path.relative_to(ROOT)): path.read_text("utf-8")
        for place in places
        for path in place.glob("*.md")
    }


def unwritten(names: Iterable[str], text: str) -> list[str]:
    return sorted({name for name in names if name not in text})


def texts_in_code() -> Iterable[str]:
    for code in sources_under("companion"):
        for node in ast.walk(code.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def commands() -> set[str]:
    found = (
        call.args[0]
        for code in sources_under("companion/app")
        for call, name in calls(code.tree)
        if name.endswith(".add_parser")
    )
    return {word.value for word in found if isinstance(word, ast.Constant) and isinstance(word.value, str)}


def dead_links(where: str, text: str) -> list[str]:
    folder = (ROOT / where).parent
    local = [link for link in LINK.findall(text) if "://" not in link]
    return [f"{where}: {link}" for link in local if not (folder / link).exists()]


def test_every_command_is_written_down() -> None:
    assert {"rehearse", "check-content"} <= commands()
    none_of(unwritten((f"./run {name}" for name in commands()), "\n".join(guides().values())))


def test_every_environment_variable_is_written_down() -> None:
    variables = {text for text in texts_in_code() if VARIABLE.match(text)}
    assert "COMPANION_HOME" in variables
    none_of(unwritten(variables, "\n".join(guides().values())))


def test_every_link_leads_somewhere() -> None:
    none_of(line for where, text in guides().items() for line in dead_links(where, text))


def test_what_is_not_written_down_is_noticed() -> None:
    assert unwritten(["./run dance"], "./run rehearse") == ["./run dance"]
    assert dead_links("README.md", "[here](docs/nowhere.md#part)")
    assert dead_links("README.md", "[here](LICENSE) [there](https://example.org/x)") == []
