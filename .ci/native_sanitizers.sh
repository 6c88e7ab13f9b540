#!/bin/sh
# The extension's tests under AddressSanitizer and UndefinedBehaviorSanitizer, on a copy of src.
#     .ci/native_sanitizers.sh [PYTHON] [PYTEST ARGUMENT...]
# Needs gcc with its sanitizers (Debian: libasan and libubsan come with gcc), and a Python that has the tests' packages.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
python=${1:-python3}
[ $# -gt 0 ] && shift
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cp -r "$root/src" "$room/src"
rm -f "$room"/src/antiphon/_native*.so
include=$("$python" -c 'import sysconfig; print(sysconfig.get_path("include"))')
suffix=$("$python" -c 'import sysconfig; print(sysconfig.get_config_var("EXT_SUFFIX"))')
gcc -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined -fPIC -shared \
    "-I$include" "$room"/src/native/*.c -o "$room/src/antiphon/_native$suffix"
# Python is not built with them, so they are loaded before it. What it keeps until it ends is no leak, and its own
# allocator would hide blocks that are used after they were freed.
export LD_PRELOAD="$(gcc -print-file-name=libasan.so) $(gcc -print-file-name=libubsan.so)"
export ASAN_OPTIONS=detect_leaks=0 PYTHONMALLOC=malloc PYTHONPATH="$room/src"
cd "$root"
if [ $# -eq 0 ]; then set -- tests/test_native_*.py tests/test_threads.py; fi
"$python" -m pytest -q -p no:cacheprovider "$@"
