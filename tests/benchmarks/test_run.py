"""The judge of the benchmarks: what it reads, what it holds to a budget, and what it lets nobody forget."""

from benchmarks.run import benchmark_names, figures_of, row, unmeasured

BUDGETS = {"journal.append": {"p99_ms": 1.0}}


def test_figures_are_held_to_their_budgets() -> None:
    fine, over = figures_of(
        ['{"name": "journal.append", "p99_ms": 1.0}', '{"name": "journal.append", "p99_ms": 1.01}'], BUDGETS
    )
    assert (fine.is_over, over.is_over) == (False, True)
    assert row(over).endswith("OVER")


def test_a_figure_that_is_no_number_is_over() -> None:
    (figure,) = figures_of(['{"name": "journal.append", "p99_ms": NaN}'], BUDGETS)
    assert figure.is_over


def test_figures_without_a_budget_are_only_told() -> None:
    (figure,) = figures_of(
        ["what Qt has to say", '{"name": "journal.append", "median_ms": 9, "unit": "ms"}'], BUDGETS
    )
    assert (figure.figure, figure.is_over) == ("median_ms", False)


def test_a_budget_that_nothing_measures_is_noticed() -> None:
    assert unmeasured([], BUDGETS) == ["journal.append: p99_ms"]


def test_every_script_but_the_judge_and_the_screen_is_a_benchmark() -> None:
    assert "startup" in benchmark_names()
    assert not {"run", "displays", "__init__"} & set(benchmark_names())
