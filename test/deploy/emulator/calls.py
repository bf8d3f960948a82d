"""Calls AWS APIs for the test with AWS's own SDK for Python, which the emulator brings along: a call a line on stdin,
its answer a line on stdout. Saves the project one SDK package for each service it reads back.
"""

import base64
import datetime
import json
import os
import sys
from functools import lru_cache

import botocore.session
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.response import StreamingBody

SESSION = botocore.session.Session()


@lru_cache
def client(service, endpoint, key, secret):
    return SESSION.create_client(
        service,
        region_name=os.environ["AWS_REGION"],
        endpoint_url=endpoint,
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        config=Config(s3={"addressing_style": "path"}, retries={"total_max_attempts": 1}),
    )


def plain(value):
    if isinstance(value, StreamingBody):
        # an object that is no text is told as far as it is
        return value.read().decode(errors="replace")
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def answer(call):
    made = client(call["service"], call["endpoint"], call["key"], call["secret"])
    try:
        result = getattr(made, xform_name(call["operation"]))(**call["parameters"])
    except ClientError as error:
        return {"error": error.response["Error"]["Code"], "message": str(error)}
    except BotoCoreError as error:
        return {"error": type(error).__name__, "message": str(error)}
    result.pop("ResponseMetadata", None)
    return {"result": result}


for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps({"id": request["id"], **answer(request)}, default=plain), flush=True)
