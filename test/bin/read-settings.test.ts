import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '../../bin/read-settings';
import { InvalidSettings } from '../../lib/environment/settings';
import { LITE } from '../bedrock/approved-models';
import { ROOT } from '../support/synthesize';

const DEV = `
environment: dev
region: us-east-1
allowedRegions: [us-east-1]
network: { availabilityZones: [us-east-1a, us-east-1b] }
bedrock: { models: [${JSON.stringify(LITE)}] }
`;

let directory = '';

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-settings-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function write(name: string, content: string): void {
  writeFileSync(path.join(directory, name), content);
}

function problemsOf(environment: string): readonly string[] {
  try {
    readSettings(environment, directory);
  } catch (error) {
    if (error instanceof InvalidSettings) return error.problems;
    throw error;
  }
  return [];
}

test.each(['dev', 'prod'])('config/%s.yaml of this repository can be used', (environment) => {
  expect(readSettings(environment, path.join(ROOT, 'config')).environment).toBe(environment);
});

test('production alone turns on what cannot be undone', () => {
  const config = path.join(ROOT, 'config');
  expect(readSettings('dev', config)).toMatchObject({ production: false, audit: { compliance: false } });
  expect(readSettings('prod', config)).toMatchObject({ production: true, audit: { compliance: true } });
});

test('a file becomes settings, defaults filled in', () => {
  write('dev.yaml', DEV);
  expect(readSettings('dev', directory)).toMatchObject({ environment: 'dev', audit: { lockDays: 2192 } });
});

test('a missing environment names those there are, the waivers not among them', () => {
  write('dev.yaml', DEV);
  write('prod.yaml', DEV);
  write('waivers.yaml', 'waivers: []\n');
  write('notes.txt', '');
  expect(problemsOf('staging')).toEqual(['no such environment; there are: dev, prod']);
});

test('a missing folder has no environments', () => {
  expect(() => readSettings('dev', path.join(directory, 'nowhere'))).toThrow(
    'no such environment; there are: none',
  );
});

test.each([
  '../dev',
  'sub/dev',
  'sub/../dev',
  './dev',
  '..',
  '',
  'dev.yaml',
  '/etc/passwd',
  'dev\u0000',
  'DEV',
  '-dev',
])('the name %j opens no file, even where there is one', (environment) => {
  mkdirSync(path.join(directory, 'sub'));
  for (const name of ['dev.yaml', 'DEV.yaml', '-dev.yaml', '.yaml', 'dev.yaml.yaml', 'sub/dev.yaml'])
    write(name, DEV);
  expect(problemsOf(environment)).toEqual([expect.stringContaining('no such environment')]);
});

test('a file named for another environment is refused', () => {
  write('staging.yaml', DEV);
  expect(problemsOf('staging')).toEqual(["environment: is 'dev', but the file is named for 'staging'"]);
});

test('the waiver file is no environment', () => {
  write('waivers.yaml', 'waivers: []\n');
  expect(problemsOf('waivers').length).toBeGreaterThan(0);
});

describe('YAML', () => {
  test('that does not parse is reported with its line', () => {
    write('dev.yaml', 'environment: dev\nregion: [us-east-1\n');
    expect(problemsOf('dev')).toEqual([expect.stringMatching(/line \d+/u)]);
  });

  test('with a key twice is refused', () => {
    write('dev.yaml', `${DEV}region: us-west-2\n`);
    expect(problemsOf('dev')).toEqual([expect.stringContaining('Map keys must be unique')]);
  });

  test('of two documents is refused', () => {
    write('dev.yaml', `${DEV}---\n${DEV}`);
    expect(problemsOf('dev')).toEqual([expect.stringContaining('multiple documents')]);
  });

  test('that is empty is refused', () => {
    write('dev.yaml', '# nothing yet\n');
    expect(problemsOf('dev')).toEqual([expect.stringContaining('(top level)')]);
  });

  test('whose aliases would grow without end is refused', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) =>
        `l${level + 1}: &l${level + 1} [${Array.from({ length: 9 }, () => `*l${level}`).join(', ')}]`,
    );
    write('dev.yaml', `l0: &l0 [x]\n${levels.join('\n')}\n`);
    expect(problemsOf('dev')).toEqual([expect.stringContaining('alias')]);
  });
});

test('every problem is listed with the file’s name', () => {
  write('dev.yaml', DEV.replace('us-east-1b', 'us-west-2b').replace('[us-east-1]', '[eu-west-1]'));
  expect(() => readSettings('dev', directory)).toThrow(
    new RegExp(`^${path.join(directory, 'dev.yaml')}: 2 problems\n`, 'u'),
  );
});
