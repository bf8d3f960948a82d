"""What the emulator's IAM leaves out of a decision: on a KMS key, the encryption context of the request and how it signs; on Bedrock's data
retention, the mode it is asked for; on an object, the condition and the key it is written with; of a function, the
alias that is invoked; and policy variables such as
${aws:PrincipalTag/tenant} in the values of conditions.
"""

import json
import re

from ministack.core import iam_actions, iam_evaluator

VARIABLE = re.compile(r"\$\{([^},]+)\}")
# IAM: a variable whose key the request lacks matches nothing.
NOTHING = "\0"


def add_condition_keys():
    tell_of_key_uses()
    tell_of_data_retention()
    tell_of_uploads()
    tell_of_qualifiers()
    fill_in_policy_variables()


def tell_of_key_uses():
    native = iam_actions.request_tag_context

    def request_context(service, iam_action, body, params):
        return {**native(service, iam_action, body, params), **key_use(service, body)}

    iam_actions.request_tag_context = request_context


# What conditions on kms:Sign are about. Source: KMS developer guide, "AWS KMS condition keys".
SIGNING = ("MessageType", "SigningAlgorithm")


def key_use(service, body):
    if service != "kms" or body[:1] != b"{":
        return {}
    request = json.loads(body)
    pairs = request.get("EncryptionContext") or {}
    keys = {f"kms:{name}": request[name] for name in SIGNING if name in request}
    keys |= {f"kms:EncryptionContext:{name}": value for name, value in pairs.items()}
    return {**keys, "kms:EncryptionContextKeys": list(pairs)} if pairs else keys


def tell_of_data_retention():
    native = iam_actions.request_tag_context

    def request_context(service, iam_action, body, params):
        return {**native(service, iam_action, body, params), **data_retention(iam_action, body)}

    iam_actions.request_tag_context = request_context


def data_retention(iam_action, body):
    if iam_action != "bedrock:PutAccountDataRetention" or body[:1] != b"{":
        return {}
    return {"bedrock:DataRetentionMode": json.loads(body).get("mode", "")}


# Condition keys of s3:PutObject that are headers of the request. Source: service authorization reference, Amazon S3.
UPLOADS = {
    "s3:if-none-match": "if-none-match",
    "s3:x-amz-server-side-encryption-aws-kms-key-id": "x-amz-server-side-encryption-aws-kms-key-id",
    "s3:x-amz-server-side-encryption-customer-algorithm": "x-amz-server-side-encryption-customer-algorithm",
}


def tell_of_uploads():
    native = iam_actions.s3_service_context

    def service_context(iam_action, query_params, path, headers):
        context = native(iam_action, query_params, path, headers)
        if iam_action != "s3:PutObject":
            return context
        return {**context, **{key: headers[name] for key, name in UPLOADS.items() if headers.get(name)}}

    iam_actions.s3_service_context = service_context


def tell_of_qualifiers():
    """Whoever invokes an alias by `Qualifier` asks for the alias' ARN; the emulator asks IAM for the function's."""
    native = iam_actions.extract_resource_arn

    def resource_arn(service, method, path, headers, body, query_params, *place):
        arn = native(service, method, path, headers, body, query_params, *place)
        qualifier = (query_params or {}).get("Qualifier")
        if service != "lambda" or not qualifier or not path.endswith("/invocations"):
            return arn
        return f"{arn}:{qualifier[0] if isinstance(qualifier, list) else qualifier}"

    iam_actions.extract_resource_arn = resource_arn


def fill_in_policy_variables():
    native = iam_evaluator._conditions_met

    def conditions_met(conditions, context):
        return native(filled(conditions, context), context)

    iam_evaluator._conditions_met = conditions_met


def filled(value, context):
    if isinstance(value, dict):
        return {key: filled(member, context) for key, member in value.items()}
    if isinstance(value, list):
        return [filled(member, context) for member in value]
    return VARIABLE.sub(lambda match: of_request(match[1], context), value) if isinstance(value, str) else value


def of_request(key, context):
    value = iam_evaluator._resolve_condition_key(key, context)
    return value if isinstance(value, str) else NOTHING
