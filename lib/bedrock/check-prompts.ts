import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../errors';
import type { ApprovedModel } from './approved-model';
import type { ApprovedPrompt } from './approved-prompt';
import { checkApproval } from './check-approval';
import { IDENTIFIER_PATTERNS } from './guardrail-patterns';
import { TAKES_NO_GUARDRAIL } from '../contract/guardrail';

/** Source: Bedrock API reference, CreatePrompt, PromptInputVariable, TextPromptTemplateConfiguration. */
export const PROMPT_LIMITS = { textLength: 200_000, variables: 20 } as const;

const NAME = /^(?:[0-9a-zA-Z][_-]?){1,100}$/u;
const USED = /\{\{([^{}]*)\}\}/gu;
/** Fixed forms of identifiers that no text to a model in general has a use for. */
const NO_TEXT_OF_OURS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ...IDENTIFIER_PATTERNS.map(({ name, pattern }) => [name, new RegExp(pattern, 'u')] as const),
  ['social-security-number', /\b\d{3}-\d{2}-\d{4}\b/u],
  ['email-address', /\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b/iu],
  ['telephone-number', /\(?\b\d{3}\)?[ .-]\d{3}[.-]\d{4}\b/u],
];

/**
 * @param models approved for the class of data that the prompts' variables may hold
 * @throws ConfigurationError for the first prompt that cannot be used; nothing of its text is repeated
 */
export function checkPrompts(
  scope: IConstruct,
  prompts: readonly ApprovedPrompt[],
  models: readonly ApprovedModel[],
): void {
  if (prompts.length === 0)
    throw new ConfigurationError(
      scope,
      'NoPrompts',
      'prompts is empty; approve at least one, or make no ApprovedPrompts at all',
    );
  for (const prompt of prompts) {
    const refuse = (code: string, message: string): never => {
      throw new ConfigurationError(scope, code, `prompt '${prompt.name}' ${message}`);
    };
    if (!NAME.test(prompt.name))
      refuse(
        'PromptName',
        "has a name Bedrock refuses; give 1 to 100 letters and digits with '-' or '_' between",
      );
    if (prompts.filter(({ name }) => name === prompt.name).length > 1)
      refuse('PromptTwice', 'is there twice; give each a name of its own');
    checkModel(prompt, models, refuse);
    checkText(prompt, refuse);
    checkVariables(prompt, refuse);
    checkInference(prompt, refuse);
    checkApproval(scope, 'PromptApproval', `prompt '${prompt.name}'`, prompt.approval);
  }
}

type Refuse = (code: string, message: string) => never;

function checkModel({ modelId }: ApprovedPrompt, models: readonly ApprovedModel[], refuse: Refuse): void {
  const known = models.map((model) => model.modelId).filter((id) => !TAKES_NO_GUARDRAIL.test(id));
  if (!known.includes(modelId))
    refuse(
      'PromptModel',
      `is for '${modelId}'; approved for its class of data are ${known.join(', ') || 'none'}`,
    );
}

function checkText({ text, system }: ApprovedPrompt, refuse: Refuse): void {
  for (const [part, given] of [
    ['text', text],
    ['system', system],
  ] as const) {
    if (given === undefined) continue;
    if (given.trim() === '' || given.length > PROMPT_LIMITS.textLength)
      refuse(
        'PromptText',
        `has a ${part} of ${given.length} characters; give 1 to ${PROMPT_LIMITS.textLength}, not all of them blank`,
      );
    const [found] = NO_TEXT_OF_OURS.find(([, pattern]) => pattern.test(given)) ?? [];
    if (found !== undefined)
      refuse(
        'PromptHoldsIdentifier',
        `looks as if it holds a ${found} in its ${part}; take it out, a variable brings what is of one patient`,
      );
  }
}

function checkVariables({ text, system = '', variables = [] }: ApprovedPrompt, refuse: Refuse): void {
  if (variables.length > PROMPT_LIMITS.variables)
    refuse('PromptVariables', `has ${variables.length} variables; Bedrock takes ${PROMPT_LIMITS.variables}`);
  const used = [...`${text}\n${system}`.matchAll(USED)].map(([, name = '']) => name.trim());
  const odd = variables.find((name) => !NAME.test(name));
  if (odd !== undefined)
    refuse('PromptVariables', `has the variable '${odd}'; give letters and digits with '-' or '_' between`);
  if (new Set(variables).size < variables.length) refuse('PromptVariables', 'lists a variable twice');
  const idle = variables.filter((name) => !used.includes(name));
  if (idle.length > 0)
    refuse('PromptVariables', `does not use ${idle.join(', ')}; take out what is not used`);
  // what stands between braces may be anything, so it is not repeated
  const open = used.filter((name) => !variables.includes(name));
  if (open.length > 0)
    refuse(
      'PromptVariables',
      `uses ${open.length} names in double braces that are not among its variables; list them`,
    );
}

function checkInference({ maxTokens, temperature }: ApprovedPrompt, refuse: Refuse): void {
  if (maxTokens !== undefined && !(Number.isInteger(maxTokens) && maxTokens >= 1))
    refuse('PromptInference', `has maxTokens ${maxTokens}; give a whole number from 1`);
  if (temperature !== undefined && !(temperature >= 0 && temperature <= 1))
    refuse('PromptInference', `has temperature ${temperature}; give 0 to 1`);
}
