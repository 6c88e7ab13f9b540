# Written by `nox -s generate` from src; do not edit.
"""CR005."""

from antiphon.rules.rule import Rule

reflected_origin_without_vary: Rule
"""A response whose Access-Control-Allow-Origin varies with the request says so in Vary.

A cache, the browser's own included, keeps the answer for one origin and hands it to the next one, which it does
not name: requests fail now and then, depending on who asked first. One fixed origin needs no Vary."""
