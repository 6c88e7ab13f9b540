"""The main job, end to end: check the shop's responses, serve them, and show what goes over the wire.

    python examples/shop/demo.py [--serve] [--port N] [--server uvicorn|granian|hypercorn]

Exits 0 where every answer was what its response was declared to be, otherwise 1 and says what was not.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import signal
import sys
from pathlib import Path

from antiphon.cli import main as antiphon

SHOP = Path(__file__).resolve().parent
if str(SHOP.parent) not in sys.path:
    sys.path.insert(0, str(SHOP.parent))  # so that `shop` is found wherever this is started

from shop.serving import SERVERS, NotServingError, free_port, serving  # noqa: E402 - after the path
from shop.wire import Client  # noqa: E402 - after the path


def main() -> int:
    """Give the exit code."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--serve", action="store_true", help="keep serving until Ctrl-C")
    arguments.add_argument("--port", type=int, default=0, metavar="N", help="where to serve; a free port unless given")
    arguments.add_argument("--server", choices=SERVERS, default="uvicorn")
    options = arguments.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped as well
    try:
        return check() or serve(options.server, options.port, stay=options.serve)
    except (NotServingError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


def check() -> int:
    """Run `antiphon check` over the shop: its closing line where all is well, the whole report where it is not."""
    print("$ antiphon check examples/shop")
    report = io.StringIO()
    with contextlib.redirect_stdout(report):
        code = antiphon(["check", str(SHOP)])
    print(report.getvalue() if code else report.getvalue().strip().rpartition("\n")[2])
    return code


def serve(server: str, port: int, *, stay: bool) -> int:
    """Serve one visit, and go on serving if asked to. Raises NotServingError, and OSError where a connection breaks."""
    from shop.visit import Visit  # a faulty response would raise here: the check comes first, and says it better

    port = free_port(port)
    with serving(server, port) as process:
        with Client(port) as client:
            visit = Visit(client, f"127.0.0.1:{port}")
            visit.walk()
        for fault in visit.faults:
            print(f"not as declared: {fault}", file=sys.stderr)
        if not visit.faults:
            print(f"\n{visit.answers} answers by {server}, each as it was declared.")
        if stay:
            with contextlib.suppress(KeyboardInterrupt):  # from the moment that it can be read about
                print(f"\nServing at http://127.0.0.1:{port}/ until Ctrl-C.", flush=True)
                process.wait()
        return 1 if visit.faults else 0


if __name__ == "__main__":
    sys.exit(main())
