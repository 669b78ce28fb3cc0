"""Which pieces come on which page: nothing is cut, and headings stay with what they head."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """A piece that has been measured: its height, the space that it wants above it (none at the top of a page),
    and whether the next one has to stand on the same page."""

    height: float
    above: float = 0.0
    with_next: bool = False


def paginate(measured: Sequence[Measured], first: float, rest: float) -> list[list[int]]:
    """Indices of the pieces on each page. ``first`` and ``rest`` are the heights of the first page and the others.

    A group that is held together goes to the next page as a whole. One that is higher than a page stands alone there.
    """
    pages: list[list[int]] = [[]]
    used = 0.0
    for group in _groups(measured):
        room = first if len(pages) == 1 else rest
        needed = _height(measured, group, at_top=not pages[-1])
        if pages[-1] and used + needed > room + 1e-6:
            pages.append([])
            used = 0.0
            needed = _height(measured, group, at_top=True)
        pages[-1] += group
        used += needed
    return [page for page in pages if page]


@dataclass(frozen=True, slots=True)
class Spread:
    """What stands in the left and in the right column of one page, as ranges of indices."""

    left: range
    right: range


def newspaper(heights: Sequence[float], gap: float, first: float, rest: float) -> list[Spread]:
    """Pieces in two columns, down the left one and then down the right one; those of the last page end level.

    ``first`` and ``rest`` are the heights left for columns on the first page and on the others. A piece that is higher
    than that stands alone in its column.
    """
    spreads: list[Spread] = []
    start = 0
    while start < len(heights):
        room = rest if spreads else first
        middle = _filled(heights, start, gap, room)
        end = _filled(heights, middle, gap, room)
        if end == len(heights):
            middle = _level(heights, start, gap)
        spreads.append(Spread(range(start, middle), range(middle, end)))
        start = end
    return spreads


def _filled(heights: Sequence[float], start: int, gap: float, room: float) -> int:
    """One past the last piece that fits into a column that begins with ``start``; at least one does."""
    end, used = start, 0.0
    while end < len(heights):
        used += heights[end] + (gap if end > start else 0.0)
        if used > room + 1e-6 and end > start:
            break
        end += 1
    return end


def _level(heights: Sequence[float], start: int, gap: float) -> int:
    """Where to part what is left, so that the higher column is as low as can be; the left one rather than the right."""

    def higher(middle: int) -> float:
        left, right = heights[start:middle], heights[middle:]
        return max(sum(left) + gap * len(left), sum(right) + gap * len(right))

    return min(range(len(heights), start, -1), key=higher)


def _groups(measured: Sequence[Measured]) -> list[list[int]]:
    groups: list[list[int]] = []
    joins = False
    for index, piece in enumerate(measured):
        if joins:
            groups[-1].append(index)
        else:
            groups.append([index])
        joins = piece.with_next
    return groups


def _height(measured: Sequence[Measured], group: Sequence[int], *, at_top: bool) -> float:
    whole = sum(measured[index].height + measured[index].above for index in group)
    return whole - measured[group[0]].above if at_top else whole
