import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseOversight, parseRequest } from '../../../lambda/gateway/request';
import { STAGES } from '../../../lambda/gateway/stage';
import { PROBLEMS } from '../../../lambda/gateway/problem';

const page = readFileSync(path.resolve(__dirname, '../../../docs/gateway.md'), 'utf8');
const problems = readFileSync(path.resolve(__dirname, '../../../docs/gateway-problems.md'), 'utf8');

test('the request of the page is one', () => {
  const [, json = ''] = /## A request[^]*?```json\n([^]*?)```/u.exec(page) ?? [];
  expect(parseRequest(JSON.parse(json)).useCase).toBe('discharge-summary');
});

test('what the page says a second person sends is read as that', () => {
  const [json = ''] = /\{"oversight":[^`]*\}/u.exec(page) ?? [];
  expect(parseOversight(JSON.parse(json.replace('…', '0a1b2c3d-1111-4222-8333-444455556666')))?.act).toBe(
    'review',
  );
});

test('every stage is in the picture', () => {
  const [, picture = ''] = /## The stages\n\n```\n([^]*?)```/u.exec(page) ?? [];
  for (const stage of STAGES) expect(picture).toContain(stage);
});

test('every code is on the page of problems, with its status', () => {
  for (const [code, { status, stage }] of Object.entries(PROBLEMS)) {
    expect(problems).toContain(`| \`${code}\` | ${stage} | ${status} |`);
  }
});
