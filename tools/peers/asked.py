"""Asks services, each a file with an `app` of FastAPI: `asked.py FILE...` prints who complains of each, as JSON.

Run with a Python that has antiphon, fastapi, httpx and schemathesis. Each service is asked once at each operation, by
antiphon's StrictASGI and by schemathesis with all of its checks; what happens without either is told as well.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import logging
import sys
import warnings
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from starlette.testclient import TestClient

from antiphon.testing import JudgedResponse, StrictASGI
from tools.peers.rows import ANSWERS, FAILS, RAISES

#: By its name, since it is in the environment of the mistakes alone.
schemathesis: Any = importlib.import_module("schemathesis")


def asked(path: Path) -> dict[str, Any]:
    """The outcome of one service, and the words of each judge; empty where it is silent."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise RuntimeError(f"{path} is no module")
    module = sys.modules[path.stem] = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception:  # noqa: BLE001 - whatever it raises, the service does not start
        return {"outcome": RAISES, "judged": "", "schemathesis": ""}
    judged, failed = _judged(module.app)
    return {"outcome": FAILS if failed else ANSWERS, "judged": judged, "schemathesis": _schemathesis(module.app)}


def _judged(app: Any) -> tuple[str, bool]:
    found: list[JudgedResponse] = []
    try:
        response = TestClient(StrictASGI(app, on_finding=found.append)).get("/", follow_redirects=False)
        failed = response.status_code == 500
    except Exception:  # noqa: BLE001 - whatever it raises, a server answers 500
        failed = True
    return " ".join(dict.fromkeys(one.code for response in found for one in response.findings)), failed


def _schemathesis(app: Any) -> str:
    try:
        schema = schemathesis.openapi.from_asgi("/openapi.json", app)
        for operation in schema.get_all_operations():
            operation.ok().Case().call_and_validate()
    except BaseException as error:  # noqa: BLE001 - failures come in groups, and a failed request is what it reports
        parts = getattr(error, "exceptions", [error])
        return " ".join(sorted({type(part).__name__ for part in parts}))
    return ""


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.disable()
    print(json.dumps({Path(name).stem: asked(Path(name)) for name in sys.argv[1:]}))
