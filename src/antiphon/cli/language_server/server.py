"""The conversation with an editor, on pygls."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from antiphon.cli.collecting.document import finding_document
from antiphon.cli.language_server.actions import actions
from antiphon.cli.language_server.alone import is_skipped
from antiphon.cli.language_server.checking import Judging
from antiphon.cli.language_server.diagnostics import diagnostics, of_file
from antiphon.cli.language_server.document import Document, Findings
from antiphon.cli.language_server.news import News, text_of
from antiphon.cli.language_server.places import Columns
from antiphon.cli.language_server.previews import Previews
from antiphon.cli.language_server.read import Read
from antiphon.cli.language_server.reading import Reading
from antiphon.cli.language_server.shown import covers, name_at, pages_at, plain
from antiphon.cli.language_server.uris import home_of, is_python, path_of
from antiphon.cli.terminal.version import version
from antiphon.diagnostics.python_lines import python_lines

#: Files that change together, as in a checkout, are judged together after so many seconds.
_TOGETHER = 0.3


class Server:
    """Serves one editor. Findings come whenever they are ready; answers never wait for them."""

    def __init__(self) -> None:
        self.ended: bool = False
        self._open: dict[str, Document] = {}
        self._told: dict[str, str] = {}
        self._pulls = False
        self._watches = False
        self._markdown = True
        self._columns = Columns()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._judging = Judging(self._later(self._tell))
        self._reading = Reading(self._later(self._tell_read))
        self._previews = Previews()
        self._news = News()
        self._due: set[str] = set()
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
        feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_handler(self._watched))
        feature(types.TEXT_DOCUMENT_CODE_ACTION, quick)(_handler(self._offered))

        @feature(types.TEXT_DOCUMENT_HOVER)
        async def hovered(params: types.HoverParams) -> types.Hover | None:
            return await self._hovered(params)

    def _introduced(self, params: types.InitializeParams) -> None:
        """Let an editor pull that can be asked to do so again: findings come later than the first pull.

        Neovim 0.12 cannot be, and would never pull after a save; so findings are pushed to it.
        """
        self._columns = Columns(types.PositionEncodingKind(self._server.workspace.position_encoding or "utf-16").value)
        asks = params.capabilities
        known = asks.workspace.diagnostics if asks.workspace is not None else None
        self._pulls = bool(asks.text_document and asks.text_document.diagnostic and known and known.refresh_support)
        hover = asks.text_document.hover if asks.text_document is not None else None
        formats = hover.content_format if hover is not None else None
        self._markdown = not formats or types.MarkupKind.Markdown in formats
        watches = asks.workspace.did_change_watched_files if asks.workspace is not None else None
        self._watches = bool(watches and watches.dynamic_registration)
        if self._pulls:
            own = types.DiagnosticOptions(
                inter_file_dependencies=True, workspace_diagnostics=False, identifier="antiphon"
            )
            self._server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, own)(_handler(self._pulled))

    def _initialized(self, _params: types.InitializedParams) -> None:
        self._loop = asyncio.get_running_loop()
        if self._watches:
            watchers = [types.FileSystemWatcher(f"**/{name}") for name in News.WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            asked = types.Registration("antiphon-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            self._server.client_register_capability(types.RegistrationParams([asked]))

    def _shutdown(self, _params: Any) -> None:
        self.ended = True
        self._judging.close()

    def _opened(self, params: types.DidOpenTextDocumentParams) -> None:
        asked = params.text_document
        document = Document(asked.uri, asked.version, asked.text)
        if is_python(asked.uri, asked.language_id):
            self._open[asked.uri] = document
            self._judge(document)

    def _changed(self, params: types.DidChangeTextDocumentParams) -> None:
        document = self._open.get(params.text_document.uri)
        if document is not None:
            document.version = params.text_document.version
            document.text = self._columns.changed(document.text, params.content_changes)
            self._reading.begin(document.uri, document.file, self._home(document.file), document.text)
            self._push(document)

    def _saved(self, params: types.DidSaveTextDocumentParams) -> None:
        document = self._open.get(params.text_document.uri)
        if document is not None and document.file is not None:
            self._judge(document)
            self._judge_soon(self._news.by_saving(document.file, self._open.values()))

    def _closed(self, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        self._judging.forget(uri)
        self._reading.forget(uri)
        self._open.pop(uri, None)
        self._due.discard(uri)
        self._told.pop(uri, None)
        if not self._pulls:
            self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _watched(self, params: types.DidChangeWatchedFilesParams) -> None:
        """Judge anew what changes outside the editor, such as by a checkout."""
        files = {file for file in (path_of(change.uri) for change in params.changes) if file is not None}
        self._judge_soon(self._news.of(files, self._open.values()))

    def _pulled(self, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        document = self._open.get(params.text_document.uri)
        return types.RelatedFullDocumentDiagnosticReport(items=document.found() if document is not None else [])

    async def _hovered(self, params: types.HoverParams) -> types.Hover | None:
        document = self._open.get(params.text_document.uri)
        if document is None:
            return None
        told = pages_at(document.found(), params.position)
        file, home = document.file, self._home(document.file)
        if not told and file is not None and home is not None and file.is_file() and not is_skipped(file, home):
            name = name_at(document.text, params.position, self._columns)
            told = await self._previews.of(file, name, home) if name else ""
        if not told:
            return None
        content = (types.MarkupKind.Markdown, told) if self._markdown else (types.MarkupKind.PlainText, plain(told))
        return types.Hover(types.MarkupContent(*content))

    def _offered(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """The edits of the findings that the editor names, or else of those that its range touches."""
        document = self._open.get(params.text_document.uri)
        wanted = params.context.only
        if document is None or (wanted is not None and not any(_is_quick(kind) for kind in wanted)):
            return []
        own = [one for one in document.found() if covers(one.range, params.range)]
        return list(actions(document.uri, document.text, params.context.diagnostics or own, self._columns))

    def _home(self, file: Path | None) -> Path | None:
        if file is None:
            return None
        workspace = self._server.workspace
        named = [path_of(folder.uri) for folder in workspace.folders.values()]
        folders = [folder for folder in named if folder is not None]
        return home_of(file, folders or [Path(root) for root in [workspace.root_path] if root])

    def _judge_soon(self, documents: Iterable[Document]) -> None:
        """Judge documents together with those that are news a moment later; no preview is sure any more."""
        self._previews.forget()
        if not self._due and self._loop is not None:
            self._loop.call_later(_TOGETHER, self._judge_due)
        self._due |= {document.uri for document in documents}

    def _judge_due(self) -> None:
        due, self._due = self._due, set()
        for document in (self._open[uri] for uri in sorted(due) if uri in self._open):
            self._judge(document)

    def _judge(self, document: Document) -> None:
        """Judge what a file makes with other frameworks, as it is typed, and what it declares, as it is saved."""
        file = document.file
        home = self._home(file)
        self._reading.begin(document.uri, file, home, document.text, at_once=True)
        if file is None or home is None or file.suffix != ".py" or not file.is_file():
            return
        if is_skipped(file, home):
            self._judging.forget(document.uri)
            self._show(document, declared=Findings())
        else:
            self._judging.begin(document.uri, file, home)

    def _later(self, tell: Callable[..., None]) -> Callable[..., None]:
        """A function for other threads that calls one in the conversation's."""

        def later(*arguments: Any) -> None:
            if self._loop is not None:
                with contextlib.suppress(RuntimeError):  # the conversation has ended
                    self._loop.call_soon_threadsafe(tell, *arguments)

        return later

    def _tell_read(self, uri: str, read: Read) -> None:
        """Show what a text has."""
        document = self._open.get(uri)
        if document is None:
            return
        self._tell_why(uri, read.why)
        if read.found is not None:
            lines = python_lines(read.text)
            found = [finding_document(one).model_dump() for one in read.found]
            self._show(document, written=Findings(diagnostics(found, lines, self._columns), lines))

    def _tell_why(self, uri: str, why: str) -> None:
        """Show once what keeps a file from being judged."""
        if why and why not in self._told.values():
            self._server.window_show_message(types.ShowMessageParams(types.MessageType.Error, why))
        self._told[uri] = why

    def _tell(self, uri: str, home: Path, found: list[dict[str, Any]] | None, said: str) -> None:
        """Show what a run has found, and say what could not be judged."""
        if found is None or "error:" in said:
            message = said.strip() or "antiphon check gave no report"
            self._server.window_log_message(types.LogMessageParams(types.MessageType.Warning, message))
        document = self._open.get(uri)
        if document is None or document.file is None or found is None:
            return
        lines = python_lines(text_of(document.file))
        own = of_file(found, document.file, home)
        self._show(document, declared=Findings(diagnostics(own, lines, self._columns), lines))

    def _show(self, document: Document, *, declared: Findings | None = None, written: Findings | None = None) -> None:
        before = (document.declared.found, document.written.found)
        document.declared, document.written = declared or document.declared, written or document.written
        if not self._pulls:
            self._push(document, even=declared is not None)
        elif before != (document.declared.found, document.written.found):
            self._server.workspace_diagnostic_refresh(None)

    def _push(self, document: Document, *, even: bool = False) -> None:
        """Push the findings to an editor that does not pull, where they are not those it has, or `even` then."""
        if self._pulls:
            return
        found = document.found()
        if even or found != document.shown:
            document.shown = found
            self._server.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(document.uri, found, document.version)
            )


def _is_quick(kind: types.CodeActionKind | str) -> bool:
    return str(getattr(kind, "value", kind)) in {"", types.CodeActionKind.QuickFix.value}


def _handler(method: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A function in a method's place: pygls writes on what it registers, and a bound method takes no attributes."""

    def handler(params: Any) -> Any:
        return method(params)

    return handler
