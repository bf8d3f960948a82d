import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { memberWritten, type Place } from '../../template/written';

/** Where types keep environment variables: as an object by name, or as a list of `Name` and `Value`. */
export const ENVIRONMENTS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Amplify::App': ['EnvironmentVariables'],
  'AWS::Amplify::Branch': ['EnvironmentVariables'],
  'AWS::AppRunner::Service': [
    'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables',
    'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables',
  ],
  'AWS::Batch::JobDefinition': ['ContainerProperties.Environment'],
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

/** A variable and the ways in which its value is written. */
export interface Variable {
  readonly name: string;
  readonly places: readonly Place[];
}

/** The environment variables of a resource. */
export function variablesOf(resource: Resource): readonly Variable[] {
  const paths = Object.hasOwn(ENVIRONMENTS, resource.type) ? ENVIRONMENTS[resource.type] : undefined;
  return (paths ?? []).flatMap((path) => {
    const [list = '', below] = path.split('.*.');
    const property = resource.property(list);
    const blocks = below === undefined ? [property] : property.items().map((item) => item.at(below));
    return blocks.flatMap((block) => [...byName(block, resource), ...byEntry(block, resource)]);
  });
}

function byName(block: Property, resource: Resource): readonly Variable[] {
  return block.keys().map((name) => ({ name, places: memberWritten(block, name, resource.template) }));
}

function byEntry(block: Property, resource: Resource): readonly Variable[] {
  const entries = block.items().filter((entry) => entry.path !== block.path);
  return entries.flatMap((entry) =>
    [...entry.at('Name').texts(), ...entry.at('OptionName').texts()].map((name) => ({
      name,
      // variables of CodeBuild that name a secret say so by their type
      places: entry
        .at('Type')
        .texts()
        .some((type) => type !== 'PLAINTEXT')
        ? []
        : memberWritten(entry, 'Value', resource.template),
    })),
  );
}
