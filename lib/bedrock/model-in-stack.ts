import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { PromptClass } from '../contract/data-class';
import { ConfigurationError } from '../errors';
import type { ApprovedModel } from './approved-model';
import type { ModelAccess } from './model-access';

/** A model, and what is sent to it. */
export interface ModelUse {
  readonly access: ModelAccess;
  readonly modelId: string;
  readonly dataClass: PromptClass;
}

/**
 * The row of a model that a construct uses where it is.
 * @param codes of the errors, which are each construct's own
 * @throws ConfigurationError where the model is not approved for the data, or the Region of the stack is open or not one of
 * the model's
 */
export function modelInStack(
  scope: IConstruct,
  { access, modelId, dataClass }: ModelUse,
  codes: { readonly model: string; readonly region: string },
): ApprovedModel {
  const model = access.approvedFor(dataClass).find((each) => each.modelId === modelId);
  if (!model)
    throw new ConfigurationError(
      scope,
      codes.model,
      `model '${modelId}' is not approved for ${dataClass}; approve it or take one that is`,
    );
  const { region } = Stack.of(scope);
  if (!model.regions.includes(region))
    throw new ConfigurationError(
      scope,
      codes.region,
      `the stack is in Region ${region} and model '${modelId}' is approved in ${model.regions.join(', ')}; give the stack one of them`,
    );
  return model;
}
