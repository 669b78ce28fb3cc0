"""What must hold of a therapist's words: some for every stroke, for no other, plain, short, and without claims."""

from collections.abc import Collection
from pathlib import Path

from companion.content.checks.known import Known
from companion.content.checks.words import Grade, claims_in, grade_of, long_sentences_in
from companion.content.problems import Problem
from companion.content.teaching import read_teaching, shown_file

FIELDS = ("direction", "points", "mistakes", "ask")
GRADED = ("points", "mistakes", "ask")


def teaching_problems(
    data: Path, language: str, strokes: Collection[str], known: Known, reading_grade: Grade | None
) -> list[Problem]:
    """Everything wrong with the teaching words of one language; ``strokes`` are the ids that there are."""
    entries, problems = read_teaching(data, language)
    shown = shown_file(language)
    broken = {problem.where.partition(".")[0] for problem in problems}
    if any(problem.where.startswith(("line ", "byte ", "the last line")) for problem in problems):
        return problems
    for stroke in strokes:
        if stroke not in entries and stroke not in broken:
            problems.append(Problem(shown, stroke, "the teaching words for this stroke are missing"))
    for stroke, entry in entries.items():
        found = [*long_sentences_in(entry, FIELDS), *claims_in(entry, known)]
        found += grade_of(entry, reading_grade, GRADED)
        if stroke not in strokes:
            found.append(("", "there is no such stroke"))
        problems += [Problem(shown, f"{stroke}.{field}" if field else stroke, what) for field, what in found]
    return problems
