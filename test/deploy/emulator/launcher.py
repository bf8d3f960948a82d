"""Starts ministack, the AWS emulator of the deploy test: on loopback, with IAM enforced, over TLS and beside it over plain
HTTP (so that a policy that refuses plain HTTP can be seen refusing it).

The emulator stays as its authors ship it. Added are only resource types its CloudFormation does not know, although its
services do (missing_types.py), properties its CloudFormation drops, although its services keep them
(dropped_properties.py), alarms over metric math (metric_math.py), validators of requests
(request_validators.py), what two answers leave out (answers.py), operations of
its services (missing_operations.py), what its IAM does not know of a request (condition_keys.py), and private REST APIs as
they are called through an endpoint (private_api.py). What the emulator has grown
itself stops the start.
"""

import asyncio
import json
import os
import sys
import threading
from importlib.metadata import version
from pathlib import Path

EMULATOR = "ministack"
# The additions reach into the emulator: another version is another emulator.
REQUIREMENTS = Path(__file__).with_name("requirements.txt").read_text().splitlines()
PINNED = next(line.split("==")[1] for line in REQUIREMENTS if line.startswith(f"{EMULATOR}=="))

if version(EMULATOR) != PINNED:
    sys.exit(f"{EMULATOR} {version(EMULATOR)} is installed, these additions were written for {PINNED}")

from hypercorn.asyncio import serve
from hypercorn.config import Config
from ministack.app import app
from ministack.services.cloudformation import provisioners, stacks

from answers import repair_answers
from condition_keys import add_condition_keys
from dropped_properties import COMPLETIONS
from metric_math import TYPE as METRIC_MATH, substitute
from missing_operations import add_missing_operations
from missing_types import ADAPTERS
from private_api import add_private_api
from request_validators import TYPE as REQUEST_VALIDATOR, make_them


def add_missing_types(handlers):
    for type_name, adapter in ADAPTERS.items():
        if type_name in handlers:
            sys.exit(f"{EMULATOR} has {type_name} now: remove our adapter")
        handlers[type_name] = adapter


def complete(handlers):
    for type_name, completion in COMPLETIONS.items():
        handler = handlers[type_name]
        handlers[type_name] = {
            **handler,
            "create": after_create(handler["create"], completion),
            "update": after_update(handler["update"], completion),
        }


def after_create(create, completion):
    def created(logical_id, properties, stack_name):
        physical_id, attributes = create(logical_id, properties, stack_name)
        completion(physical_id, properties)
        return physical_id, attributes

    return created


def after_update(update, completion):
    def updated(physical_id, old, new, *more):
        result = update(physical_id, old, new, *more)
        completion(result[0], new)
        return result

    return updated


def run_additions_beside_the_event_loop():
    """They call the emulator over HTTP, so they must not block the loop that answers them."""
    native = stacks._runs_on_worker_thread
    ours = {*ADAPTERS, *COMPLETIONS, METRIC_MATH, REQUEST_VALIDATOR}
    stacks._runs_on_worker_thread = lambda type_name: type_name in ours or native(type_name)


def end_with_the_test():
    """The test holds the other end of stdin; however it ends, so does the emulator."""
    sys.stdin.read()
    os._exit(0)


def main():
    threading.Thread(target=end_with_the_test, daemon=True).start()
    add_missing_types(provisioners._RESOURCE_HANDLERS)
    substitute(provisioners._RESOURCE_HANDLERS)
    make_them(provisioners._RESOURCE_HANDLERS)
    complete(provisioners._RESOURCE_HANDLERS)
    run_additions_beside_the_event_loop()
    repair_answers()
    add_condition_keys()
    add_missing_operations()
    add_private_api()
    config = Config()
    config.bind = [f"127.0.0.1:{os.environ['GATEWAY_PORT']}"]
    config.insecure_bind = [f"127.0.0.1:{os.environ['PLAIN_PORT']}"]
    config.certfile = os.environ["MINISTACK_SSL_CERT"]
    config.keyfile = os.environ["MINISTACK_SSL_KEY"]
    config.keep_alive_timeout = 75
    print(json.dumps({"emulator": f"{EMULATOR} {PINNED}", "added": sorted(ADAPTERS), "completed": sorted(COMPLETIONS),
                      "known": sorted(provisioners._RESOURCE_HANDLERS)}), flush=True)
    asyncio.run(serve(app, config))


main()
