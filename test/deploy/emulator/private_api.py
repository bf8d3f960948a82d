"""A private REST API as it is called in a VPC: by the name that has its id and the endpoint's, which there resolves to the
endpoint and so tells IAM `aws:SourceVpce`; and what API Gateway tells a function that it invokes through an alias.
"""

import contextvars
import re

from ministack import app
from ministack.core import iam_evaluator
from ministack.services import lambda_svc

# https://API-VPCE.execute-api.REGION.amazonaws.com. Source: API Gateway developer guide, "Invoke a private API".
NAME = re.compile(r"^([a-z0-9]+)-(vpce-[0-9a-f]+)(\.execute-api\..+)$")
endpoint = contextvars.ContextVar("endpoint", default=None)


def add_private_api():
    answer_at_the_name_of_an_endpoint()
    tell_of_the_endpoint()
    tell_functions_of_their_alias()


def answer_at_the_name_of_an_endpoint():
    native = app._parse_execute_api_url

    def parse(host, path):
        named = NAME.match(host)
        endpoint.set(named[2] if named else None)
        return native(named[1] + named[3] if named else host, path)

    app._parse_execute_api_url = parse


def tell_of_the_endpoint():
    native = iam_evaluator._resolve_condition_key

    def resolve(key, context):
        if key.lower() == "aws:sourcevpce" and context.action == "execute-api:Invoke":
            return endpoint.get()
        return native(key, context)

    iam_evaluator._resolve_condition_key = resolve


def tell_functions_of_their_alias():
    """Invoked through an alias, a function is told the alias' ARN; the emulator's API Gateway tells it the version's."""
    native = lambda_svc._get_func_record_for_ref_in_scope

    def record_of(reference, *, account_id=None, region=None):
        record, config, name = native(reference, account_id=account_id, region=region)
        if config is not None and reference.count(":") == 7:
            config = {**config, "FunctionArn": reference}
        return record, config, name

    lambda_svc._get_func_record_for_ref_in_scope = record_of
