"""The media type of a file by its name: the same on every machine."""

from __future__ import annotations

import functools
import mimetypes

#: Extensions that some of the supported versions of Python do not know, or know by an old name.
_ADDED = {
    ".7z": "application/x-7z-compressed",
    ".apng": "image/apng",
    ".avif": "image/avif",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".flac": "audio/flac",
    ".geojson": "application/geo+json",
    ".glb": "model/gltf-binary",
    ".gltf": "model/gltf+json",
    ".heic": "image/heic",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".jsonl": "application/jsonl",
    ".jxl": "image/jxl",
    ".m4a": "audio/mp4",
    ".m4v": "video/mp4",
    ".markdown": "text/markdown",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".mkv": "video/x-matroska",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ogg": "audio/ogg",
    ".ogv": "video/ogg",
    ".otf": "font/otf",
    ".parquet": "application/vnd.apache.parquet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".rtf": "application/rtf",
    ".toml": "application/toml",
    ".ttf": "font/ttf",
    ".wasm": "application/wasm",
    ".weba": "audio/webm",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
}
#: A compressed file is sent as it is: no Content-Encoding, which clients would undo (RFC 9110 section 8.4).
_COMPRESSED = {"gzip": "application/gzip", "bzip2": "application/x-bzip2", "xz": "application/x-xz"}

#: For a name that says nothing.
UNKNOWN = "application/octet-stream"


@functools.cache
def _known() -> mimetypes.MimeTypes:
    # Not the module's own functions: those read the files and the registry of the machine.
    known = mimetypes.MimeTypes()
    for extension, media_type in _ADDED.items():
        known.add_type(media_type, extension)
    return known


def media_type_of(name: str) -> str:
    """The Content-Type of a file of that name; text has `charset=utf-8`, and UNKNOWN is for what no table knows."""
    return _of_extension(name.rpartition(".")[2].lower()) if "." in name else UNKNOWN


@functools.lru_cache(maxsize=256)
def _of_extension(extension: str) -> str:
    media_type, encoding = _known().guess_type(f"x.{extension}")
    if encoding is not None:
        return _COMPRESSED.get(encoding, UNKNOWN)
    if media_type is None:
        return UNKNOWN
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
