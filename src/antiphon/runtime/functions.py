"""The text of a shape's functions, line by line: see `antiphon.runtime.codegen`, which shows one."""

from __future__ import annotations

from collections.abc import Callable

from antiphon.runtime.background import BACKGROUND
from antiphon.runtime.content.own_forms import PYDANTIC_DATACLASSES
from antiphon.runtime.lines_of_code import indented, listed
from antiphon.runtime.shape import LineKind, Parameter, Shape

#: From a binding, or a name of `codegen.RUN_TIME`, to its name in the generated text.
Named = Callable[[str], str]


class Functions:
    """The bodies of a shape's functions, in lines. `named` is asked for every name that is not of the text's own."""

    def __init__(self, shape: Shape, named: Named) -> None:
        self._shape = shape
        self._named = named
        self.content: tuple[str, ...] = () if shape.content in ("empty", "fixed") else ("content",)
        self.is_carried: bool = shape.content == "carried"
        #: The parameters of the sending function that come before all others.
        self.exchange: tuple[str, ...] = ("_scope", "_receive", "_send", "/") if self.is_carried else ("_send", "/")

    def keywords(self) -> list[tuple[str, str]]:
        """The params, which are keyword parameters, each with the text of its default if it has one."""
        return [
            (p.name, self._named(f"_default{i}") if p.default else "None" if p.optional else "")
            for i, p in enumerate(self._shape.parameters)
        ]

    def parameters(self) -> list[str]:
        """The parameters but those of the exchange: content, params, and the work that follows.

        A call without keyword-only parameters is quicker, so the work is one only where params are.
        """
        keywords = [f"{name}={default}" if default else name for name, default in self.keywords()]
        star = ["*"] if keywords or self._shape.reply else []
        return [*self.content, *star, *keywords, f"{BACKGROUND}=None"]

    def _check_work(self) -> list[str]:
        return [f"if {BACKGROUND} is not None: {self._named('_check_work')}({BACKGROUND})"]

    def _instance(self) -> list[str]:
        """Makes the response, of a class that has its status and no work, or with work of another: `as_declared`."""
        made = f"{self._named('_Response')}()"
        if self.is_carried:
            status, work = f"_response.status_code = {self._named('_status')}", f"_response.background = {BACKGROUND}"
            return [f"_response = {made}", status, *self._check_work(), work]
        with_work = f"{self._named('_with_work')}({self._named('_Response')}, {BACKGROUND})"
        return [f"_response = {made} if {BACKGROUND} is None else {with_work}"]

    def respond(self) -> list[str]:
        """Makes a response object."""
        steps, lines = self._field_lines("_response.raw_headers = ")
        return [
            *self._octets_of_arguments(),
            *steps,
            *self._instance(),
            *([] if self._shape.content == "empty" else self._put_on("_response")),
            *lines,
            *(f"_response.{extra}" for extra in self._extras()),
            "return _response",
        ]

    def send(self, respond: str) -> list[str]:
        """Sends the response in place, without an object but where work is to follow: `respond` makes it then."""
        given = [*self.content, *(f"{name}={name}" for name, _ in self.keywords()), f"{BACKGROUND}={BACKGROUND}"]
        made = f"{respond}({', '.join(given)})"
        sent = f"{made}(_scope, _receive, _send)" if self.is_carried else f"{self._named('_send_alone')}({made}, _send)"
        with_work = [f"if {BACKGROUND} is not None:", f"    await {sent}", "    return"]
        return [*with_work, *(self._transmit() if self.is_carried else self._send())]

    def _send(self) -> list[str]:
        """Sends octets that are made first."""
        steps, lines = self._field_lines('"headers": ')
        return [
            *self._octets_of_arguments(),
            *steps,
            "await _send({",
            '    "type": "http.response.start",',
            f'    "status": {self._named("_status")},',
            *indented([*lines[:-1], f"{lines[-1]},"]),
            "})",
            f'await _send({{"type": "http.response.body", "body": {self._body()}}})',
        ]

    def constructor(self) -> list[str]:
        """Fills an instance of a class of replies: see `antiphon.reply.as_declared`."""
        steps, lines = self._field_lines("self.raw_headers = ")
        checked, work = self._check_work(), f"self.{BACKGROUND} = {BACKGROUND}"
        return [
            f"self._as_declared = {None if self.is_carried else self._named('_status')}",
            *(["self.content = content"] if self.content else []),  # what is accepted may be less
            *self._octets_of_arguments(),
            *steps,
            *([*checked, work] if self.is_carried else [f"{checked[0]}; {work}"]),
            *([] if self._shape.content == "empty" else self._put_on("self")),
            *lines,
            *(f"self.{extra}" for extra in self._extras()),
            *(f"self.{parameter.name} = {parameter.name}" for parameter in self._shape.parameters),
        ]

    def encoder(self) -> list[str]:
        """Gives the octets of content, for a body that is made of several."""
        return [*self._octets_of_content()[:-1], "return _data"]

    def _transmit(self) -> list[str]:
        """Sends carried content piece by piece, for which the whole exchange is needed."""
        steps, lines = self._field_lines("_headers = ")
        named = self._named
        return [
            *self._octets_of_arguments(),
            *steps,
            *([] if steps else lines),
            f"await {named('_transmit')}(content, {named('_status')}, _headers, _scope, _receive, _send)",
        ]

    def _put_on(self, response: str) -> list[str]:
        """The statements that put the content on a response."""
        if self.is_carried:
            return [f"{response}.carried = content", f"{response}.transmit = {self._named('_transmit')}"]
        return [f"{response}.body = {self._body()}"]

    def _body(self) -> str:
        if self.content:
            return "_data"
        return 'b""' if self._shape.content == "empty" else self._named("_octets")

    def _extras(self) -> list[str]:
        """Attributes that differ from the class's own."""
        return [
            *([f"media_type = {self._named('_media_type')}"] if self._shape.own_media_type else []),
            *(['background_policy = "on_success"'] if self._shape.on_success else []),
        ]

    def _octets_of_arguments(self) -> list[str]:
        """The statements that turn arguments into octets: content, then params."""
        lines = self._octets_of_content() if self.content else []
        for i, parameter in enumerate(self._shape.parameters):
            name, value = parameter.name, f"_value{i}"
            steps = self._value(i, parameter)
            if parameter.default:
                default = self._named(f"_default{i}")
                octets = f"{value} = {self._named(f'_default_octets{i}')}"
                steps = [f"if {name} is {default}:", f"    {octets}", "else:", *indented(steps)]
            if parameter.optional:
                steps = [f"{value} = None", f"if {name} is not None:", *indented(steps)]
            lines += steps
        return lines

    def _octets_of_content(self) -> list[str]:
        shape, named = self._shape, self._named
        lines = [] if shape.floats and shape.exact == "items" else self._accepted()
        if self.is_carried:
            return lines
        if shape.content == "octets":
            return [*lines, "_data = content", f"_size = {named('_len')}(_data)"]
        keywords = f", {shape.keywords}" if shape.keywords else ""
        # `find` beats `in`, which first tries the name as an integer and pays for an exception.
        signs = " or ".join(f"_data.find({sign!r}) >= 0" for sign in shape.nan_signs)
        searches = [f"    if {signs}: {named('_check_nan')}(content)"] if signs else []
        return [
            *lines,
            "try:",
            *indented(self._finite()),
            *indented(self._own_forms()),
            f"    _data = {named('_encode')}(content{keywords})",
            *searches,
            f"except {named('_ENCODE_ERRORS')} as _error:",
            f"    raise {named('_unencodable')}(_error, content) from None",
            f"_size = {named('_len')}(_data)",
        ]

    def _accepted(self) -> list[str]:
        """Content that is not exactly of the declared type is checked, and narrowed or refused."""
        named = self._named
        accept = f"content = {named('_accept')}(content)"
        if not self._shape.exact:
            return [accept]
        if self._shape.exact == "none":
            return []
        if self._shape.exact == "type":
            return [f"if {named('_type')}(content) is not {named('_exact')}: {accept}"]
        exact = f"{named('_count')}({named('_map')}({named('_type')}, content), {named('_exact')})"
        other = f"{named('_type')}(content) is not {named('_list')} or {exact} != {named('_len')}(content)"
        return [f"if {other}: {accept}"]

    def _own_forms(self) -> list[str]:
        """Where content has places without a type, pydantic dataclasses at these write themselves."""
        if not self._shape.untyped:
            return []
        named = self._named
        return [f"if {PYDANTIC_DATACLASSES!r} in {named('_modules')}: content = {named('_own_forms')}(content)"]

    def _finite(self) -> list[str]:
        """Test the floats of the content: NaN less NaN and an infinity less itself are not 0.

        The floats of a list are added up in the loop that looks at its types, since a sum with such a number is one
        itself; `_check_nan` tells a sum that merely grew too large, or that an int among them is too large for a float.
        """
        named, floats = self._named, self._shape.floats
        if self._shape.exact != "items" or not floats:
            lines = []
            for name, may_be_none in floats:
                some = "_number is not None and " if may_be_none else ""
                check_nan = f"{named('_check_nan')}(content)"
                lines += [f"_number = content.{name}", f"if {some}_number - _number != 0.0: {check_nan}"]
            return lines
        accept, check_nan = f"content = {named('_accept')}(content)", f"{named('_check_nan')}(content)"
        added = " + ".join(f"(_item.{name} or 0.0)" if may_be_none else f"_item.{name}" for name, may_be_none in floats)
        return [
            f"if {named('_type')}(content) is not {named('_list')}:",
            f"    {accept}",
            f"    {check_nan}",
            "else:",
            "    _number = 0.0",
            "    try:",
            "        for _item in content:",
            f"            if {named('_type')}(_item) is not {named('_exact')}:",
            f"                {accept}",
            f"                {check_nan}",
            "                break",
            f"            _number += {added}",
            "        else:",
            f"            if _number - _number != 0.0: {check_nan}",
            f"    except {named('_OverflowError')}:",
            f"        {check_nan}",
        ]

    def _value(self, i: int, parameter: Parameter) -> list[str]:
        """The octets of a param's argument; one that fails the quick test gets the full check, which raises."""
        named, name, value = self._named, parameter.name, f"_value{i}"
        checked = f"{value} = {named(f'_check{i}')}({name})"
        if parameter.kind == "converted":
            return [checked]
        if parameter.kind == "typed":  # a value of the field's own type was checked when it was made
            exact = f"{named('_type')}({name}) is {named(f'_type{i}')}"
            return [f"{value} = {name}.encode() if {exact} else {checked.partition(' = ')[2]}"]
        # `translate` and `strip` give the same octets, and not a copy, where nothing changes.
        if parameter.kind == "cookie":
            doubts = f"{value}.translate({named('_COOKIE_OCTETS')}) is not {value}"
            doubts += f" or {named('_len')}({value}) > {named(f'_limit{i}')}"
        elif parameter.kind == "target":  # a plain path that stays on its origin; "/" alone is read at length
            doubts = (
                f"{value}.translate({named('_PATH_OCTETS')}) is not {value} or {value}[0] != 47 or {value}[1] == 47"
            )
        else:
            doubts = f"{value}.translate({named('_FIELD_OCTETS')}) is not {value} or {value}.strip() is not {value}"
        return [
            "try:",
            f"    {value} = {name}.encode()",
            f"    if {doubts}:",
            f"        {checked}",
            f"except {named('_NOT_TEXT')}:",
            f"    {checked}",
        ]

    def _field_lines(self, prefix: str) -> tuple[list[str], list[str]]:
        """The field lines, after what is done before: a list, whose text begins with `prefix`.

        Finished lines and params that are always there come first, then Content-Length, then optional params.
        """
        parameters = self._shape.parameters
        items = [
            self._item(i, item)
            for i, item in enumerate(self._shape.lines)
            if not isinstance(item, int) or not parameters[item].optional
        ]
        if self.content and not self.is_carried:
            lengths = self._named("_LENGTHS")
            items.append(f'{lengths}[_size] if _size < 4096 else (b"content-length", b"%d" % _size)')
        hashed = any(isinstance(item, str) for item in self._shape.lines)
        steps = [f"_hash = {self._named('_sha256')}(_data).digest()"] if hashed else []
        optional = [i for i, parameter in enumerate(parameters) if parameter.optional]
        if not optional:
            return steps, listed(prefix, items)
        added = [
            line
            for i in optional
            for line in (f"if _value{i} is not None:", f"    _headers.append({self._item(0, i)})")
        ]
        return [*steps, *listed("_headers = ", items), *added], [f"{prefix}_headers"]

    def _item(self, at: int, item: LineKind) -> str:
        """One field line, `at` that place of the shape's: name and value."""
        named = self._named
        if item is None:
            return named(f"_line{at}")
        if isinstance(item, tuple):
            values = "".join(f"_value{part}, " for part in item)
            return f"({named(f'_name{at}')}, {named(f'_format{at}')} % ({values}))"
        if isinstance(item, str):
            return f"({named(f'_name{at}')}, {named(f'_{item}')}(_hash))"
        value = f"_value{item}"
        if self._shape.parameters[item].cookie:
            value = f"{named(f'_template{item}')} % {value}"
        return f"({named(f'_field{item}')}, {value})"
