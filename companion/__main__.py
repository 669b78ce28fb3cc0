"""The program's entry: hands the command line to the composition root."""

import os
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status (0 fine, 1 a problem was told, 2 unusable arguments)."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words:
        from companion.app.run import run_window  # noqa: PLC0415 - the command line is not needed to start

        return run_window()
    from companion.app.cli import run_command  # noqa: PLC0415

    try:
        return run_command(words)
    except BrokenPipeError:
        # Whoever read the output has seen enough (companion rehearse ... | head).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
