from __future__ import annotations

import dataclasses
import socket

from antiphon import Reply


@dataclasses.dataclass
class Report:
    at: socket.socket


class Shown(Reply[Report]): ...  # E: a member has no JSON form
