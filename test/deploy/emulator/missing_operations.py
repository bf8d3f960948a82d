"""Operations of services that the emulator has not, made of those it has."""

import json

from ministack.services import kms


def add_missing_operations():
    add_re_encrypt()


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
