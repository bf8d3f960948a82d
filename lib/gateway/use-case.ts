import { createHash } from 'node:crypto';
import { Construct } from 'constructs';
import type { UseCaseManifest } from '../contract/use-case';
import { ConfigurationError } from '../errors';
import { manifestProblem } from './manifest-problem';
import { readPrompt, type PublishedPrompt, type UseCasePrompt } from './use-case-prompt';

const LAST_VERSION = 999_999_999;
const ID = /^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** Which models may answer; `ModelAccess` tells. */
export interface ModelApprovals {
  approvedFor(dataClass: UseCaseManifest['dataClass']): readonly {
    readonly modelId: string;
    readonly inferenceProfile?: { readonly id: string };
  }[];
}

export interface UseCaseProps extends Omit<UseCaseManifest, 'id' | 'prompts' | 'models'> {
  /** Such as `discharge-summary`: 1 to 64 of a-z, 0-9 and single hyphens. */
  readonly useCase: string;
  readonly access: ModelApprovals;
  /** Ids of approved models, the first one unless a request names another; the next ones are its fall-back. */
  readonly models: readonly [string, ...string[]];
  readonly prompts: readonly (UseCasePrompt | PublishedPrompt)[];
}

/**
 * One use of a model, as the gateway decides by it: who may ask, why, which fields, by which prompts, of which models, who
 * looks at answers, and who answers for it. It defines no resources; `AiGateway` takes it.
 * Supports 45 CFR 164.502(b), 164.514(d), 164.308(a)(4)(ii)(B) and 164.308(a)(1)(ii)(A).
 * @throws ConfigurationError `UseCase` that is no id; `UseCaseModel` that is not approved for the class of data, or there twice; `UseCasePrompt`
 * there twice, without text or approval, or with a placeholder that is no field, or
 * published with what the gateway does not send; `UseCaseOversight` without approvers;
 * `UseCaseAsks` nothing, as it has neither prompts nor free text; `UseCasePrincipals`, `UseCasePurposes`, `UseCaseFields`,
 * `UseCaseIds`, `UseCaseLimits` with which the gateway would not start; `UseCaseLimitedDataSet` for another purpose or class of data
 */
export class UseCase extends Construct {
  readonly manifest: UseCaseManifest;
  /** Ids of its models, in the order of the manifest, which has a profile's where a model has one. */
  readonly modelIds: readonly string[];
  /** Texts of the prompts by `id:version`, as the gateway's bundle holds them. */
  readonly promptTexts: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: UseCaseProps) {
    super(scope, id);
    const { useCase, access, models, prompts: given, ...rest } = props;
    if (!ID.test(useCase))
      this.#refuse('UseCase', `useCase is '${useCase}'; give 1 to 64 of a-z, 0-9 and single hyphens`);
    const prompts = given.map((each) => {
      const read = readPrompt(each, models);
      return 'problem' in read ? this.#refuse('UseCasePrompt', read.problem) : read;
    });
    if (!rest.freeText && prompts.length === 0)
      this.#refuse(
        'UseCaseAsks',
        `${useCase} has no prompt and no free text; approve one or allow the other`,
      );
    if (rest.requiresHumanApproval && (rest.approvers ?? []).length === 0)
      this.#refuse('UseCaseOversight', `${useCase} waits for a person; name who may approve in approvers`);
    this.#checkPrompts(prompts, rest.fields);
    const approved = access.approvedFor(rest.dataClass);
    const called = models.map((modelId) => {
      const model = approved.find((each) => each.modelId === modelId);
      if (!model)
        this.#refuse(
          'UseCaseModel',
          `model '${modelId}' is not approved for ${rest.dataClass}; approve it or take one that is`,
        );
      // a model that has a profile is called through it and in no other way
      return model?.inferenceProfile?.id ?? modelId;
    });
    const twice = models.find((each, at) => models.indexOf(each) !== at);
    if (twice !== undefined)
      this.#refuse('UseCaseModel', `model '${twice}' is there twice; a fall-back is another one`);
    this.modelIds = [...models];
    const [first = models[0], ...others] = called;
    this.manifest = {
      ...rest,
      id: useCase,
      models: [first, ...others],
      prompts: prompts.map(({ id: prompt, version, text }) => ({
        id: prompt,
        version: String(version),
        sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
      })),
    };
    const problem = manifestProblem(this.manifest);
    if (problem) this.#refuse(problem.code, `${useCase}: ${problem.message}`);
    this.promptTexts = Object.fromEntries(
      prompts.map(({ id: prompt, version, text }) => [`${prompt}:${version}`, text]),
    );
  }

  #checkPrompts(prompts: readonly UseCasePrompt[], fields: readonly string[]): void {
    const seen = new Set<string>();
    for (const { id, version, text, approval } of prompts) {
      const name = `${id}:${version}`;
      if (seen.has(name)) this.#refuse('UseCasePrompt', `prompt ${name} is there twice; give it one row`);
      seen.add(name);
      if (!Number.isInteger(version) || version < 1 || version > LAST_VERSION)
        this.#refuse('UseCasePrompt', `version of prompt ${id} is ${version}; count from 1`);
      if (text.trim() === '' || approval.trim() === '')
        this.#refuse('UseCasePrompt', `prompt ${name} is without text or approval; give both`);
      for (const [, field = ''] of text.matchAll(/\{\{([A-Za-z][\w.-]{0,63})\}\}/gu)) {
        if (!fields.includes(field))
          this.#refuse('UseCasePrompt', `prompt ${name} asks for '${field}', which is not among the fields`);
      }
    }
  }

  #refuse(code: string, message: string): never {
    throw new ConfigurationError(this, code, message);
  }
}
