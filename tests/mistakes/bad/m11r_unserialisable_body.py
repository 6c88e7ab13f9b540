from __future__ import annotations

import socket

from antiphon import Reply


class Shown(Reply[socket.socket]): ...  # E: no JSON form
