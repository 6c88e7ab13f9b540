"""Fuzz one target with atheris: `python tests/fuzz/run.py TARGET SECONDS [FOLDER]`.

It begins at what the rules' and the fields' examples look like on a wire, and at the seeds that are kept. What crashes
or takes longer than five seconds is written into FOLDER, which is the current one without it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEEDS = Path(__file__).parent / "seeds"


def beginnings(target: str) -> Iterator[bytes]:
    """Inputs that are well formed, more or less."""
    from antiphon.headers.registry import FIELDS, field_class
    from antiphon.rules.registry import rules
    from antiphon.rules.wire import wire

    for number, name in enumerate(sorted(FIELDS)):
        field = field_class(name)
        for example in field.examples if field else ():
            if target == "fields":
                yield bytes([number]) + example.encode()
            elif target == "reading":
                yield example.encode()
    for rule in rules():
        for spec in (rule.bad, rule.good):
            text = wire(spec)
            head, _, content = text.partition("\n\n")
            _, *lines = head.split("\n")
            if target == "response":
                yield (1000 + spec.status).to_bytes(3, "big") + "\n".join(["", *lines, "", content]).encode()
            elif target == "curl":
                yield text.encode()
            elif target == "http":
                yield f"###\nGET https://shop.example/ HTTP/1.1\n\n{text}\n".encode()
            elif target == "har":
                headers = [dict(zip(("name", "value"), line.split(": ", 1), strict=False)) for line in lines]
                answer = {"status": spec.status, "headers": headers, "content": {"size": len(content), "text": content}}
                one = {"request": {"method": "GET", "url": "https://shop.example/"}, "response": answer}
                yield json.dumps({"log": {"entries": [one]}}).encode()


def main(arguments: list[str]) -> None:
    """Fuzz until the time is over or something is wrong."""
    import atheris

    sys.path.insert(0, str(ROOT))
    with atheris.instrument_imports(include=["antiphon"]):
        from tests.fuzz.targets import TARGETS

        from antiphon.rules.registry import rules

        rules()
    target, seconds, *folder = arguments
    with tempfile.TemporaryDirectory() as corpus:
        kept = sorted((SEEDS / target).glob("*"))
        for number, octets in enumerate([*beginnings(target), *(path.read_bytes() for path in kept)]):
            Path(corpus, f"{number}").write_bytes(octets)
        options = ["-timeout=5", "-max_len=4096", "-rss_limit_mb=4096", "-print_final_stats=1"]
        artifacts = f"-artifact_prefix={folder[0]}/{target}-" if folder else f"-artifact_prefix={target}-"
        atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", artifacts, *options, corpus], TARGETS[target])
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
