"""One file, one idea: what is written by hand fits in 300 lines."""

from pathlib import Path

from tests.support.paths import ROOT

LONGEST = 300
#: In the first lines of a file that a generator writes, which may be as long as its table.
GENERATED = "Written by `nox -s generate`"


def too_long(folder: Path) -> dict[str, int]:
    """The hand-written modules that are over the limit, with their lines."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py"))}
    lines = {path: len(text.splitlines()) for path, text in texts.items() if GENERATED not in text[:400]}
    return {path.relative_to(folder).as_posix(): count for path, count in lines.items() if count > LONGEST}


def test_no_hand_written_module_is_over_300_lines() -> None:
    assert too_long(ROOT / "src") == {}, "split it by idea: a module for each, named after it"


def test_a_module_that_is_too_long_is_found(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "grown.py").write_text("x = 1\n" * 301, encoding="utf-8")
    (tmp_path / "full.py").write_text("x = 1\n" * 300, encoding="utf-8")
    (tmp_path / "table.py").write_text(f"# {GENERATED}; do not edit.\n" + "x = 1\n" * 999, encoding="utf-8")

    assert too_long(tmp_path) == {"inside/grown.py": 301}
