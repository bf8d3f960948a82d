import { kindOf, PROBLEMS, type ProblemCode } from '../lambda/gateway/problem';
import { STAGES } from '../lambda/gateway/stage';

const BLOCK = /(?<=<!-- problems -->\n)[^]*(?=<!-- \/problems -->)/u;

/** The page of the gateway with the table of its problems, as the code has them. */
export function withProblems(page: string): string {
  const codes = (Object.keys(PROBLEMS) as ProblemCode[]).toSorted(
    (a, b) => STAGES.indexOf(kindOf(a).stage) - STAGES.indexOf(kindOf(b).stage),
  );
  const rows = codes.map((code) => {
    const { stage, status, title, retryable } = kindOf(code);
    return `| \`${code}\` | ${stage} | ${status} | ${retryable === true ? 'yes' : ''} | ${title} |`;
  });
  const table = ['| code | stage | status | retryable | |', '|---|---|---|---|---|', ...rows];
  return page.replace(BLOCK, `\n${table.join('\n')}\n\n`);
}
