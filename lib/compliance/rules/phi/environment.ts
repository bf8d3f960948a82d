import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';

/** Where the variables of programs are: an object, or a list of names and values. */
const VARIABLES: PlacesByType = {
  'AWS::BedrockAgentCore::Harness': ['EnvironmentVariables'],
  'AWS::BedrockAgentCore::Runtime': ['EnvironmentVariables'],
  'AWS::ECS::TaskDefinition': ['ContainerDefinitions[].Environment'],
  'AWS::Lambda::Function': ['Environment.Variables'],
  'AWS::SageMaker::Model': ['PrimaryContainer.Environment', 'Containers[].Environment'],
};

export const PROGRAM_TYPES = typesOf(VARIABLES);

/** A variable that is set for a program. */
export interface Variable {
  readonly name: string;
  readonly value: Property;
}

/** Variables of a program, and the places that cannot be read. */
export function variablesOf(program: Resource): {
  readonly variables: readonly Variable[];
  readonly unreadable: readonly Property[];
} {
  const places = placesByType(program, VARIABLES).filter((place) => place.isPresent);
  const variables = places.flatMap((place) =>
    program.type === 'AWS::ECS::TaskDefinition'
      ? place.items().flatMap(listed)
      : place.keys().map((name) => ({ name, value: place.member(name) })),
  );
  return {
    variables,
    unreadable: places.filter((place) => place.values.some(({ kind }) => kind === 'unknown')),
  };
}

function listed(entry: Property): readonly Variable[] {
  return entry
    .at('Name')
    .texts()
    .map((name) => ({ name, value: entry.at('Value') }));
}
