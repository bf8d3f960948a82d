"""What a request says to policies and the emulator does not pass on: `kms:EncryptionContext:<name>` for each member of the
encryption context. Key policies of ours admit direct calls by it alone.
"""

import json

from ministack.core import iam_actions


def tell_encryption_context():
    native = iam_actions.request_tag_context

    def context(service, iam_action, body, params):
        told = native(service, iam_action, body, params)
        return {**told, **encryption_context(body)} if service == "kms" else told

    iam_actions.request_tag_context = context


def encryption_context(body):
    members = json.loads(body or b"{}").get("EncryptionContext") or {}
    return {f"kms:EncryptionContext:{name}": value for name, value in members.items()}
