"""Reads the built site: every local link and anchor leads somewhere, no page loads from another host, none is heavy.

`site_links.py SITE [--external]`; with `--external` links to other hosts are asked for, one at a time.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import posixpath
import sys
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

#: Octets that a page may have, with all that it loads, as they are on the disk.
HEAVIEST = 300_000


class Loaded(NamedTuple):
    """A page as far as it matters here."""

    anchors: frozenset[str]
    links: tuple[str, ...]
    loads: tuple[str, ...]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag in ("script", "img", "iframe", "source", "video", "audio", "embed") and "src" in given:
            self.loads.append(given["src"])
        elif tag == "link" and given.get("rel") in ("stylesheet", "icon", "preload", "shortcut icon"):
            self.loads.append(given["href"])


def main() -> int:
    """The command. Exit 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--external", action="store_true")
    options = parser.parse_args()
    pages = read(options.site)
    if not pages:
        parser.error(f"{options.site} has no page; build it with: python3 noxfile.py -s docs")
    found = [*dead(options.site, pages), *foreign(pages), *heavy(options.site, pages)]
    if options.external:
        found += unreachable(pages)
    print(*found, sep="\n", end="\n" if found else "")
    heaviest = max(weights(options.site, pages).items(), key=lambda one: one[1])
    print(f"{len(pages)} pages, {len(found)} faults; the heaviest is {heaviest[0]} with {heaviest[1] // 1000} kB")
    return 1 if found else 0


def read(site: Path) -> dict[str, Loaded]:
    """The pages by their path below the site."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        reader = _Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        name = path.relative_to(site).as_posix()
        pages[name] = Loaded(frozenset(reader.anchors), tuple(reader.links), tuple(reader.loads))
    return pages


def dead(site: Path, pages: dict[str, Loaded]) -> Iterator[str]:
    """Local links to a file or an anchor that is not there."""
    there = functools.cache(lambda target: (site / target).exists())
    for name, page in pages.items():
        for link in dict.fromkeys((*page.links, *page.loads)):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            path, anchor = unquote(parts.path), unquote(parts.fragment)
            target = _resolved(name, path) if path else name
            if not there(target):
                yield f"{name}: {link} leads nowhere"
            elif anchor and target in pages and anchor not in pages[target].anchors:
                yield f"{name}: {target} has no #{anchor}"


def foreign(pages: dict[str, Loaded]) -> Iterator[str]:
    """Each thing that a page loads from another host."""
    for name, page in pages.items():
        for load in page.loads:
            if urlsplit(load).netloc:
                yield f"{name}: loads {load} from another host"


def weights(site: Path, pages: dict[str, Loaded]) -> dict[str, int]:
    """The octets of each page with all that it loads at once, as they are on the disk.

    The page of the search, which loads an index of all words, is weighed as servers send it: compressed.
    """
    found = {}
    for name, page in pages.items():
        loaded = {_resolved(name, urlsplit(load).path) for load in page.loads if not urlsplit(load).netloc}
        there = [site / name, *(site / one for one in loaded)]
        index = "searchindex.js" in loaded
        found[name] = sum(_octets(one, compressed=index) for one in there if one.is_file())
    return found


def _octets(path: Path, *, compressed: bool) -> int:
    return len(gzip.compress(path.read_bytes())) if compressed else path.stat().st_size


def heavy(site: Path, pages: dict[str, Loaded]) -> Iterator[str]:
    """Pages above the budget."""
    for name, octets in weights(site, pages).items():
        if octets > HEAVIEST:
            yield f"{name}: {octets // 1000} kB with all that it loads, and the budget is {HEAVIEST // 1000}"


def unreachable(pages: dict[str, Loaded]) -> Iterator[str]:
    """Links to other hosts that do not answer with a page."""
    import urllib.error
    import urllib.request

    places: dict[str, list[str]] = defaultdict(list)
    for name, page in pages.items():
        for link in page.links:
            if urlsplit(link).scheme in ("http", "https"):
                places[link.partition("#")[0]].append(name)
    for link, names in sorted(places.items()):
        request = urllib.request.Request(link, method="HEAD", headers={"User-Agent": "antiphon-docs"})
        try:
            urllib.request.urlopen(request, timeout=20).close()
        except (urllib.error.URLError, OSError, ValueError) as error:
            yield f"{names[0]}: {link}: {error}"


def _resolved(page: str, path: str) -> str:
    """The file below the site that a path on a page means; the path itself where it leads out of the site."""
    file = f"{path}index.html" if path.endswith("/") else path
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), file))
    return path if target.startswith(("..", "/")) else target


if __name__ == "__main__":
    sys.exit(main())
