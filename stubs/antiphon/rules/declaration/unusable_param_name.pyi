# Written by `nox -s generate` from src; do not edit.
"""AN009."""

from antiphon.rules.rule import Rule

unusable_param_name: Rule
"""The name of a param can be the name of a keyword parameter.

It becomes one of the compiled response. `content` is the response's content, names that begin with an underscore
are the compiler's, and Python takes names that differ only in their compatibility forms for one."""
