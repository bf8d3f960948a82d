import { textOf, type Value } from '../../template/value';

const TYPES: ReadonlySet<string> = new Set([
  'AWS::EC2::InternetGateway',
  'AWS::EC2::EgressOnlyInternetGateway',
  'AWS::EC2::CarrierGateway',
]);
/** What else a route can name as its gateway. */
const OTHERS = /^(?:vgw-|vpce-|local$)/u;

/** Whether a value names a gateway to the internet, by reference or by its id. Undefined: cannot tell. */
export function isInternetGateway(value: Value): boolean | undefined {
  if (value.kind === 'absent') return false;
  if (value.kind === 'reference') {
    const type = value.template.resource(value.logicalId)?.type ?? '';
    return TYPES.has(type) ? true : type.startsWith('AWS::EC2::') ? false : undefined;
  }
  const text = textOf(value);
  return text === undefined || text.startsWith('${') ? undefined : !OTHERS.test(text);
}
