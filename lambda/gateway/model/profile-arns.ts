import { z } from 'zod';
import { GATEWAY_VARIABLES } from '../../../lib/contract/environment-variables';
import type { ModelProfiles } from '../../../lib/contract/model-profiles';
import type { UseCaseManifest } from '../../../lib/contract/use-case';

/** ARNs of application inference profiles by use case, then by the model of its manifest. */
export type ProfileArns = ReadonlyMap<string, ReadonlyMap<string, string>>;

const schema: z.ZodType<ModelProfiles> = z.strictObject({
  arn: z.string().regex(/^arn:[\w-]+:bedrock:[a-z0-9-]+:\d{12}:application-inference-profile\/$/u),
  ids: z.record(z.string(), z.array(z.string().regex(/^[\w.:-]{1,64}$/u))),
});

/**
 * A profile for each model of each use case, and no other: a call past its profile would be counted for nobody, and IAM refuses it.
 *
 * @throws Error that names the variable and the use case
 */
export function profileArnsOf(given: unknown, useCases: ReadonlyMap<string, UseCaseManifest>): ProfileArns {
  const name = GATEWAY_VARIABLES.profiles;
  const read = schema.safeParse(given);
  if (!read.success) throw new Error(`${name} cannot be used: it has another form than it is written in`);
  const { arn, ids } = read.data;
  const unknown = Object.keys(ids).find((id) => !useCases.has(id));
  if (unknown !== undefined) throw new Error(`${name} has profiles of ${unknown}, which is no use case`);
  return new Map(
    [...useCases].map(([id, { models }]) => {
      const own = ids[id] ?? [];
      if (own.length !== models.length)
        throw new Error(`${name} has ${own.length} profiles of ${id}, which has ${models.length} models`);
      return [id, new Map(models.map((model, at) => [model, `${arn}${own[at] ?? ''}`]))] as const;
    }),
  );
}
