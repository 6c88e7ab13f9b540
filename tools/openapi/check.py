"""The document of the FastAPI shop, held to three readers: a validator, a client generator and a tester of services.

    python tools/openapi/check.py [--examples N]

The document is written by `antiphon openapi` and must be valid. The client that openapi-python-client makes of it must
pass mypy in strict mode, and call every operation of the running service (`calls.py`). Schemathesis sends N requests to
each operation, and must find no response that contradicts the document. Exits 0 where all of that holds.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "examples")]

from openapi_spec_validator import validate  # noqa: E402 - after the path

from shop.serving import free_port, serving  # noqa: E402 - likewise

#: Whether a response is as the document says. What schemathesis asks beside that, such as which requests a service
#: should refuse, is not about responses.
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
SIGN_UP = {"name": "Tester", "email": "tester@example.com", "password": "correct horse battery"}


def main() -> int:
    """Give the exit code."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--examples", type=int, default=50, metavar="N", help="requests for each operation (50)")
    examples: int = arguments.parse_args().examples
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as name, serving("uvicorn", port, app="shop_fastapi.app:app"):
        folder = Path(name)
        for version in ("3.2", "3.1"):
            write_document(folder / "openapi.json", version)
        for step in (generate, check_types, call, test):
            print(f"\n{step.__doc__}", flush=True)
            if code := step(folder, url, examples):
                return code
    return 0


def write_document(path: Path, version: str) -> None:
    """Write the document, and validate it."""
    run("antiphon", "openapi", "shop_fastapi.app:app", "--openapi", version, "--out", str(path))
    validate(json.loads(path.read_text(encoding="utf-8")))
    print(f"OpenAPI {version}: valid")


def generate(folder: Path, url: str, examples: int) -> int:
    """A client is generated without a warning."""
    made = subprocess.run(
        [
            "openapi-python-client",
            "generate",
            "--path",
            "openapi.json",
            "--meta",
            "none",
            "--output-path",
            "shop_client",
        ],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    print(made.stdout, end="")
    return int("warning" in made.stdout.lower())


def check_types(folder: Path, url: str, examples: int) -> int:
    """Its operations and models, and the calls of them, pass mypy in strict mode."""
    # client.py is the same for every document, and fails in strict mode by itself: it is read, not reported.
    return run(
        *(
            "mypy",
            "--strict",
            "--follow-imports=silent",
            "-p",
            "shop_client.api",
            "-p",
            "shop_client.models",
            "-m",
            "calls",
        ),
        folder=folder,
    )


def call(folder: Path, url: str, examples: int) -> int:
    """Every operation of the running service is called with it."""
    operations = {
        operation["operationId"]
        for path in json.loads((folder / "openapi.json").read_text(encoding="utf-8"))["paths"].values()
        for operation in path.values()
    }
    text = Path(__file__).with_name("calls.py").read_text(encoding="utf-8")
    uncalled = {name for name in operations if f"{name}.sync" not in text}
    if uncalled:
        print(f"calls.py does not call {', '.join(sorted(uncalled))}")
        return 1
    return run(sys.executable, str(Path(__file__).with_name("calls.py")), url, folder=folder)


def test(folder: Path, url: str, examples: int) -> int:
    """No response contradicts the document."""
    return run(
        *("schemathesis", "run", "openapi.json", "--url", url, "--checks", ",".join(CHECKS), "--seed", "1"),
        *("--max-examples", str(examples), "--header", f"Authorization: Bearer {session(url)}", "--no-color"),
        folder=folder,
    )


def session(url: str) -> str:
    """The token of a new customer, so that more is answered than 401."""
    request = urllib.request.Request(
        f"{url}/accounts", json.dumps(SIGN_UP).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request) as response:
        line: str = response.headers["Set-Cookie"]
    return line.partition("=")[2].partition(";")[0]


def run(*command: str, folder: Path = ROOT) -> int:
    """Run a command with the examples and the calls importable; gives its exit code."""
    paths = [str(ROOT / "examples"), str(Path(__file__).parent), str(folder)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "MYPYPATH": os.pathsep.join(paths[1:])}
    return subprocess.run(command, cwd=folder, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
