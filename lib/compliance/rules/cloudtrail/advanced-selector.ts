import type { Property } from '../../template/property';
import { isOpen, type Selector } from './selector';

const ARN = 'resources.ARN';
const SOURCE = 'eventSource';
const READ_FIELDS: readonly string[] = ['eventCategory', 'resources.type', ARN];
const READ_OPERATORS: readonly string[] = ['Equals', 'StartsWith', 'NotEquals', 'NotStartsWith'];

/** Source: CloudTrail API reference, "AdvancedEventSelector", "AdvancedFieldSelector". */
export function readAdvanced(selector: Property): Selector {
  const fields = selector.at('FieldSelectors').items();
  const members = fields.flatMap((field) => {
    const [name = ''] = field.member('Field').texts();
    return field
      .keys()
      .filter((operator) => operator !== 'Field')
      .map((operator) => ({ name, operator, list: field.member(operator).list() }));
  });
  const texts = (name: string, ...operators: readonly string[]) =>
    members
      .filter((member) => member.name === name && operators.includes(member.operator))
      .flatMap(({ list }) => list.texts);
  const [category] = texts('eventCategory', 'Equals');
  return {
    path: selector.path,
    category: category === 'Management' || category === 'Data' ? category : 'Other',
    types: texts('resources.type', 'Equals'),
    only: texts(ARN, 'Equals', 'StartsWith'),
    except: texts(ARN, 'NotEquals', 'NotStartsWith'),
    onlySources: texts(SOURCE, 'Equals'),
    exceptSources: texts(SOURCE, 'NotEquals'),
    narrowedBy: members
      .filter(({ name, operator }) => !READ_FIELDS.includes(name) || !READ_OPERATORS.includes(operator))
      .map(({ name, operator }) => `${name} ${operator}`),
    wavers:
      isOpen(selector) ||
      fields.some((field) => isOpen(field) || isOpen(field.member('Field'))) ||
      members.some(({ list }) => list.varies || list.hasGaps),
  };
}
