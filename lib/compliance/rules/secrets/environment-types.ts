/** Where types keep environment variables: as an object by name, or as a list of `Name` and `Value`. */
export const ENVIRONMENTS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Amplify::App': ['EnvironmentVariables'],
  'AWS::Amplify::Branch': ['EnvironmentVariables'],
  'AWS::ApiGateway::Deployment': ['StageDescription.Variables'],
  'AWS::ApiGateway::Stage': ['Variables'],
  'AWS::ApiGatewayV2::Stage': ['StageVariables'],
  'AWS::AppRunner::Service': [
    'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables',
    'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables',
  ],
  'AWS::AppSync::GraphQLApi': ['EnvironmentVariables'],
  'AWS::Batch::JobDefinition': [
    'ContainerProperties.Environment',
    'EcsProperties.TaskProperties.*.Containers.*.Environment',
    'NodeProperties.NodeRangeProperties.*.Container.Environment',
    'NodeProperties.NodeRangeProperties.*.EcsProperties.TaskProperties.*.Containers.*.Environment',
  ],
  'AWS::BedrockAgentCore::Runtime': ['EnvironmentVariables'],
  'AWS::CodeBuild::Project': ['Environment.EnvironmentVariables'],
  'AWS::ECS::TaskDefinition': ['ContainerDefinitions.*.Environment'],
  'AWS::ElasticBeanstalk::ConfigurationTemplate': ['OptionSettings'],
  'AWS::ElasticBeanstalk::Environment': ['OptionSettings'],
  'AWS::Glue::Job': ['DefaultArguments'],
  'AWS::Lambda::Function': ['Environment.Variables'],
  'AWS::SageMaker::Model': ['PrimaryContainer.Environment', 'Containers.*.Environment'],
  'AWS::Synthetics::Canary': ['RunConfig.EnvironmentVariables'],
};
