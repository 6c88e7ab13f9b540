"""Content declared as an iterable: taken once, as a list. Streams are another matter: see `.stream(...)`."""

from __future__ import annotations

import collections.abc
from collections.abc import Callable
from typing import Any, get_args, get_origin

from antiphon.runtime.content.refused import wrong_type

_ITERATED = (collections.abc.Iterable, collections.abc.Iterator, collections.abc.Generator)


def iterated(type_: Any) -> Any:
    """The type of the items of an iterable that may be used up by one look; None for any other type."""
    if (get_origin(type_) or type_) not in _ITERATED:
        return None
    return (*get_args(type_), Any)[0]


def listed(type_: Any, accept: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The items of what is given, as `accept` takes a list. An exception that the iterable raises is not touched."""

    def accept_items(content: Any) -> Any:
        if isinstance(content, str | bytes):  # the items of a text are hardly meant
            raise wrong_type(content, str(type_))
        try:
            items = iter(content)
        except TypeError:
            raise wrong_type(content, str(type_)) from None
        return accept(list(items))

    return accept_items
