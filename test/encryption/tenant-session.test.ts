import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDocument } from '../../lib/compliance/policy/document';
import { evaluate } from '../../lib/compliance/policy/evaluate';
import type { Json } from '../../lib/compliance/template/json';
import { ACCOUNT } from '../support/deployed-template';
import { ROOT } from '../support/synthesize';

const page = readFileSync(path.join(ROOT, 'docs', 'envelope-keys.md'), 'utf8');
const [, example = ''] = /```json\n(.*?)```/su.exec(page) ?? [];
const trust = readDocument({ Version: '2012-10-17', Statement: JSON.parse(example) as Json });
const identity = readDocument({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: 'sts:*', Resource: '*' },
});

const take = (who: string, action: string, tags: Readonly<Record<string, string>>) =>
  evaluate(
    {
      principal: { kind: 'role', arn: `arn:aws:iam::${ACCOUNT}:role/${who}`, session: 'one' },
      action,
      resource: { arn: `arn:aws:iam::${ACCOUNT}:role/tenant` },
      context: {
        ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, [value]])),
        ...(Object.keys(tags).length > 0 ? { 'aws:TagKeys': Object.keys(tags) } : {}),
      },
    },
    { identity, resource: trust },
  ).verdict;

describe.each(['sts:AssumeRole', 'sts:TagSession'])(
  'the trust policy of the documentation, asked for %s',
  (action) => {
    test.each<[string, string, Readonly<Record<string, string>>, 'allowed' | 'denied']>([
      ['with a tenant', 'gateway', { tenant: 't-1' }, 'allowed'],
      ['without a tag', 'gateway', {}, 'denied'],
      ['with an empty tenant', 'gateway', { tenant: '' }, 'denied'],
      ['with a second tag', 'gateway', { tenant: 't-1', project: 'invented' }, 'denied'],
      ['with another tag', 'gateway', { project: 'invented' }, 'denied'],
      ['by somebody else', 'another', { tenant: 't-1' }, 'denied'],
    ])('%s by the role %s: %o: %s', (_, who, tags, verdict) => {
      expect(take(who, action, tags)).toBe(verdict);
    });
  },
);
