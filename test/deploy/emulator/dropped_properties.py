"""Properties the emulator's CloudFormation drops although its services keep them: set through the service's own API,
after the emulator has created or updated the resource.
"""

from clients import client


def known(type_name, properties, names):
    unknown = sorted(set(properties) - set(names))
    if unknown:
        raise ValueError(f"{type_name}: nobody has checked what becomes of {', '.join(unknown)}")


# --- AWS::S3::Bucket

# What the emulator sets itself, and what is set here.
BUCKET = (
    "AccessControl", "BucketName", "CorsConfiguration", "PublicAccessBlockConfiguration", "VersioningConfiguration",
    "BucketEncryption", "LifecycleConfiguration", "LoggingConfiguration", "ObjectLockConfiguration",
    "ObjectLockEnabled", "OwnershipControls", "Tags",
)
LIFECYCLE_RULE = (
    "AbortIncompleteMultipartUpload", "ExpirationInDays", "Id", "NoncurrentVersionExpiration", "Prefix", "Status",
)


def complete_bucket(name, properties):
    known("AWS::S3::Bucket", properties, BUCKET)
    if properties.get("AccessControl", "Private") != "Private":
        raise ValueError("AWS::S3::Bucket: only the Private AccessControl of the bootstrap bucket is known here")
    s3 = client("s3")
    if "BucketEncryption" in properties:
        rules = [encryption_rule(rule) for rule in properties["BucketEncryption"]["ServerSideEncryptionConfiguration"]]
        s3.put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={"Rules": rules})
    if "LifecycleConfiguration" in properties:
        rules = [lifecycle_rule(rule) for rule in properties["LifecycleConfiguration"]["Rules"]]
        s3.put_bucket_lifecycle_configuration(Bucket=name, LifecycleConfiguration={"Rules": rules})
    if "LoggingConfiguration" in properties:
        logging = properties["LoggingConfiguration"]
        known("LoggingConfiguration", logging, ("DestinationBucketName", "LogFilePrefix"))
        target = {"TargetBucket": logging["DestinationBucketName"], "TargetPrefix": logging.get("LogFilePrefix", "")}
        s3.put_bucket_logging(Bucket=name, BucketLoggingStatus={"LoggingEnabled": target})
    if "OwnershipControls" in properties:
        s3.put_bucket_ownership_controls(Bucket=name, OwnershipControls=properties["OwnershipControls"])
    if properties.get("ObjectLockEnabled"):
        lock = properties.get("ObjectLockConfiguration", {"ObjectLockEnabled": "Enabled"})
        s3.put_object_lock_configuration(Bucket=name, ObjectLockConfiguration=lock)
    if properties.get("Tags"):
        s3.put_bucket_tagging(Bucket=name, Tagging={"TagSet": properties["Tags"]})


def encryption_rule(rule):
    known("ServerSideEncryptionRule", rule, ("BucketKeyEnabled", "ServerSideEncryptionByDefault"))
    renamed = {"ApplyServerSideEncryptionByDefault": rule["ServerSideEncryptionByDefault"]}
    return {**renamed, "BucketKeyEnabled": rule.get("BucketKeyEnabled", False)}


def lifecycle_rule(rule):
    known("LifecycleConfiguration.Rule", rule, LIFECYCLE_RULE)
    renamed = {"Status": rule["Status"], "Filter": {"Prefix": rule.get("Prefix", "")}}
    if "Id" in rule:
        renamed["ID"] = rule["Id"]
    if "ExpirationInDays" in rule:
        renamed["Expiration"] = {"Days": rule["ExpirationInDays"]}
    for name in ("AbortIncompleteMultipartUpload", "NoncurrentVersionExpiration"):
        if name in rule:
            renamed[name] = rule[name]
    return renamed


# --- AWS::Lambda::Function

def complete_function(name, properties):
    functions = client("lambda")
    request = {}
    if "KmsKeyArn" in properties:
        request["KMSKeyArn"] = properties["KmsKeyArn"]
    if "VpcConfig" in properties:
        request["VpcConfig"] = properties["VpcConfig"]
    if request:
        functions.update_function_configuration(FunctionName=name, **request)
    if "ReservedConcurrentExecutions" in properties:
        functions.put_function_concurrency(
            FunctionName=name, ReservedConcurrentExecutions=int(properties["ReservedConcurrentExecutions"]))


# --- AWS::SNS::Topic

TOPIC = ("DeliveryStatusLogging", "KmsMasterKeyId", "SignatureVersion", "Tags")
PROTOCOLS = {"firehose": "Firehose", "http/s": "HTTP", "lambda": "Lambda", "sqs": "SQS"}


def complete_topic(arn, properties):
    known("AWS::SNS::Topic", properties, TOPIC)
    attributes = {name: properties[name] for name in ("KmsMasterKeyId", "SignatureVersion") if name in properties}
    for logging in properties.get("DeliveryStatusLogging", []):
        known("DeliveryStatusLogging", logging, ("FailureFeedbackRoleArn", "Protocol"))
        attributes[f"{PROTOCOLS[logging['Protocol']]}FailureFeedbackRoleArn"] = logging["FailureFeedbackRoleArn"]
    for name, value in attributes.items():
        client("sns").set_topic_attributes(TopicArn=arn, AttributeName=name, AttributeValue=value)


# --- AWS::IAM::Role

def complete_role(name, properties):
    if "PermissionsBoundary" in properties:
        client("iam").put_role_permissions_boundary(
            RoleName=name, PermissionsBoundary=properties["PermissionsBoundary"])


# --- AWS::ApiGateway::Method

def complete_method(physical_id, properties):
    if "RequestValidatorId" in properties:
        operation = {"op": "replace", "path": "/requestValidatorId", "value": properties["RequestValidatorId"]}
        client("apigateway").update_method(
            restApiId=properties["RestApiId"], resourceId=properties["ResourceId"],
            httpMethod=properties["HttpMethod"], patchOperations=[operation])


COMPLETIONS = {
    "AWS::ApiGateway::Method": complete_method,
    "AWS::IAM::Role": complete_role,
    "AWS::Lambda::Function": complete_function,
    "AWS::S3::Bucket": complete_bucket,
    "AWS::SNS::Topic": complete_topic,
}
