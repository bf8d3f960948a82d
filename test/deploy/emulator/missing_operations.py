"""Operations of services that the emulator has not: made of those it has, or of a state of their own."""

import inspect
import json

from ministack.core.responses import AccountRegionScopedDict
from ministack.services import bedrock, kms


def add_missing_operations():
    add_re_encrypt()
    add_data_retention()


def add_re_encrypt():
    """kms:ReEncrypt: to decrypt and to encrypt, the plaintext staying inside."""
    if hasattr(kms, "_re_encrypt"):
        raise SystemExit("ministack has kms:ReEncrypt now: remove ours")
    native = kms.handle_request

    async def handle_request(method, path, headers, body, query_params):
        if headers.get("x-amz-target") != "TrentService.ReEncrypt":
            return await native(method, path, headers, body, query_params)
        return re_encrypt(json.loads(body))

    kms.handle_request = handle_request


def re_encrypt(request):
    opened = kms._decrypt(
        {
            "CiphertextBlob": request["CiphertextBlob"],
            "KeyId": request.get("SourceKeyId", ""),
            "EncryptionContext": request.get("SourceEncryptionContext", {}),
        }
    )
    if opened[0] != 200:
        return opened
    source = json.loads(opened[2])
    sealed = kms._encrypt(
        {
            "Plaintext": source["Plaintext"],
            "KeyId": request["DestinationKeyId"],
            "EncryptionContext": request.get("DestinationEncryptionContext", {}),
        }
    )
    if sealed[0] != 200:
        return sealed
    status, headers, body = sealed
    answer = {**json.loads(body), "SourceKeyId": source["KeyId"]}
    return status, headers, json.dumps(answer).encode()


# Source: Bedrock API reference, GetAccountDataRetention and PutAccountDataRetention; an account that set none inherits.
RETENTION_PATH = "/data-retention"
RETENTION_MODES = ("none", "default", "aws_review", "provider_data_share", "inherit")
retention = AccountRegionScopedDict()


def add_data_retention():
    """The data retention mode of an account in a Region: kept, and told; no model asks for it."""
    if RETENTION_PATH in inspect.getsource(bedrock):
        raise SystemExit("ministack has bedrock:PutAccountDataRetention now: remove ours")
    native = bedrock.handle_request

    async def handle_request(method, path, headers, body, query_params):
        if path != RETENTION_PATH:
            return await native(method, path, headers, body, query_params)
        if method == "PUT":
            mode = json.loads(body or b"{}").get("mode")
            if mode not in RETENTION_MODES:
                return bedrock._validation("mode is none that there is")
            retention["mode"] = mode
        return bedrock._json({"mode": retention.get("mode", "inherit")})

    bedrock.handle_request = handle_request
