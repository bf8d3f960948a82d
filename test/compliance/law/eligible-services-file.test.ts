import { LIST_DATE } from '../../../lib/compliance/law/eligible-services';
import { parseEligibleServices } from '../../../lib/compliance/law/eligible-services-file';
import { UnreadableInput } from '../../../lib/compliance/template/unreadable-input';

const SOURCE = 'source: https://aws.amazon.com/compliance/hipaa-eligible-services-reference/';
const parse = (text: string) => parseEligibleServices(text, 'services.yaml');

/** What is wrong with a text, one line for each fault. */
function faultsOf(text: string): readonly string[] {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof UnreadableInput) return error.message.split('\n');
    throw error;
  }
  return [];
}

test('names of our list bring their namespaces, others write them out', () => {
  const list = parse(`
listDate: 2026-11-01
${SOURCE}
services:
  - Amazon API Gateway
  - { name: Amazon Lightsail, namespaces: [Lightsail] }
  - { name: Amazon Something, namespaces: [] }
`);
  expect(list).toEqual({
    path: 'services.yaml',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
    listDate: '2026-11-01',
    namespaces: ['ApiGateway', 'ApiGatewayV2', 'Lightsail'],
  });
});

test('JSON is read as well', () => {
  const text = JSON.stringify({
    listDate: '2026-11-01',
    source: 'the page',
    services: ['Amazon API Gateway'],
  });
  expect(parse(text).namespaces).toEqual(['ApiGateway', 'ApiGatewayV2']);
});

/** The day before, or after, a day. */
const shifted = (day: string, by: number) =>
  new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
const ofDay = (day: string) => `listDate: ${day}\n${SOURCE}\nservices: [Amazon API Gateway]\n`;

test('a list of the day after ours is taken', () => {
  expect(parse(ofDay(shifted(LIST_DATE, 1))).listDate).toBe(shifted(LIST_DATE, 1));
});

test.each([LIST_DATE, shifted(LIST_DATE, -1)])(
  'a list of %s is refused: it is not newer than ours',
  (day) => {
    expect(faultsOf(ofDay(day))).toEqual([
      `services.yaml: listDate: ${day} is not newer than our list, which is of ${LIST_DATE}; leave the file out`,
    ]);
  },
);

test.each(['2026-02-30', '2026-13-01', '1 November 2026', '20261101', '[]', '""', '2026'])(
  'listDate %s is no day',
  (day) => {
    expect(faultsOf(ofDay(day))).toEqual([
      'services.yaml: listDate: must be the day of the list, YYYY-MM-DD',
    ]);
  },
);

const withServices = (services: string) => `listDate: 2026-11-01\n${SOURCE}\nservices: ${services}\n`;

test.each([
  ['[]', 'services: must be a list of all services, with one at least'],
  ['Amazon S3', 'services: must be a list of all services, with one at least'],
  ['[7]', 'services.0: must be a name, or an object with name and namespaces'],
  ['[{ namespaces: [S3] }]', 'services.0: must be a name, or an object with name and namespaces'],
  ['[Amazon API Gateway, Amazon API Gateway]', "services.1: 'Amazon API Gateway' is there twice"],
  [
    '[Amazon Lightsail]',
    "services.0: 'Amazon Lightsail' is no name of our list; write { name: Amazon Lightsail, namespaces: [...] }",
  ],
  ['[{ name: A, namespaces: S3 }]', /^services\.0: may have name and namespaces/u],
  ['[{ name: A, namespaces: [AWS::S3] }]', /^services\.0: may have name and namespaces/u],
  ['[{ name: A, namespaces: [S3], note: x }]', /^services\.0: may have name and namespaces/u],
])('services %s are refused', (services, fault) => {
  const faults = faultsOf(withServices(services)).map((line) => line.replace('services.yaml: ', ''));
  expect(faults).toEqual([typeof fault === 'string' ? fault : expect.stringMatching(fault)]);
});

test('every fault is told at once', () => {
  expect(faultsOf('listDate: yesterday\nservices: [Nothing]\nextra: 1\n')).toEqual([
    "services.yaml: 'extra' is not of it; there are: listDate, source, services",
    'services.yaml: listDate: must be the day of the list, YYYY-MM-DD',
    'services.yaml: source: must be a text that says where the list was seen, such as the address of the page',
    expect.stringContaining("'Nothing' is no name of our list"),
  ]);
});

test.each(['', '- a', 'text', '{'])('%j is no list', (text) => {
  expect(() => parse(text)).toThrow(UnreadableInput);
});
