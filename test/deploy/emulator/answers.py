"""Answers of the emulator that leave out, or call otherwise, what its services hold."""

import json
from xml.sax.saxutils import escape

from ministack.services import bedrock, ec2


def repair_answers():
    name_guardrail_members_as_aws_does()
    tell_all_of_vpc_endpoints()


def name_guardrail_members_as_aws_does():
    """GetGuardrail echoes the request's members (filtersConfig); AWS, and so every SDK, calls them filters."""
    native = bedrock._get_guardrail

    def get_guardrail(identifier, query):
        status, headers, body = native(identifier, query)
        answer = json.loads(body)
        for name, policy in answer.items():
            if isinstance(policy, dict):
                answer[name] = {member.removesuffix("Config"): value for member, value in policy.items()}
        return status, headers, json.dumps(answer).encode()

    bedrock._get_guardrail = get_guardrail


def tell_all_of_vpc_endpoints():
    """DescribeVpcEndpoints leaves out policy, private DNS and security groups, which CloudFormation did record."""
    native = ec2._vpce_fields_xml

    def fields(endpoint, tag="item"):
        members = ""
        if endpoint.get("PolicyDocument"):
            policy = endpoint["PolicyDocument"]
            text = policy if isinstance(policy, str) else json.dumps(policy)
            members += f"<policyDocument>{escape(text)}</policyDocument>"
        if "PrivateDnsEnabled" in endpoint:
            members += f"<privateDnsEnabled>{str(endpoint['PrivateDnsEnabled']).lower()}</privateDnsEnabled>"
        groups = "".join(f"<item><groupId>{group}</groupId></item>" for group in endpoint.get("SecurityGroupIds", []))
        members += f"<groupSet>{groups}</groupSet>"
        return native(endpoint, tag).removesuffix(f"</{tag}>") + members + f"</{tag}>"

    ec2._vpce_fields_xml = fields
