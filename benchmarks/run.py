"""Runs every benchmark beside it and holds its figures to budgets.toml: `python -m benchmarks.run [NAME ...]`.

A benchmark is a module that prints one JSON object a line: ``{"name": "journal.append", "p99_ms": 0.4}``. A budget
is the largest value that a figure may have. Exit status 1 when one is over or missing, or when a benchmark failed.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
NOT_BENCHMARKS = {"__init__", "run", "displays", "diary_screens"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value, and the largest that it may be (None: it is only told)."""

    name: str
    figure: str
    value: float
    budget: float | None

    @property
    def is_over(self) -> bool:
        return self.budget is not None and not self.value <= self.budget


def benchmark_names() -> list[str]:
    return sorted(path.stem for path in HERE.glob("*.py") if path.stem not in NOT_BENCHMARKS)


def figures_of(lines: Iterable[str], budgets: Mapping[str, Mapping[str, float]]) -> list[Figure]:
    """The figures in the lines that a benchmark printed; other lines are passed over."""
    found: list[Figure] = []
    for line in lines:
        if not line.startswith("{"):
            continue
        told: dict[str, object] = json.loads(line)
        name = str(told.pop("name"))
        for key, value in told.items():
            if isinstance(value, (int, float)):
                found.append(Figure(name, key, float(value), budgets.get(name, {}).get(key)))
    return found


def unmeasured(figures: Sequence[Figure], budgets: Mapping[str, Mapping[str, float]]) -> list[str]:
    measured = {(figure.name, figure.figure) for figure in figures}
    return [
        f"{name}: {key}" for name, limits in budgets.items() for key in limits if (name, key) not in measured
    ]


def row(figure: Figure) -> str:
    budget = "" if figure.budget is None else f"{figure.budget:>10.3g}"
    mark = "OVER" if figure.is_over else "" if figure.budget is None else "ok"
    return f"{figure.name:<34}{figure.figure:<24}{figure.value:>10.3g}{budget:>11}  {mark}".rstrip()


def measure(name: str) -> tuple[list[str], bool]:
    """The lines that a benchmark printed, and whether it came to its end."""
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{name}"],
        cwd=HERE.parent,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    return done.stdout.splitlines(), done.returncode == 0


def main(argv: Sequence[str]) -> int:
    budgets: dict[str, dict[str, float]] = tomllib.loads((HERE / "budgets.toml").read_text("utf-8"))
    names = list(argv) or benchmark_names()
    figures: list[Figure] = []
    failed: list[str] = []
    print(f"{'what':<34}{'figure':<24}{'value':>10}{'budget':>11}", flush=True)
    for name in names:
        lines, is_fine = measure(name)
        figures_here = figures_of(lines, budgets)
        figures += figures_here
        if not (is_fine and figures_here):
            failed.append(f"{name} did not come to its end")
        print("\n".join(row(figure) for figure in figures_here), flush=True)
    if not argv:
        failed += [f"{what} was not measured" for what in unmeasured(figures, budgets)]
    failed += [f"{figure.name}: {figure.figure} is over its budget" for figure in figures if figure.is_over]
    print("\n".join(failed) if failed else "All within budget.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
