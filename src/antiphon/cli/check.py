"""Judge the responses that modules declare.

Every module is imported, and every finding of all of them is reported in one run, even where a declaration raises.
Of the modules that a target imports, those that are not installed are judged as well. Without a TARGET, the `targets`
of [tool.antiphon] are judged, in the nearest pyproject.toml above; its `profile` sets the levels, and its `select` and
`ignore` say which warnings are reported. What a declaration is called with is not judged here: that is checked at every
call.
"""

from __future__ import annotations

import argparse
import pkgutil

from antiphon.cli import formats


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TARGETs and the format."""
    parser.add_argument(
        "targets",
        nargs="*",
        metavar="TARGET",
        help="module, package (with all its modules), file.py, folder, or module:attribute",
    )
    parser.add_argument("--profile", choices=("default", "strict"), help="which levels findings have")
    parser.add_argument(
        "--format",
        choices=sorted(module.name for module in pkgutil.iter_modules(formats.__path__)),
        default="text",
        help="how findings are written (default: text)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Judge and report."""
    import importlib
    import sys

    from antiphon.cli.collecting.collection import collect
    from antiphon.cli.collecting.report import report
    from antiphon.cli.collecting.settings import settings_for
    from antiphon.cli.terminal.cannot_run import CannotRun
    from antiphon.cli.terminal.colour import colour_wanted

    settings = settings_for(arguments.targets, profile=arguments.profile)
    targets = arguments.targets or settings.from_home()
    if not targets:
        raise CannotRun(
            "there is nothing to check",
            where="the command line, and [tool.antiphon] in pyproject.toml",
            help='name a TARGET, such as `antiphon check shop`, or write targets = ["shop"]',
        )
    judged = report(collect(targets), settings)
    written = importlib.import_module(f"{formats.__name__}.{arguments.format}")
    for error in judged.not_run:
        error.show()
    sys.stdout.write(written.write(judged, colour=colour_wanted(sys.stdout)))
    if not written.CLOSING:
        print(judged.closing(), file=sys.stderr)
    return judged.exit_code
