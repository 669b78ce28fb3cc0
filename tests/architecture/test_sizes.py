"""Modules, classes and functions stay small: passing a budget calls for a split, not for a longer budget."""

import ast

from tests.architecture.sources import Source, none_of, source, sources_under

MODULE_LINES = 400
CLASS_LINES = 200
FUNCTION_LINES = 40


def too_long(code: Source) -> list[str]:
    found = [f"{code.where}: {code.lines} lines"] if code.lines > MODULE_LINES else []
    for node in ast.walk(code.tree):
        if isinstance(node, ast.ClassDef) and length(node) > CLASS_LINES:
            found.append(f"{code.where}:{node.lineno}: class {node.name}, {length(node)} lines")
        if isinstance(node, ast.FunctionDef) and length(node) - docstring_length(node) > FUNCTION_LINES:
            found.append(f"{code.where}:{node.lineno}: {node.name}(), {length(node)} lines")
    return found


def length(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def docstring_length(node: ast.FunctionDef) -> int:
    return length(node.body[0]) if ast.get_docstring(node, clean=False) else 0


def test_modules_classes_and_functions_keep_their_budgets() -> None:
    none_of(line for code in sources_under("companion", "benchmarks") for line in too_long(code))


def test_tests_are_modules_of_a_readable_size_too() -> None:
    none_of(code.where for code in sources_under("tests") if code.lines > MODULE_LINES)


def test_a_long_module_class_or_function_is_noticed() -> None:
    body = "    x = 1\n" * (FUNCTION_LINES + 1)
    assert too_long(source("m.py", f"def walk():\n{body}"))
    assert too_long(source("m.py", "class House:\n" + "    x = 1\n" * CLASS_LINES))
    assert too_long(source("m.py", "x = 1\n" * (MODULE_LINES + 1)))


def test_a_docstring_does_not_make_a_function_long() -> None:
    docstring = '    """Says.' + "\n    more" * FUNCTION_LINES + '\n    """\n'
    assert too_long(source("m.py", f"def walk():\n{docstring}    return 1\n")) == []
