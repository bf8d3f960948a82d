"""Alarms over metric math, such as those on an anomaly detection band: the emulator's CloudFormation refuses them, its
PutMetricAlarm takes them and keeps all but the expressions.
"""

from clients import client

TYPE = "AWS::CloudWatch::Alarm"


def substitute(handlers):
    native = handlers[TYPE]
    handlers[TYPE] = {**native, "create": create_instead(native["create"])}


def create_instead(create):
    def created(logical_id, properties, stack_name):
        if "Metrics" not in properties:
            return create(logical_id, properties, stack_name)
        name = f"{stack_name}-{logical_id}"
        cloudwatch = client("cloudwatch")
        # CloudFormation's own tags go around the API; botocore refuses a property that PutMetricAlarm does not know
        tags = [tag for tag in properties.get("Tags", []) if not tag["Key"].startswith("aws:")]
        cloudwatch.put_metric_alarm(**{**properties, "AlarmName": name, "Tags": tags})
        arn = cloudwatch.describe_alarms(AlarmNames=[name])["MetricAlarms"][0]["AlarmArn"]
        return name, {"Arn": arn}

    return created
