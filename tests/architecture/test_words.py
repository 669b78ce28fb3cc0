"""Words for people come from data or from tr(); names come from the trade; public names say what they are."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.sources import Source, calls, docstrings, dotted, none_of, source, sources_under

EMPTY_NAME = re.compile(r"(Manager|Helper|Helpers|Util|Utils|Handler|Base)$|^Base[A-Z]")
EMPTY_MODULES = {
    "manager",
    "helper",
    "helpers",
    "util",
    "utils",
    "handler",
    "handlers",
    "base",
    "common",
    "misc",
}
COLOUR = re.compile(r"#[0-9a-fA-F]{3}\b|#[0-9a-fA-F]{6}(?:[0-9a-fA-F]{2})?\b|\b(?:rgb|hsl|hsv)a?\(")
SENTENCE = re.compile(r"^[A-Z“].*\s.*\s.*[.!?…]”?$", re.DOTALL)
FOR_DEVELOPERS = re.compile(
    r"^(ValueError|TypeError|RuntimeError|AssertionError|LookupError|KeyError|log\.\w+)$"
)


def without_literal(code: Source) -> list[str]:
    """Calls of tr() that lupdate would drop silently."""
    return [
        f"{code.where}:{call.lineno}: {name}() takes one literal"
        for call, name in calls(code.tree)
        if name.split(".")[-1] == "tr" or name.endswith("QCoreApplication.translate")
        if not call.args or not all(is_text(arg) for arg in call.args[: 1 if name.endswith("tr") else 2])
    ]


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def colours(code: Source) -> list[str]:
    said = docstrings(code.tree)
    literals = [
        f"{code.where}:{node.lineno}: {node.value!r}"
        for node in ast.walk(code.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in said
        if COLOUR.search(node.value)
    ]
    built = [
        f"{code.where}:{call.lineno}: {name}(...)"
        for call, name in calls(code.tree)
        if name.split(".")[0] == "QColor" and any(isinstance(arg, ast.Constant) for arg in call.args)
    ]
    named = [
        f"{code.where}:{node.lineno}: {dotted(node)}"
        for node in ast.walk(code.tree)
        if isinstance(node, ast.Attribute)
        if dotted(node.value).endswith("GlobalColor") and node.attr != "transparent"
    ]
    return literals + built + named


def sentences(code: Source) -> list[str]:
    """Texts that look as if a person were to read them."""
    passed = docstrings(code.tree)
    for call, name in calls(code.tree):
        if FOR_DEVELOPERS.match(name):
            passed |= {node for node in ast.walk(call) if isinstance(node, ast.Constant)}
    return [
        f"{code.where}:{node.lineno}: {node.value!r}"
        for node in ast.walk(code.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in passed
        if SENTENCE.match(node.value)
    ]


def empty_names(code: Source) -> list[str]:
    stem = code.where.rsplit("/", 1)[-1].removesuffix(".py")
    found = [code.where] if EMPTY_MODULES & set(stem.split("_")) else []
    return found + [
        f"{code.where}:{node.lineno}: class {node.name}"
        for node in ast.walk(code.tree)
        if isinstance(node, ast.ClassDef) and EMPTY_NAME.search(node.name)
    ]


def undocumented(code: Source, ports: frozenset[str] = frozenset()) -> list[str]:
    """Public modules, classes, functions and methods without a docstring. Methods that fill a port are told
    about there, and camelCase ones by Qt."""
    found = [] if ast.get_docstring(code.tree) else [f"{code.where}: the module"]
    for node, inside in public_names(code.tree):
        told_elsewhere = inside and (
            node.name in ports or node.name != node.name.lower() or is_override(node)
        )
        if not told_elsewhere and not ast.get_docstring(node):
            found.append(f"{code.where}:{node.lineno}: {node.name}")
    return found


def is_override(node: ast.ClassDef | ast.FunctionDef) -> bool:
    marks = {dotted(mark).split(".")[-1] for mark in node.decorator_list}
    return bool(marks & {"override", "overload", "setter"})


def public_names(tree: ast.Module) -> Iterator[tuple[ast.ClassDef | ast.FunctionDef, bool]]:
    for node in tree.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and not node.name.startswith("_"):
            yield node, False
            if isinstance(node, ast.ClassDef):
                yield from ((method, True) for method in public_methods(node))


def public_methods(owner: ast.ClassDef) -> Iterator[ast.FunctionDef]:
    for part in owner.body:
        if (
            isinstance(part, ast.FunctionDef)
            and not part.name.startswith("_")
            and not is_a_mere_name(part, owner)
        ):
            yield part


def is_a_mere_name(method: ast.FunctionDef, owner: ast.ClassDef) -> bool:
    """True for a method on one line of a Protocol: it repeats what is told where the method is written."""
    is_port = any(dotted(base).endswith("Protocol") for base in owner.bases)
    return is_port and method.lineno == method.end_lineno


def port_methods() -> frozenset[str]:
    """Names of the methods of every Protocol of ours."""
    return frozenset(
        part.name
        for code in sources_under("companion")
        for node in ast.walk(code.tree)
        if isinstance(node, ast.ClassDef) and any(dotted(base).endswith("Protocol") for base in node.bases)
        for part in node.body
        if isinstance(part, ast.FunctionDef)
    )


def test_tr_is_called_with_literals_only() -> None:
    none_of(line for code in sources_under("companion") for line in without_literal(code))


def test_an_f_string_or_a_variable_in_tr_is_noticed() -> None:
    assert without_literal(source("m.py", 'self.tr(f"Hello {name}")'))
    assert without_literal(source("m.py", "self.tr(title)"))
    assert without_literal(source("m.py", 'QCoreApplication.translate("Today", title)'))
    assert without_literal(source("m.py", 'self.tr("Hello " "there", "who")')) == []


def test_colours_stand_in_the_themes_only() -> None:
    none_of(line for code in sources_under("companion") for line in colours(code))


def test_a_colour_in_code_is_noticed() -> None:
    assert colours(source("m.py", 'x = "color: #2F7F79;"'))
    assert colours(source("m.py", "x = QColor(10, 20, 30)"))
    assert colours(source("m.py", "x = Qt.GlobalColor.white"))
    assert colours(source("m.py", "x = QColor(token)\ny = Qt.GlobalColor.transparent\nz = '#fragment'")) == []


def test_the_core_holds_no_text_for_people() -> None:
    core = sources_under("companion/domain", "companion/services")
    none_of(line for code in core for line in sentences(code))


def test_a_sentence_in_the_core_is_noticed() -> None:
    assert sentences(source("m.py", 'x = "Lift the foot gently."'))
    assert sentences(source("m.py", 'raise ValueError("A pace is never zero.")')) == []
    assert sentences(source("m.py", '"""Knows nothing at all."""')) == []


def test_names_come_from_the_trade() -> None:
    none_of(line for code in sources_under("companion", "benchmarks") for line in empty_names(code))


def test_a_name_that_says_nothing_is_noticed() -> None:
    assert empty_names(source("companion/ui/screen_utils.py", ""))
    assert empty_names(source("m.py", "class SessionManager: ..."))
    assert empty_names(source("m.py", "class Database: ...")) == []


def test_public_names_say_what_they_are() -> None:
    ports = port_methods()
    none_of(line for code in sources_under("companion") for line in undocumented(code, ports))


def test_a_public_name_without_docstring_is_noticed() -> None:
    told = '"""Knows."""\n'
    assert undocumented(source("m.py", ""))
    assert undocumented(source("m.py", f"{told}def walk(): ..."))
    assert undocumented(source("m.py", f'{told}class A:\n    """A."""\n    def walk(self): ...'))
    qt = f'{told}class A:\n    """A."""\n    def paintEvent(self, event): ...\n    def say(self): ...'
    assert undocumented(source("m.py", qt), frozenset({"say"})) == []
    port = f'{told}class A(Protocol):\n    """A."""\n    def walk(self) -> None: ...'
    assert undocumented(source("m.py", port)) == []
