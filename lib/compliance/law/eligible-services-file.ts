import { createHash } from 'node:crypto';
import { isList, isObject, own, type Json, type JsonObject } from '../template/json';
import { UnreadableInput } from '../template/unreadable-input';
import { readYaml } from '../template/yaml-reader';
import { LIST_DATE, NAMESPACES_OF } from './eligible-services';

/** A list of HIPAA eligible services that is newer than ours. */
export interface EligibleServices {
  readonly path: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  /** The day the list is of, YYYY-MM-DD. */
  readonly listDate: string;
  /** CloudFormation namespaces of its services: `S3` of `AWS::S3::Bucket`. */
  readonly namespaces: readonly string[];
}

const KEYS = ['listDate', 'source', 'services'];
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const NAMESPACE = /^[A-Z][A-Za-z0-9]{0,63}$/u;

/**
 * Reads a list as AWS publishes it: `listDate`, `source` (where it was seen), and `services`, each a name of the page, or
 * `{ name, namespaces }` where our list does not know the name. YAML or JSON. The whole list, not what was added: it takes
 * the place of ours.
 * @throws UnreadableInput with every fault at once, also for a list that is not newer than ours
 */
export function parseEligibleServices(text: string, path: string): EligibleServices {
  const { value } = readYaml(text, path);
  if (!isObject(value)) throw new UnreadableInput(`${path}: no object; it must have: ${KEYS.join(', ')}`);
  const { namespaces, problems: ofServices } = servicesIn(value);
  const listDate = own(value, 'listDate');
  const problems = [
    ...Object.keys(value)
      .filter((key) => !KEYS.includes(key))
      .map((key) => `'${key}' is not of it; there are: ${KEYS.join(', ')}`),
    ...dateProblems(listDate),
    ...(isText(own(value, 'source'))
      ? []
      : ['source: must be a text that says where the list was seen, such as the address of the page']),
    ...ofServices,
  ];
  if (problems.length > 0) throw new UnreadableInput(problems.map((each) => `${path}: ${each}`).join('\n'));
  return {
    path,
    sha256: createHash('sha256').update(text).digest('hex'),
    listDate: typeof listDate === 'string' ? listDate : '',
    namespaces,
  };
}

function dateProblems(listDate: Json | undefined): readonly string[] {
  if (typeof listDate !== 'string' || !DAY.test(listDate) || !isDay(listDate))
    return ['listDate: must be the day of the list, YYYY-MM-DD'];
  return listDate > LIST_DATE
    ? []
    : [`listDate: ${listDate} is not newer than our list, which is of ${LIST_DATE}; leave the file out`];
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function servicesIn(value: JsonObject): {
  readonly namespaces: readonly string[];
  readonly problems: readonly string[];
} {
  const services = own(value, 'services');
  if (!isList(services) || services.length === 0)
    return { namespaces: [], problems: ['services: must be a list of all services, with one at least'] };
  const problems: string[] = [];
  const names = new Set<string>();
  const namespaces = services.flatMap((service, index) => {
    const at = `services.${index}`;
    const name = isObject(service) ? own(service, 'name') : service;
    if (!isText(name)) problems.push(`${at}: must be a name, or an object with name and namespaces`);
    else if (names.has(name)) problems.push(`${at}: '${name}' is there twice`);
    else {
      names.add(name);
      const found = isObject(service) ? written(service) : NAMESPACES_OF.get(name);
      if (found) return found;
      problems.push(
        isObject(service)
          ? `${at}: may have name and namespaces, the namespaces a list such as [S3] for AWS::S3::Bucket; empty for a service without types`
          : `${at}: '${name}' is no name of our list; write { name: ${name}, namespaces: [...] }`,
      );
    }
    return [];
  });
  return { namespaces: [...new Set(namespaces)].sort(), problems };
}

/** The namespaces of an entry that writes them out. */
function written(service: JsonObject): readonly string[] | undefined {
  const namespaces = own(service, 'namespaces');
  const isKnown = Object.keys(service).every((key) => key === 'name' || key === 'namespaces');
  if (!isKnown || !isList(namespaces)) return undefined;
  const texts = namespaces.filter((each) => typeof each === 'string' && NAMESPACE.test(each));
  return texts.length === namespaces.length ? texts.map(String) : undefined;
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
