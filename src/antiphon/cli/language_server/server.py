"""The conversation with an editor, on pygls."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from antiphon.cli.collecting.document import finding_document
from antiphon.cli.inputs.sources import judged_text
from antiphon.cli.language_server.actions import actions
from antiphon.cli.language_server.checking import Judging
from antiphon.cli.language_server.diagnostics import diagnostics
from antiphon.cli.language_server.shown import name_at, pages_at, wire_of
from antiphon.cli.terminal.version import version
from antiphon.errors import PluginError


@dataclasses.dataclass(slots=True)
class Known:
    """The findings of a file: those in its declarations, as it is saved, and those in its text, as it is typed."""

    declared: list[types.Diagnostic] = dataclasses.field(default_factory=list)
    written: list[types.Diagnostic] = dataclasses.field(default_factory=list)

    def all(self) -> list[types.Diagnostic]:
        """Both."""
        return [*self.declared, *self.written]


class Server:
    """Serves one editor. Findings come whenever they are ready; answers never wait for them."""

    def __init__(self) -> None:
        self.ended: bool = False
        self._known: dict[str, Known] = {}
        self._shown: set[str] = set()
        self._pulls = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._judging = Judging(self._tell_from_thread)
        self._server = LanguageServer(
            "antiphon", version(), text_document_sync_kind=types.TextDocumentSyncKind.Incremental
        )
        self._features()

    def serve(self) -> int:
        """Answer until the editor says `exit` or goes away. Gives the exit code: 0 after `shutdown`, else 1."""
        try:
            # Of their own, since pygls closes what it is given; whatever a plug-in prints goes to the editor's log.
            with os.fdopen(os.dup(0), "rb") as source, os.fdopen(os.dup(1), "wb") as sink:
                with contextlib.suppress(OSError):  # of an editor that has no place for errors
                    os.dup2(2, 1)
                self._server.start_io(source, sink)
        finally:
            self._judging.close()
        return int(not self.ended)

    def _features(self) -> None:
        feature = self._server.feature
        quick = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
        feature(types.INITIALIZE)(_handler(self._introduced))
        feature(types.INITIALIZED)(_handler(self._initialized))
        feature(types.SHUTDOWN)(_handler(self._shutdown))
        feature(types.TEXT_DOCUMENT_DID_OPEN)(_handler(self._opened))
        feature(types.TEXT_DOCUMENT_DID_CHANGE)(_handler(self._changed))
        feature(types.TEXT_DOCUMENT_DID_SAVE)(_handler(self._saved))
        feature(types.TEXT_DOCUMENT_DID_CLOSE)(_handler(self._closed))
        feature(types.TEXT_DOCUMENT_HOVER)(_handler(self._hovered))
        feature(types.TEXT_DOCUMENT_CODE_ACTION, quick)(_handler(self._offered))

    async def _introduced(self, params: types.InitializeParams) -> None:
        """Let an editor pull that can be asked to do so again: findings come later than the first pull.

        Neovim 0.11 cannot be, and would never pull after a save; so findings are pushed to it.
        """
        asks = params.capabilities
        known = asks.workspace.diagnostics if asks.workspace is not None else None
        self._pulls = bool(asks.text_document and asks.text_document.diagnostic and known and known.refresh_support)
        if self._pulls:
            own = types.DiagnosticOptions(
                inter_file_dependencies=True, workspace_diagnostics=False, identifier="antiphon"
            )
            self._server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, own)(_handler(self._pulled))

    async def _initialized(self, _params: types.InitializedParams) -> None:
        self._loop = asyncio.get_running_loop()

    async def _shutdown(self, _params: Any) -> None:
        self.ended = True
        self._judging.close()

    async def _opened(self, params: types.DidOpenTextDocumentParams) -> None:
        self._read(params.text_document.uri)
        self._check(params.text_document.uri)

    async def _changed(self, params: types.DidChangeTextDocumentParams) -> None:
        self._read(params.text_document.uri)

    async def _saved(self, params: types.DidSaveTextDocumentParams) -> None:
        self._check(params.text_document.uri)

    async def _closed(self, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        self._judging.forget(uri)
        self._known.pop(uri, None)
        self._publish(uri, [])

    async def _pulled(self, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        found = self._known.get(params.text_document.uri, Known()).all()
        return types.RelatedFullDocumentDiagnosticReport(items=found)

    async def _hovered(self, params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        told = pages_at(self._known.get(uri, Known()).all(), params.position)
        file = path_of(uri)
        if not told and file is not None and file.is_file():
            name = name_at(self._text(uri), params.position)
            told = await asyncio.to_thread(wire_of, file, name, self._home()) if name else ""
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, told)) if told else None

    async def _offered(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        return list(actions(uri, self._text(uri), params.context.diagnostics))

    def _text(self, uri: str) -> str:
        """The text as it is typed."""
        return self._server.workspace.get_text_document(uri).source

    def _home(self) -> Path:
        root = self._server.workspace.root_path
        return Path(root) if root and Path(root).is_dir() else Path.cwd()

    def _read(self, uri: str) -> None:
        """Judge what the text makes with other frameworks: nothing is imported, so it may be as it is typed."""
        file = path_of(uri)
        if file is None or file.suffix != ".py":
            return
        text = self._text(uri)
        try:
            judged = judged_text(text, str(file), "default")
        except PluginError as error:
            self._tell_broken(error)
            return
        found = [finding_document(one).model_dump() for one in judged.found]
        known, written = self._known.setdefault(uri, Known()), diagnostics(found, file, self._home(), text)
        if written != known.written:
            known.written = written
            self._publish(uri, known.all())

    def _tell_broken(self, error: PluginError) -> None:
        """Show once which plug-in is broken: until it is mended, nothing is judged."""
        if str(error) not in self._shown:
            self._shown.add(str(error))
            told = f"antiphon judges nothing: {error}"
            self._server.window_show_message(types.ShowMessageParams(types.MessageType.Error, told))

    def _check(self, uri: str) -> None:
        """Judge what the file declares, as it is saved."""
        file = path_of(uri)
        if file is not None and file.suffix == ".py" and file.is_file():
            self._judging.begin(uri, file, self._home())

    def _tell_from_thread(self, uri: str, home: Path, found: list[dict[str, Any]] | None, said: str) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._tell, uri, home, found, said)

    def _tell(self, uri: str, home: Path, found: list[dict[str, Any]] | None, said: str) -> None:
        """Show what a run has found, and say what could not be judged."""
        if found is None or "error:" in said:
            message = said.strip() or "antiphon check gave no report"
            self._server.window_log_message(types.LogMessageParams(types.MessageType.Warning, message))
        file = path_of(uri)
        if found is None or file is None:
            return
        try:
            source = file.read_text(encoding="utf-8", errors="replace")
        except OSError:  # the file has gone away
            return
        known = self._known.setdefault(uri, Known())
        known.declared = diagnostics(found, file, home, source)
        self._publish(uri, known.all())

    def _publish(self, uri: str, found: list[types.Diagnostic]) -> None:
        """Push the findings to an editor that does not pull; one that does is asked to pull again."""
        if self._pulls:
            self._server.workspace_diagnostic_refresh(None)
            return
        self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=found))


def _handler(method: Callable[[Any], Awaitable[Any]]) -> Callable[[Any], Awaitable[Any]]:
    """A function in a method's place: pygls writes on what it registers, and a bound method takes no attributes."""

    async def handler(params: Any) -> Any:
        return await method(params)

    return handler


def path_of(uri: str) -> Path | None:
    """The path of a `file:` URI; None for any other, such as that of a buffer without a file."""
    parts = urlsplit(uri)
    return Path(url2pathname(parts.path)) if parts.scheme == "file" else None
