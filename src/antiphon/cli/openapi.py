"""Write the OpenAPI document of what is declared.

For a module, package, file or folder, the document has every response under components/responses, with the schemas and
headers that they refer to. For module:app, an application of FastAPI, it is the application's own, with its paths. For
one of Starlette, it has the routes and the responses that their handlers name.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from antiphon.cli.terminal.unknown import choice


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TARGET, the version, where to write, and whether to compare only."""
    parser.add_argument("target", metavar="TARGET", help="a module, package, file or folder, or module:app")
    parser.add_argument("--openapi", **choice(("3.1", "3.2")), default="3.1", help="the version of OpenAPI (3.1)")
    parser.add_argument("--title", default="", help="the title of the API (the name of the target)")
    parser.add_argument("--api-version", default="0", metavar="VERSION", help="the version of the API (0)")
    there = parser.add_mutually_exclusive_group()
    there.add_argument("-o", "--out", metavar="FILE", type=Path, help="write there (default: standard output)")
    there.add_argument("--check", metavar="FILE", type=Path, help="write nothing; exit 1 with a diff if FILE differs")


def run(arguments: argparse.Namespace) -> int:
    """Write or compare."""
    import json

    from antiphon.cli.openapi_documents.document import document_of
    from antiphon.cli.terminal.written import written

    document = document_of(arguments.target, arguments.openapi, arguments.title, arguments.api_version)
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    return written(text, arguments.out, arguments.check)
