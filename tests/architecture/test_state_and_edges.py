"""Nothing is global, nothing happens at import, errors are caught at the edge, and nothing reaches the network."""

import ast
import re

from tests.architecture.sources import Source, calls, dotted, imports, none_of, source, sources_under

CONSTANT = re.compile(r"^_?[A-Z][A-Z0-9_]*$|^__\w+__$|^log$")
TYPE_NAME = re.compile(r"^_?[A-Z][a-zA-Z0-9]*$")
APPLICATIONS = re.compile(r"\bQ(Core|Gui)?Application\.instance$|^qApp$")
NETWORK = {
    "socket",
    "ssl",
    "http",
    "ftplib",
    "smtplib",
    "asyncio",
    "socketserver",
    "requests",
    "urllib.request",
}


def broad_excepts(code: Source) -> list[str]:
    def is_broad(node: ast.expr | None) -> bool:
        if isinstance(node, ast.Tuple):
            return any(is_broad(part) for part in node.elts)
        return node is None or dotted(node) in {"Exception", "BaseException"}

    return [
        f"{code.where}:{node.lineno}: catches everything"
        for node in ast.walk(code.tree)
        if isinstance(node, ast.ExceptHandler) and is_broad(node.type) and not raises_again(node)
    ]


def raises_again(node: ast.ExceptHandler) -> bool:
    last = node.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def global_state(code: Source) -> list[str]:
    """Module-level names that are neither constants, types nor ``log``, and ``global`` statements."""
    found = [f"{code.where}:{n.lineno}: global" for n in ast.walk(code.tree) if isinstance(n, ast.Global)]
    for node in code.tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, (ast.AnnAssign, ast.AugAssign)):
            targets = [node.target]
        for name in (part for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)):
            if not CONSTANT.match(name.id) and not TYPE_NAME.match(name.id):
                found.append(f"{code.where}:{node.lineno}: {name.id}")
    return found


def import_time_work(code: Source) -> list[str]:
    """Calls, loops and the like that run when a module is imported."""
    active = (ast.For, ast.While, ast.With, ast.Delete)
    return [
        f"{code.where}:{node.lineno}: runs at import"
        for node in code.tree.body
        if isinstance(node, active) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call))
    ]


def application_instances(code: Source) -> list[str]:
    found = [(call.lineno, name) for call, name in calls(code.tree)]
    found += [(node.lineno, node.id) for node in ast.walk(code.tree) if isinstance(node, ast.Name)]
    return [f"{code.where}:{line}: {name}" for line, name in found if APPLICATIONS.search(name)]


def imported(code: Source, names: set[str]) -> list[str]:
    return [
        f"{code.where}:{line}: {name}"
        for line, name in imports(code.tree)
        if any(name == wanted or name.startswith(f"{wanted}.") for wanted in names)
    ]


def test_only_the_edge_catches_everything() -> None:
    below = [code for code in sources_under("companion") if not code.is_under("companion/app")]
    none_of(line for code in below for line in broad_excepts(code))


def test_a_broad_except_is_noticed() -> None:
    for caught in ("", " Exception", " (OSError, Exception)", " BaseException as error"):
        assert broad_excepts(source("m.py", f"try:\n    x()\nexcept{caught}:\n    pass"))
    assert broad_excepts(source("m.py", "try:\n    x()\nexcept OSError:\n    pass")) == []
    assert broad_excepts(source("m.py", "try:\n    x()\nexcept BaseException:\n    undo()\n    raise")) == []


def test_nothing_is_global_but_constants_and_the_log() -> None:
    none_of(line for code in sources_under("companion") for line in global_state(code))


def test_a_global_is_noticed() -> None:
    assert global_state(source("m.py", "current = None"))
    assert global_state(source("m.py", "count: int = 0"))
    assert global_state(source("m.py", "def f():\n    global LAST\n    LAST = 1"))
    fine = "log = logging.getLogger(__name__)\nPACE = 3\nEvent = int | str\n__all__ = []"
    assert global_state(source("m.py", fine)) == []


def test_importing_a_module_does_nothing() -> None:
    none_of(line for code in sources_under("companion") for line in import_time_work(code))


def test_work_at_import_is_noticed() -> None:
    assert import_time_work(source("m.py", "start()"))
    assert import_time_work(source("m.py", "for x in y:\n    pass"))
    assert import_time_work(source("m.py", '"""Words."""\nif __name__ == "__main__":\n    main()')) == []


def test_only_app_asks_for_the_application() -> None:
    below = [code for code in sources_under("companion") if not code.is_under("companion/app")]
    none_of(line for code in below for line in application_instances(code))


def test_asking_for_the_application_is_noticed() -> None:
    assert application_instances(source("m.py", "QApplication.instance()"))
    assert application_instances(source("m.py", "QtWidgets.QApplication.instance().quit()"))
    assert application_instances(source("m.py", "qApp.quit()"))
    assert application_instances(source("m.py", "QApplication([])")) == []


def test_sql_is_spoken_in_storage_only() -> None:
    others = [code for code in sources_under("companion") if not code.is_under("companion/storage")]
    none_of(line for code in others for line in imported(code, {"sqlite3"}))


def test_nothing_can_reach_the_network() -> None:
    network = NETWORK | {"PySide6.QtNetwork", "PySide6.QtWebSockets"}
    none_of(line for code in sources_under("companion") for line in imported(code, network))


def test_an_import_out_of_place_is_noticed() -> None:
    assert imported(source("m.py", "def f():\n    import sqlite3"), {"sqlite3"})
    assert imported(source("m.py", "from urllib.request import urlopen"), NETWORK)
    assert imported(source("m.py", "from PySide6 import QtNetwork"), {"PySide6.QtNetwork"})
    assert imported(source("m.py", "from urllib.parse import quote"), NETWORK) == []
