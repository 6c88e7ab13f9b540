from __future__ import annotations

import socket

from antiphon import respond

shown = respond(200).json(socket.socket).compile()  # E: no JSON form
