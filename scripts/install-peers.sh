#!/usr/bin/env bash
# Installs what `npm run bench:compliance` compares with, into a folder of its own: none of it is a dependency.
#   bash scripts/install-peers.sh DIR     then HIPAA_AI_PEERS=DIR npm run bench:compliance
set -euo pipefail
directory=${1:?give a folder to install into}
mkdir -p "$directory"
python3 -m venv "$directory/python"
"$directory/python/bin/pip" install --quiet cfn-lint==1.58.0 checkov==3.3.30
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps --prefix "$directory/guard" @cdklabs/cdk-validator-cfnguard@0.0.62
