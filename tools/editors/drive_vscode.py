"""Drives VS Code with the server, through the generic client of docs/how-to/editor.md, and says what it saw.

`python drive_vscode.py URL FOLDER SHOTS`: URL is a code-server (npm) whose extensions folder holds the built client and
whose settings are those of the page, started with `--auth none --disable-workspace-trust`; FOLDER is where two projects
are made; pictures go to SHOTS. It needs playwright (PyPI) and Debian's chromium.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

FAULTY = """\
from antiphon import respond

sid = respond(200).text().insecure_cookie("sid", "😀é", same_site="none").compile()
ok = respond(204).compile()
"""
FOREIGN = """\
from starlette.responses import Response

response = Response(b"")
"😀é"; response.set_cookie("sid", "x", samesite="none")
"""
IGNORED = '[[tool.antiphon.lint.ignore]]\ncode = "CK052"\nbecause = "a test"\n'
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
#: Milliseconds; code-server is slow on a busy machine.
PATIENCE = 120_000


def project(home: Path) -> dict[str, Path]:
    """Two projects, the second one with a name to escape and a setting of its own, and a file outside both."""
    files: dict[str, Path] = {}
    for name, settings in (("one", "[tool.antiphon]\n"), ("zwei ü %41", IGNORED), ("outside", "")):
        folder = home / name
        folder.mkdir(parents=True, exist_ok=True)
        if settings:
            (folder / "pyproject.toml").write_text(settings, encoding="utf-8")
        for stem, text in (("declared", FAULTY), ("foreign", FOREIGN)):
            files[f"{name}/{stem}"] = folder / f"{stem} {name[0]}.py"
            files[f"{name}/{stem}"].write_text(text, encoding="utf-8")
    folders = [{"path": "one"}, {"path": "zwei ü %41"}]
    (home / "two.code-workspace").write_text(json.dumps({"folders": folders}), encoding="utf-8")
    return files


class Window:
    """A window of VS Code in a browser."""

    def __init__(self, page: Any, shots: Path) -> None:
        self.page = page
        self.shots = shots

    def open(self, url: str, file: Path) -> None:
        """Show a folder or a workspace, and a file in it."""
        remote = f"vscode-remote://{urlsplit(url).netloc}{quote(str(file))}"
        payload = quote(json.dumps([["openFile", remote]]))
        self.page.goto(f"{url}&payload={payload}")
        self.page.wait_for_selector(".view-lines", timeout=PATIENCE)
        self.page.wait_for_selector("text=Python >> visible=true", timeout=PATIENCE)

    def go_to(self, place: str) -> None:
        """Put the cursor at line:column."""
        self.page.click(".view-lines")
        self.page.keyboard.press("Control+g")
        self.page.wait_for_selector(".quick-input-widget >> visible=true", timeout=PATIENCE)
        self.page.keyboard.type(f":{place}" if not self._asked_for_line() else place)
        self.page.keyboard.press("Enter")
        time.sleep(0.5)

    def _asked_for_line(self) -> bool:
        return str(self.page.input_value(".quick-input-widget input[type=text]")).startswith(":")

    def problems(self, code: str, *, gone: bool = False) -> list[str]:
        """The rows of the panel of problems, once one of them has a code, or once none has."""
        found = self.page.locator(".markers-panel .monaco-list-row", has_text=code)
        if gone:
            found.first.wait_for(state="detached", timeout=PATIENCE)
        else:
            found.first.wait_for(timeout=PATIENCE)
        return [
            row.replace("\n", " | ") for row in self.page.locator(".markers-panel .monaco-list-row").all_inner_texts()
        ]

    def squiggles(self) -> int:
        """How many are shown."""
        return int(self.page.locator(".squiggly-error, .squiggly-warning, .squiggly-info").count())

    def hover(self, wanted: str) -> str:
        """The text shown for the place of the cursor."""
        self.page.keyboard.press("Control+k")
        self.page.keyboard.press("Control+i")
        found = self.page.locator(".monaco-hover:visible", has_text=wanted)
        found.first.wait_for(timeout=PATIENCE)
        self.links = [
            one.get_attribute("data-href") or one.get_attribute("href") for one in found.first.locator("a").all()
        ]
        text = str(found.first.inner_text())
        self.page.keyboard.press("Escape")
        return text

    def text(self) -> str:
        """The text that is shown."""
        return str("\n".join(self.page.locator(".view-line").all_inner_texts())).replace("\xa0", " ")

    def shot(self, name: str) -> None:
        """Take a picture."""
        self.page.screenshot(path=str(self.shots / f"vscode-{name}.png"))

    def command(self, name: str) -> None:
        """Run a command of the palette."""
        self.page.keyboard.press("F1")
        self.page.wait_for_selector(".quick-input-widget >> visible=true", timeout=PATIENCE)
        self.page.keyboard.type(name)
        time.sleep(2)
        self.page.keyboard.press("Enter")
        time.sleep(2)


def one_folder(window: Window, url: str, files: dict[str, Path]) -> None:
    """Findings, hover, a quick fix, saving, a change outside."""
    file = files["one/declared"]
    window.open(f"{url}?folder={quote(str(file.parent))}", file)
    window.command("Problems: Focus on Problems View")
    print("opened:", window.problems("CK052"))
    window.go_to("4:2")
    print("hover at a response:", window.hover("HTTP/1.1 204")[:60].replace("\n", " | "))
    window.go_to("3:35")
    print("hover at a finding:", window.hover("same-site-none-without-secure")[:80].replace("\n", " | "))
    print("links:", window.links)
    window.shot("hover")
    before = window.squiggles()
    window.go_to("1:1")
    window.page.keyboard.type("import os")
    window.page.keyboard.press("Enter")
    time.sleep(4)
    print("a line put above, squiggles before and now:", before, window.squiggles(), window.problems("CK052"))
    window.go_to("4:40")
    window.page.keyboard.press("Control+.")
    window.page.locator(".action-widget:visible", has_text="CK052").first.wait_for(timeout=PATIENCE)
    window.shot("fix")
    window.page.keyboard.press("Enter")
    time.sleep(3)
    print("fixed:", [line for line in window.text().splitlines() if "cookie" in line])
    window.page.keyboard.press("Control+s")
    print("saved:", window.problems("CK052", gone=True), "on disk:", "insecure" not in file.read_text(encoding="utf-8"))
    file.write_text(FAULTY, encoding="utf-8")
    print("changed outside:", window.problems("CK052"))
    window.shot("outside")


def other(window: Window, url: str, files: dict[str, Path], home: Path) -> None:
    """Two folders, a file of none, and a buffer that was never saved."""
    both = f"{url}?workspace={quote(str(home / 'two.code-workspace'))}"
    for name, code in (("one/foreign", "CK052"), ("zwei ü %41/declared", "CK052"), ("outside/declared", "CK052")):
        window.open(both, files[name])
        window.command("Problems: Focus on Problems View")
        print(f"{name}:", window.problems(code))
    window.open(both, files["zwei ü %41/foreign"])
    window.command("Problems: Focus on Problems View")
    time.sleep(15)
    print("zwei/foreign, ignored there:", window.page.locator(".markers-panel").all_inner_texts())
    window.shot("two")
    window.command("File: New Untitled Text File")
    window.command("Change Language Mode")
    window.page.keyboard.type("Python")
    time.sleep(1)
    window.page.keyboard.press("Enter")
    time.sleep(1)
    for line in FOREIGN.replace("😀é", "").splitlines():
        window.page.keyboard.insert_text(line)
        window.page.keyboard.press("Enter")
    print("never saved:", window.problems("CK052"))
    window.shot("untitled")


def main() -> None:
    """Do all of it."""
    from playwright.sync_api import sync_playwright  # type: ignore[import-not-found] # only where editors are driven

    url, home, shots = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3])
    shots.mkdir(parents=True, exist_ok=True)
    files = project(home)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=_FLAGS.split())
        parts: list[Callable[[Window], None]] = [
            lambda window: one_folder(window, url, files),
            lambda window: other(window, url, files, home),
        ]
        for part in parts:
            window = Window(browser.new_page(viewport={"width": 1300, "height": 900}), shots)
            try:
                part(window)
            except Exception as error:  # noqa: BLE001 - the other part is of use without this one
                print("failed:", type(error).__name__, str(error)[:400])
                window.shot("failed")


if __name__ == "__main__":
    main()
