#!/usr/bin/env bash
# The tests on Python 3.14 and 3.15, in a root of Debian's testing suite: `sudo tools/debian_pythons.sh DIR [TEST...]`.
#
# DIR is the folder of the root, made with debootstrap where it is absent, from the mirror that this machine's apt uses
# or from $DEBIAN_MIRROR. Tests are pytest's arguments; without any, all that depend on the Python are run.
# With ANNOTATIONS=values, `from __future__ import annotations` is taken out of the tests, so that the classes in them
# are those of PEP 649; a test that needs its annotations as text says why behind the import. VERSIONS="3.14" names one.
set -eu -o pipefail
[ $# -ge 1 ] || { sed -n '2,7s/^# //p' "$0"; exit 2; }
root=$(realpath -m "$1"); shift
source=$(cd "$(dirname "$0")/.." && pwd)
mirror=${DEBIAN_MIRROR:-$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
    sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)\?\([^ ]*\) .*/\2/p' | head -1 || true)}
mirror=${mirror:-http://deb.debian.org/debian}
if [ ! -x "$root/usr/bin/python3.15" ]; then
    scripts=/usr/share/debootstrap/scripts
    [ -e $scripts/forky ] || ln -s sid $scripts/forky
    debootstrap --variant=minbase forky "$root" "$mirror"
    chroot "$root" apt-get install -y -qq --no-install-recommends ca-certificates git \
        python3.14 python3.14-venv python3.15 python3.15-venv
fi
cp /etc/resolv.conf "$root/etc/"
cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
alone=
# Frameworks change classes of their own and of each other, so each is tested in a process of its own, as by nox.
[ $# -gt 0 ] || {
    for one in litestar flask aiohttp django quart sanic falcon blacksheep documents shop_on_frameworks; do
        alone="$alone tests/integrations/test_$one.py"
    done
    set -- tests --ignore=tests/project --ignore=tests/suites $(printf -- '--ignore=%s ' $alone)
}
code=0
for version in ${VERSIONS:-3.14 3.15}; do
    sources=$root/root/antiphon-$version
    rm -rf "$sources"
    mkdir -p "$sources"
    git -C "$source" archive HEAD | tar -x -C "$sources"
    [ "${ANNOTATIONS:-}" != values ] ||
        find "$sources/tests" -name '*.py' -not -path '*/tests/typing/*' \
            -exec sed -i '/^from __future__ import annotations$/d' {} +
    chroot "$root" env LANG=C.UTF-8 PIP_FIND_LINKS= bash -euc '
        version=$1; alone=$2; shift 2; cd /root/antiphon-$version
        [ -d /root/venv-$version ] || python$version -m venv /root/venv-$version
        export PATH=/root/venv-$version/bin:$PATH
        pip install -q --group tests --group together && pip install -q --force-reinstall --no-deps .
        code=0
        python -m pytest -q -p no:cacheprovider "$@" || code=$?
        for one in $alone; do python -m pytest -q -p no:cacheprovider "$one" || code=$?; done
        exit $code' bash "$version" "$alone" "$@" || code=$?
done
exit $code
