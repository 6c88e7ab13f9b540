from __future__ import annotations

import dataclasses
import socket

from antiphon import respond


@dataclasses.dataclass
class Report:
    at: socket.socket


shown = respond(200).json(Report).compile()  # E: a member has no JSON form
