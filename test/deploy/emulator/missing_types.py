"""Resource types the emulator's CloudFormation does not know, created through the emulator's own service APIs.

Each adapter names the properties it passes on. One it does not know fails the deployment: nothing is lost in silence.
"""

import json
from pathlib import Path

from clients import client


def renamed(type_name, properties, names):
    """The properties under the names of the API."""
    unknown = sorted(set(properties) - set(names))
    if unknown:
        raise ValueError(f"{type_name}: the adapter does not know {', '.join(unknown)}; add it or review it")
    return {names[name]: value for name, value in properties.items()}


def camel(value):
    """Bedrock's API has CloudFormation's names with a small first letter."""
    if isinstance(value, dict):
        return {name[0].lower() + name[1:]: camel(member) for name, member in value.items()}
    return [camel(member) for member in value] if isinstance(value, list) else value


def refuse_update(physical_id, old, new, stack_name):
    raise ValueError(f"{physical_id}: no adapter updates this type yet; write it when a test needs it")


# --- AWS::CloudTrail::Trail

TRAIL = {
    "AdvancedEventSelectors": "AdvancedEventSelectors",
    "CloudWatchLogsLogGroupArn": "CloudWatchLogsLogGroupArn",
    "CloudWatchLogsRoleArn": "CloudWatchLogsRoleArn",
    "EnableLogFileValidation": "EnableLogFileValidation",
    "IncludeGlobalServiceEvents": "IncludeGlobalServiceEvents",
    "InsightSelectors": "InsightSelectors",
    "IsLogging": "IsLogging",
    "IsMultiRegionTrail": "IsMultiRegionTrail",
    "KMSKeyId": "KmsKeyId",
    "S3BucketName": "S3BucketName",
    "Tags": "TagsList",
    "TrailName": "Name",
}


def create_trail(logical_id, properties, stack_name):
    request = renamed("AWS::CloudTrail::Trail", properties, TRAIL)
    selectors = request.pop("AdvancedEventSelectors", None)
    # the emulator has no PutInsightSelectors: on the reviewed list of what it drops
    request.pop("InsightSelectors", None)
    logging = request.pop("IsLogging")
    tags = request.pop("TagsList", None)
    trail = client("cloudtrail")
    arn = trail.create_trail(**request)["TrailARN"]
    # the emulator's CreateTrail forgets what its UpdateTrail keeps: the delivery to CloudWatch Logs
    trail.update_trail(**request)
    if tags:
        trail.add_tags(ResourceId=arn, TagsList=tags)
    if selectors:
        trail.put_event_selectors(TrailName=request["Name"], AdvancedEventSelectors=selectors)
    if logging:
        trail.start_logging(Name=request["Name"])
    return request["Name"], {"Arn": arn}


def delete_trail(physical_id, properties):
    client("cloudtrail").delete_trail(Name=physical_id)


# --- AWS::Bedrock::Guardrail and GuardrailVersion

def create_guardrail(logical_id, properties, stack_name):
    request = camel(properties)
    if "kmsKeyArn" in request:
        request["kmsKeyId"] = request.pop("kmsKeyArn")
    made = client("bedrock").create_guardrail(**request)
    attributes = {"GuardrailArn": made["guardrailArn"], "GuardrailId": made["guardrailId"], "Version": made["version"]}
    return made["guardrailArn"], attributes


def delete_guardrail(physical_id, properties):
    # by its id: the emulator has no route for an ARN
    client("bedrock").delete_guardrail(guardrailIdentifier=physical_id.split("/")[-1])


def create_guardrail_version(logical_id, properties, stack_name):
    made = client("bedrock").create_guardrail_version(**camel(properties))
    attributes = {"GuardrailId": made["guardrailId"], "Version": made["version"]}
    return f"{made['guardrailId']}|{made['version']}", attributes


def delete_guardrail_version(physical_id, properties):
    raise ValueError(f"{physical_id}: the emulator's DeleteGuardrail takes every version; retain versions")


# --- AWS::Bedrock::ApplicationInferenceProfile

INFERENCE_PROFILE = {"Description": "description", "InferenceProfileName": "inferenceProfileName",
                     "ModelSource": "modelSource", "Tags": "tags"}


def create_inference_profile(logical_id, properties, stack_name):
    request = camel(renamed("AWS::Bedrock::ApplicationInferenceProfile", properties, INFERENCE_PROFILE))
    arn = client("bedrock").create_inference_profile(**request)["inferenceProfileArn"]
    return arn, {"InferenceProfileArn": arn, "InferenceProfileId": arn.split("/")[-1]}


def delete_inference_profile(physical_id, properties):
    # by its id: the emulator has no route for an ARN
    client("bedrock").delete_inference_profile(inferenceProfileIdentifier=physical_id.split("/")[-1])


# --- AWS::Organizations::Policy

ORGANIZATION_POLICY = {"Content": "Content", "Description": "Description", "Name": "Name", "Tags": "Tags",
                       "TargetIds": "TargetIds", "Type": "Type"}


def create_organization_policy(logical_id, properties, stack_name):
    request = renamed("AWS::Organizations::Policy", properties, ORGANIZATION_POLICY)
    targets = request.pop("TargetIds", [])
    content = request["Content"]
    organizations = client("organizations")
    made = organizations.create_policy(
        **{**request, "Content": content if isinstance(content, str) else json.dumps(content)}
    )["Policy"]["PolicySummary"]
    for target in targets:
        organizations.attach_policy(PolicyId=made["Id"], TargetId=target)
    return made["Id"], {"Arn": made["Arn"], "AwsManaged": False, "Id": made["Id"]}


def delete_organization_policy(physical_id, properties):
    organizations = client("organizations")
    for target in properties.get("TargetIds", []):
        organizations.detach_policy(PolicyId=physical_id, TargetId=target)
    organizations.delete_policy(PolicyId=physical_id)


# --- AWS::EC2::FlowLog

FLOW_LOG = {
    "DeliverLogsPermissionArn": "DeliverLogsPermissionArn",
    "LogDestinationType": "LogDestinationType",
    "LogGroupName": "LogGroupName",
    "MaxAggregationInterval": "MaxAggregationInterval",
    "ResourceId": "ResourceIds",
    "ResourceType": "ResourceType",
    "Tags": "Tags",
    "TrafficType": "TrafficType",
}


def create_flow_log(logical_id, properties, stack_name):
    request = renamed("AWS::EC2::FlowLog", properties, FLOW_LOG)
    request["ResourceIds"] = [request["ResourceIds"]]
    tags = request.pop("Tags", None)
    ec2 = client("ec2")
    flow_log = ec2.create_flow_logs(**request)["FlowLogIds"][0]
    if tags:
        # the emulator's CreateFlowLogs knows this type of resource by another name than AWS and loses its tags
        ec2.create_tags(Resources=[flow_log], Tags=tags)
    return flow_log, {"Id": flow_log}


def delete_flow_log(physical_id, properties):
    client("ec2").delete_flow_logs(FlowLogIds=[physical_id])


# --- AWS::EC2::SecurityGroupIngress and SecurityGroupEgress

EVERYTHING = {"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}


def rule_request(type_name, properties, peer):
    names = {"Description": "Description", "FromPort": "FromPort", "GroupId": "GroupId", "IpProtocol": "IpProtocol",
             "ToPort": "ToPort", peer: "Peer"}
    values = renamed(type_name, properties, names)
    pair = {"GroupId": values.pop("Peer")}
    if "Description" in values:
        pair["Description"] = values.pop("Description")
    group = values.pop("GroupId")
    return {"GroupId": group, "IpPermissions": [{**values, "UserIdGroupPairs": [pair]}]}


def create_ingress(logical_id, properties, stack_name):
    request = rule_request("AWS::EC2::SecurityGroupIngress", properties, "SourceSecurityGroupId")
    made = client("ec2").authorize_security_group_ingress(**request)
    rule = made["SecurityGroupRules"][0]["SecurityGroupRuleId"]
    return rule, {"Id": rule}


def delete_ingress(physical_id, properties):
    client("ec2").revoke_security_group_ingress(GroupId=properties["GroupId"], SecurityGroupRuleIds=[physical_id])


def create_egress(logical_id, properties, stack_name):
    request = rule_request("AWS::EC2::SecurityGroupEgress", properties, "DestinationSecurityGroupId")
    ec2 = client("ec2")
    # In AWS the first such resource takes away the allow-everything rule a new group starts with (aws/aws-cdk#987)
    ec2.revoke_security_group_egress(GroupId=request["GroupId"], IpPermissions=[EVERYTHING])
    made = ec2.authorize_security_group_egress(**request)
    rule = made["SecurityGroupRules"][0]["SecurityGroupRuleId"]
    return rule, {"Id": rule}


def delete_egress(physical_id, properties):
    client("ec2").revoke_security_group_egress(GroupId=properties["GroupId"], SecurityGroupRuleIds=[physical_id])


# --- AWS::EC2::NetworkAcl and NetworkAclEntry

NETWORK_ACL = {"Tags": "Tags", "VpcId": "VpcId"}
ACL_ENTRY = {"CidrBlock": "CidrBlock", "Egress": "Egress", "NetworkAclId": "NetworkAclId", "PortRange": "PortRange",
             "Protocol": "Protocol", "RuleAction": "RuleAction", "RuleNumber": "RuleNumber"}


def create_network_acl(logical_id, properties, stack_name):
    request = renamed("AWS::EC2::NetworkAcl", properties, NETWORK_ACL)
    tags = request.pop("Tags", None)
    ec2 = client("ec2")
    acl = ec2.create_network_acl(**request)["NetworkAcl"]["NetworkAclId"]
    if tags:
        ec2.create_tags(Resources=[acl], Tags=tags)
    return acl, {"Id": acl}


def delete_network_acl(physical_id, properties):
    client("ec2").delete_network_acl(NetworkAclId=physical_id)


def create_acl_entry(logical_id, properties, stack_name):
    request = renamed("AWS::EC2::NetworkAclEntry", properties, ACL_ENTRY)
    egress = str(request.get("Egress", False)).lower() == "true"
    request.update(Egress=egress, Protocol=str(request["Protocol"]), RuleNumber=int(request["RuleNumber"]))
    client("ec2").create_network_acl_entry(**request)
    direction = "out" if egress else "in"
    return f"{request['NetworkAclId']}|{direction}|{request['RuleNumber']}", {}


def delete_acl_entry(physical_id, properties):
    acl, direction, number = physical_id.split("|")
    client("ec2").delete_network_acl_entry(NetworkAclId=acl, Egress=direction == "out", RuleNumber=int(number))


# --- AWS::Athena::NamedQuery

NAMED_QUERY = {name: name for name in ("Database", "Description", "Name", "QueryString", "WorkGroup")}


def create_named_query(logical_id, properties, stack_name):
    request = renamed("AWS::Athena::NamedQuery", properties, NAMED_QUERY)
    query = client("athena").create_named_query(**request)["NamedQueryId"]
    return query, {"NamedQueryId": query}


def delete_named_query(physical_id, properties):
    client("athena").delete_named_query(NamedQueryId=physical_id)


# --- Types of services the emulator has not at all: written down, so that the rest of their stack deploys. The test
# lists them by name, and takes none of them for created.

LISTS = Path(__file__).parent.parent.rglob("emulator-lacks.json")
LACKING = [entry["type"] for reviewed in LISTS for entry in json.loads(reviewed.read_text())]


def write_down(logical_id, properties, stack_name):
    name = f"not-emulated-{stack_name}-{logical_id}"
    return name, {"Arn": name, "AssociationId": name, "Id": name}


def forget(physical_id, properties):
    pass


ADAPTERS = {
    **{name: {"create": write_down, "update": refuse_update, "delete": forget} for name in LACKING},
    "AWS::EC2::NetworkAcl": {"create": create_network_acl, "update": refuse_update, "delete": delete_network_acl},
    "AWS::EC2::NetworkAclEntry": {"create": create_acl_entry, "update": refuse_update, "delete": delete_acl_entry},
    "AWS::Athena::NamedQuery": {"create": create_named_query, "update": refuse_update, "delete": delete_named_query},
    "AWS::Bedrock::ApplicationInferenceProfile": {
        "create": create_inference_profile, "update": refuse_update, "delete": delete_inference_profile},
    "AWS::Organizations::Policy": {
        "create": create_organization_policy, "update": refuse_update, "delete": delete_organization_policy},
    "AWS::Bedrock::Guardrail": {"create": create_guardrail, "update": refuse_update, "delete": delete_guardrail},
    "AWS::Bedrock::GuardrailVersion": {
        "create": create_guardrail_version, "update": refuse_update, "delete": delete_guardrail_version},
    "AWS::CloudTrail::Trail": {"create": create_trail, "update": refuse_update, "delete": delete_trail},
    "AWS::EC2::FlowLog": {"create": create_flow_log, "update": refuse_update, "delete": delete_flow_log},
    "AWS::EC2::SecurityGroupEgress": {"create": create_egress, "update": refuse_update, "delete": delete_egress},
    "AWS::EC2::SecurityGroupIngress": {"create": create_ingress, "update": refuse_update, "delete": delete_ingress},
}
