import { CATEGORIES, type Category } from '../../category';
import { StructuredError } from '../structured-error';

/** What happens to the values at a path: left alone, read as text, or replaced whole as an identifier of a category. */
export type JsonRule = 'keep' | 'text' | Category;

/**
 * Path -> rule. A path is keys joined by dots, `[*]` for each item of a list, `*` for any key: `patient.name`,
 * `notes[*].text`, `*.id`. A rule holds for everything inside the value too. Where several paths fit, the one with the fewest
 * `*` counts.
 */
export type JsonPolicy = Readonly<Record<string, JsonRule>>;

/** A step of a path: a key, any key, or any item. */
type Step = { readonly key: string } | '*' | '[*]';

interface PathRule {
  readonly steps: readonly Step[];
  readonly rule: JsonRule;
}

/** What of a policy is still open at one place of a document. */
export interface PolicyState {
  /** The rule of this value, if a path ends here or ended above. */
  readonly rule: JsonRule | undefined;
  readonly named: boolean;
  readonly enterKey: (key: string) => PolicyState;
  readonly enterItem: () => PolicyState;
}

const STEP = /(?:^|\.)([^.[\]]+)|\[\*\]/y;
const RULES = new Set<string>([...CATEGORIES, 'keep', 'text']);

/** @throws StructuredError INVALID_POLICY */
export function readPolicy(policy: JsonPolicy): PolicyState {
  const rules = Object.entries(policy).map(([path, rule], at) => {
    if (!RULES.has(rule)) throw invalid(at, 'its rule must be keep, text, or a category such as NAME');
    return { steps: stepsOf(path, at), rule };
  });
  return stateOf(rules, undefined, false);
}

function stepsOf(path: string, at: number): Step[] {
  const steps: Step[] = [];
  STEP.lastIndex = 0;
  for (let match = STEP.exec(path); match; match = STEP.exec(path)) {
    const [, key] = match;
    steps.push(key === undefined ? '[*]' : key === '*' ? '*' : { key });
    if (STEP.lastIndex === path.length) return steps;
  }
  throw invalid(at, 'its path must be keys joined by dots, with [*] for items, such as notes[*].text');
}

function stateOf(open: readonly PathRule[], above: JsonRule | undefined, named: boolean): PolicyState {
  const ends = open.filter(({ steps }) => steps.length === 0);
  const rule = ends.at(-1)?.rule ?? above;
  const enter = (fits: (step: Step) => boolean, byName: boolean): PolicyState => {
    const next = open
      .filter(({ steps: [first] }) => first !== undefined && fits(first))
      // a key by its name is looked at after `*`, so that its rule counts
      .sort((a, b) => wildness(b) - wildness(a))
      .map(({ steps, rule }) => ({ steps: steps.slice(1), rule }));
    return next.length === 0 && rule === undefined ? NOTHING : stateOf(next, rule, byName);
  };
  return {
    rule,
    named,
    enterKey: (key) =>
      enter(
        (step) => step === '*' || (typeof step === 'object' && step.key === key),
        open.some(({ steps: [first] }) => typeof first === 'object' && first.key === key),
      ),
    enterItem: () => enter((step) => step === '[*]', true),
  };
}

const wildness = ({ steps }: PathRule): number => steps.filter((step) => step === '*').length;

const NOTHING: PolicyState = {
  rule: undefined,
  named: false,
  enterKey: () => NOTHING,
  enterItem: () => NOTHING,
};

function invalid(at: number, what: string): StructuredError {
  return new StructuredError('INVALID_POLICY', `rule number ${at + 1} of the policy cannot be read: ${what}`);
}
