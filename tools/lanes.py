"""Runs nox sessions beside each other, one more than there are processors: `python tools/lanes.py SESSION...`.

Each session's output is printed whole when it ends, so that it reads as if it had run alone. One that takes longer than
LIMIT is interrupted, and has failed. The exit code is 1 where any failed.
"""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

NOX = [sys.executable, "-m", "nox", "--noxfile", str(Path(__file__).resolve().parents[1] / "noxfile.py"), "-s"]
#: No session takes so many seconds, on a machine that is three times as busy; one that hangs is told by its name.
LIMIT = 900.0


def main(names: list[str]) -> int:
    """Run the sessions in this order, one more at a time than there are processors. Gives the exit code."""
    waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
    for name in names:
        waiting.put(name)
    printing, failed = threading.Lock(), list[str]()

    def lane() -> None:
        while True:
            try:
                name = waiting.get_nowait()
            except queue.Empty:
                return
            with printing:
                print(f"lanes > {name}: begins", flush=True)
            began = time.monotonic()
            code, output, processor = run([*NOX, name])
            seconds = f"{time.monotonic() - began:.0f} s, {processor:.0f} s of a processor"
            with printing:
                sys.stdout.buffer.write(output)
                print(f"lanes > {name}: exit code {code} after {seconds}", flush=True)
                if code:
                    failed.append(name)

    lanes = [threading.Thread(target=lane) for _ in range(min(len(names), (os.cpu_count() or 1) + 1))]
    for one in lanes:
        one.start()
    for one in lanes:
        one.join()
    if failed:
        print(f"lanes > failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def run(command: list[str]) -> tuple[int, bytes, float]:
    """The exit code, the output, and the seconds of a processor that the command and all its children took.

    The last is what compares on a machine that has other work; where the system does not count it, it is 0.
    """
    with tempfile.TemporaryFile() as output:
        lane = os.environ | {"ANTIPHON_LANES": "1"}
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, env=lane)
        # Interrupted, nox ends what it has started.
        late = threading.Timer(
            LIMIT, process.send_signal, [signal.SIGTERM if sys.platform == "win32" else signal.SIGINT]
        )
        late.daemon = True
        late.start()
        if sys.platform == "win32":
            code, processor = process.wait(), 0.0
        else:
            _, status, used = os.wait4(process.pid, 0)
            code = process.returncode = os.waitstatus_to_exitcode(status)
            processor = used.ru_utime + used.ru_stime
        told = b"" if late.is_alive() else b"lanes > interrupted after %d s\n" % LIMIT
        late.cancel()
        output.seek(0)
        return code or int(bool(told)), output.read() + told, processor


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
