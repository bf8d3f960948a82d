import { isList, isObject, own, type Json, type JsonObject } from '../json';
import { isIntrinsic, objectOf } from './sam-resource';

/** Section of `Globals` by serverless type. Source: SAM developer guide, "Globals section". */
const SECTIONS: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'Function',
  'AWS::Serverless::Api': 'Api',
  'AWS::Serverless::HttpApi': 'HttpApi',
  'AWS::Serverless::SimpleTable': 'SimpleTable',
  'AWS::Serverless::StateMachine': 'StateMachine',
  'AWS::Serverless::LayerVersion': 'LayerVersion',
};

export function globalsSection(type: string): string | undefined {
  return own(SECTIONS, type) as string | undefined;
}

/** The properties of a serverless resource with the defaults of the template in them. */
export function withGlobals(body: JsonObject, type: string, properties: JsonObject): JsonObject {
  const section = globalsSection(type);
  const globals = section === undefined ? undefined : own(objectOf(own(body, 'Globals')), section);
  return isObject(globals) ? objectOf(merged(globals, properties)) : properties;
}

/** Maps are joined, lists put one behind the other, anything else is replaced. */
function merged(general: Json, special: Json): Json {
  if (isList(general) && isList(special)) return [...general, ...special];
  if (!isObject(general) || !isObject(special) || isIntrinsic(general) || isIntrinsic(special))
    return special;
  const names = [...new Set([...Object.keys(general), ...Object.keys(special)])];
  return Object.fromEntries(
    names.map((name) => {
      const one = own(general, name);
      const other = own(special, name);
      return [name, one === undefined ? other : other === undefined ? one : merged(one, other)];
    }),
  );
}
