"""Request validators of REST APIs: the emulator's CloudFormation makes up an id for one and makes none, although its API Gateway
has them and validates by them.
"""

from clients import client

TYPE = "AWS::ApiGateway::RequestValidator"


def make_them(handlers):
    handlers[TYPE] = {**handlers[TYPE], "create": create}


def create(logical_id, properties, stack_name):
    made = client("apigateway").create_request_validator(
        restApiId=properties["RestApiId"],
        name=properties.get("Name", logical_id),
        validateRequestBody=properties.get("ValidateRequestBody", False) in (True, "true"),
        validateRequestParameters=properties.get("ValidateRequestParameters", False) in (True, "true"),
    )
    return made["id"], {"RequestValidatorId": made["id"]}
