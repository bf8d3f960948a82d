import { holds } from '../policy/condition';
import type { Condition, Statement } from '../policy/statement';
import { matchesPattern } from '../policy/statement-match';
import type { Tri } from '../policy/tri';

const PROFILE_KEY = 'bedrock:inferenceprofilearn';

/** What statements say of the model of a request: which of their lists it is in. */
export class Lists {
  readonly #patterns: readonly string[];
  readonly #conditions: readonly Condition[];
  readonly #known = new Map<string, string>();

  constructor(statements: readonly Statement[]) {
    this.#patterns = [
      ...new Set(statements.flatMap(({ resources, notResources }) => [...resources, ...notResources])),
    ];
    const conditions = statements.flatMap((each) => each.conditions.filter(({ key }) => key === PROFILE_KEY));
    this.#conditions = [...new Map(conditions.map((each) => [JSON.stringify(each), each])).values()];
  }

  /** An answer for each list, as text to compare models by. */
  with(arn: string, profile: string | undefined): string {
    const key = `${arn} ${profile ?? ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const matched = this.#patterns.map((pattern) => told(matchesPattern(pattern, arn), arn));
    const held =
      profile === undefined
        ? ['-']
        : this.#conditions.map((condition) =>
            told(holds(condition, { variables: undefined, lookup: () => [profile] }), profile),
          );
    const answers = [...matched, ...held].join('');
    this.#known.set(key, answers);
    return answers;
  }
}

/** What nobody can tell is not taken for alike. */
function told(answer: Tri, unlike: string): string {
  return answer === undefined ? `(${unlike})` : answer ? '1' : '0';
}
