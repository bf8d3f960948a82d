"""Clients for the emulator's own AWS APIs, for the additions: botocore refuses any parameter AWS does not know."""

import os
from functools import lru_cache
from threading import Lock

import botocore.session
from botocore.config import Config

_lock = Lock()


@lru_cache
def _client(service):
    return botocore.session.Session().create_client(
        service,
        region_name=os.environ["MINISTACK_REGION"],
        endpoint_url=f"https://localhost:{os.environ['GATEWAY_PORT']}",
        verify=os.environ["AWS_CA_BUNDLE"],
        aws_access_key_id=os.environ["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=os.environ["AWS_SECRET_ACCESS_KEY"],
        config=Config(s3={"addressing_style": "path"}, retries={"total_max_attempts": 1}),
    )


def client(service):
    """A client may be shared between threads, but not made by two at once."""
    with _lock:
        return _client(service)
