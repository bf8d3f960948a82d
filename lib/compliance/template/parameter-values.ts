import { isList, own, type JsonObject } from './json';
import { literal, unknown, type Value } from './value';

/** What a parameter of a stack that nothing in the assembly nests can be. */
export function settingsOf(id: string, parameter: JsonObject, values: JsonObject): readonly Value[] {
  const given = own(values, id);
  if (given === undefined) return presetsOf(id, parameter);
  const { typeName, isOfLists } = typeOfParameter(parameter);
  if (typeName.startsWith('AWS::SSM::Parameter'))
    return [unknown(`parameter ${id} is read from Parameter Store when the stack deploys`)];
  return [literal(isOfLists && typeof given === 'string' ? splitList(given) : given)];
}

const splitList = (text: string): readonly string[] => text.split(',').map((member) => member.trim());

function typeOfParameter(parameter: JsonObject): { typeName: string; isOfLists: boolean } {
  const type = own(parameter, 'Type');
  const typeName = typeof type === 'string' ? type : '';
  return { typeName, isOfLists: typeName === 'CommaDelimitedList' || typeName.startsWith('List<') };
}

/** What a parameter can be when nothing sets it. */
export function presetsOf(id: string, parameter: JsonObject): readonly Value[] {
  const { typeName, isOfLists } = typeOfParameter(parameter);
  const allowed = own(parameter, 'AllowedValues');
  if (isList(allowed) && allowed.length > 0 && !isOfLists) return allowed.map(literal);
  const preset = own(parameter, 'Default');
  if (preset === undefined || preset === null || typeName.startsWith('AWS::SSM::Parameter')) {
    return [unknown(`parameter ${id} has no default`)];
  }
  return [literal(isOfLists && typeof preset === 'string' ? splitList(preset) : preset)];
}
