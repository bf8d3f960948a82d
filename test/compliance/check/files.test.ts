import { parseCheckConfig } from '../../../lib/compliance/check/check-config';
import { parseParameters } from '../../../lib/compliance/check/parameters-file';
import { UnreadableInput } from '../../../lib/compliance/template/unreadable-input';

const SECRET = 'correct-horse-7';

describe('a parameter file', () => {
  const values = { Stage: 'prod', Days: 30, Subnets: 'a,b' };

  test.each([
    [
      'the list of the AWS CLI',
      '[{"ParameterKey":"Stage","ParameterValue":"prod"},{"ParameterKey":"Days","ParameterValue":30},{"ParameterKey":"Subnets","ParameterValue":["a","b"]}]',
    ],
    ['an object of names', '{"Stage":"prod","Days":30,"Subnets":["a","b"]}'],
    ["CodePipeline's form", '{"Parameters":{"Stage":"prod","Days":30,"Subnets":"a,b"}}'],
    ['JSON with a byte order mark', '\uFEFF{"Stage":"prod","Days":30,"Subnets":"a,b"}'],
    ['YAML', 'Stage: prod\nDays: 30\nSubnets: [a, b]\n'],
  ])('is read as %s', (_, text) => {
    expect(parseParameters(text, 'p.json')).toEqual(values);
  });

  test('says nothing of a parameter that keeps its previous value', () => {
    expect(parseParameters('[{"ParameterKey":"Stage","UsePreviousValue":true}]', 'p.json')).toEqual({});
  });

  test.each([
    ['no JSON', `{"a": "${SECRET}`, 'not valid JSON'],
    ['a text', `"${SECRET}"`, 'neither a list nor an object'],
    ['an entry without a key', `[{"ParameterValue":"${SECRET}"}]`, 'entry 0 has no ParameterKey'],
    [
      'a parameter twice',
      `[{"ParameterKey":"A","ParameterValue":"${SECRET}"},{"ParameterKey":"A","ParameterValue":"b"}]`,
      'given twice',
    ],
    ['an object for a value', `{"A":{"B":"${SECRET}"}}`, "parameter 'A' has no text"],
    ['null for a value', '{"A":null}', "parameter 'A' has no text"],
  ])('with %s is refused, and its values are not told', (_, text, message) => {
    expect(() => parseParameters(text, 'p.json')).toThrow(UnreadableInput);
    expect(() => parseParameters(text, 'p.json')).toThrow(message);
    expect(() => parseParameters(text, 'p.json')).not.toThrow(SECRET);
  });
});

describe('a configuration', () => {
  test('has profile, rules and parameters', () => {
    const text = 'profile: strict\nrules: [s3-*]\nparameters:\n  logs-group-retention:\n    days: 365\n';
    expect(parseCheckConfig(text, 'c.yaml')).toEqual({
      profile: 'strict',
      rules: ['s3-*'],
      parameters: { 'logs-group-retention': { days: 365 } },
    });
    expect(parseCheckConfig('{}', 'c.yaml')).toEqual({});
  });

  test('tells every fault at once', () => {
    const text = 'profile: [a]\nrules: s3-*\nparameters: 7\nprofil: ai\n';
    expect(() => parseCheckConfig(text, 'c.yaml')).toThrow(UnreadableInput);
    for (const fault of ['profile: must', 'rules: must', 'parameters: must', "'profil' is no setting"])
      expect(() => parseCheckConfig(text, 'c.yaml')).toThrow(fault);
  });

  test.each(['[]', 'a', 'null'])('that is %s is refused', (text) => {
    expect(() => parseCheckConfig(text, 'c.yaml')).toThrow('it may have: profile, rules, parameters');
  });
});
