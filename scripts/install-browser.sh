#!/usr/bin/env bash
# Installs what `npm run test:browser` opens the evidence report and the page of `npm run try` with, into one directory outside the repository:
#   bash scripts/install-browser.sh DIR && HIPAA_AI_BROWSER=DIR npm run test:browser
# A Chromium that is there is used; as root on Debian or Ubuntu one is installed. Nothing of it becomes a dependency:
# playwright-core (Apache-2.0) drives the browser, axe-core (MPL-2.0) checks what a screen reader gets.
set -euo pipefail
directory=${1:?usage: install-browser.sh DIR}
mkdir -p "$directory"
directory=$(cd "$directory" && pwd)

npm install --no-audit --no-fund --no-save --no-package-lock --loglevel=error --prefix "$directory" \
  playwright-core@1.65.1 axe-core@4.14.1

find_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
if ! find_browser >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
fi
browser=$(find_browser) || {
  echo "no Chromium: install one, so that 'chromium' or 'google-chrome' is on the PATH" >&2
  exit 1
}
ln -sfn "$browser" "$directory/browser"
