import { kindOf, PROBLEMS, type ProblemCode } from '../lambda/gateway/problem';
import { STAGES } from '../lambda/gateway/stage';
import { NOTE } from './rule-pages';

/** The page of the problems of the gateway, in the order of its stages. */
export function problemPage(): string {
  const codes = (Object.keys(PROBLEMS) as ProblemCode[]).toSorted(
    (a, b) => STAGES.indexOf(kindOf(a).stage) - STAGES.indexOf(kindOf(b).stage),
  );
  const rows = codes.map((code) => {
    const { stage, status, title, retryable } = kindOf(code);
    return `| \`${code}\` | ${stage} | ${status} | ${retryable === true ? 'yes' : 'no'} | ${title} |`;
  });
  return [
    NOTE,
    '',
    '# Problems of the gateway',
    '',
    'Where a request may be sent again as it is, with the same idempotency key, it is retryable: nothing was decided about it.',
    'See [gateway.md](gateway.md).',
    '',
    '| code | stage | status | retryable | what it says |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
