"""The work of `antiphon check` and of `antiphon preview`, in this process."""

from __future__ import annotations

import dataclasses
import importlib
import traceback
from collections.abc import Callable, Sequence

from antiphon.cli.collecting.collection import collect
from antiphon.cli.collecting.printed import printed
from antiphon.cli.collecting.report import report
from antiphon.cli.collecting.settings import settings_for
from antiphon.cli.collecting.undeclared import undeclared
from antiphon.cli.isolated.request import Outcome, Request
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.errors import PluginError

#: They are loaded before the first step, so that a module's time limit is for the module alone.
_LOADED_BEFORE = ("antiphon.builder", "antiphon.reply", "antiphon.responses")


def judge(request: Request, step: Callable[[str, str], None]) -> Outcome:
    """Import what the targets name, judge what is declared there, and write the report or the description."""
    try:
        return _judge(request, step)
    except CannotRun as error:
        return Outcome(2, "", error.text(colour=request.error_colour))
    except PluginError as error:
        return Outcome(2, "", CannotRun.by_plugin(error).text(colour=request.error_colour))
    except OSError as error:  # a folder that may not be read
        return Outcome(2, "", CannotRun.by_system(error).text(colour=request.error_colour))
    except KeyboardInterrupt:
        return Outcome(128 + 2, "", "interrupted\n")
    except Exception as error:  # noqa: BLE001 - an object of the user's that raises where nothing should
        *_, last = traceback.extract_tb(error.__traceback__)
        failed = CannotRun(
            f"judging failed: {type(error).__name__}",
            where=f"{last.filename}:{last.lineno}",
            help="leave the module out with --exclude, and report this: antiphon should have said what is wrong",
        )
        return Outcome(2, "", failed.text(colour=request.error_colour))


def _no_response(targets: Sequence[str]) -> CannotRun:
    named = ", ".join(targets)
    return CannotRun(
        f"{named} declares no response", where=f"TARGET {named}", help="name the modules that declare responses"
    )


def _judge(request: Request, step: Callable[[str, str], None]) -> Outcome:
    settings = settings_for(
        request.targets, profile=request.profile, select=request.select, config=request.config
    ).ignoring(request.ignore)
    targets = request.targets or settings.from_home()
    if not targets:
        command = "preview" if request.work == "description" else "check"
        raise CannotRun(
            f"there is nothing to {command}",
            where="the command line, and [tool.antiphon] in pyproject.toml",
            help=f'name a TARGET, such as `antiphon {command} shop`, or write targets = ["shop"]',
        )
    for name in _LOADED_BEFORE:
        importlib.import_module(name)
    excluded = settings.excluded(request.exclude)
    given_up = {one.module: CannotRun(one.what, where=one.where, help=one.help) for one in request.given_up}
    collection = collect(targets, step=step, excluded=excluded, given_up=given_up)
    if request.work == "description":
        from antiphon.cli.preview_pages.answer import answer

        if not collection.judgements and not collection.failures and not collection.not_run:
            collection = dataclasses.replace(collection, not_run=(_no_response(targets),))
        step("sending each response", "")
        described = answer(collection, settings, targets)
        told = "".join(error.text(colour=request.error_colour) for error in collection.not_run)
        return Outcome(described.exit_code, described.model_dump_json(), told)
    judged = report(collection, settings)
    if not judged.responses and not judged.parts:
        step("reading what declares nothing", "")
        judged = dataclasses.replace(
            judged, notes=tuple(undeclared(collection.files, collection.home, settings.profile))
        )
    if request.require_declarations and not judged.responses and not judged.parts:
        judged = judged.without_declarations(targets)
    out, err = printed(
        judged, request.format, quiet=request.quiet, colour=request.colour, error_colour=request.error_colour
    )
    return Outcome(judged.exit_code, out, err)
