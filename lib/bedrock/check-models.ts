import type { IConstruct } from 'constructs';
import { PROTECTED_CLASSES } from '../contract/data-class';
import { ConfigurationError } from '../errors';
import type { ApprovedModel } from './approved-model';
import { isDay } from './check-approval';

/** Days between an approval and its review: once a year, leap years included. */
export const LONGEST_APPROVAL_DAYS = 366;

const MODEL_ID = /^[a-z0-9-]+\.[a-z0-9.-]+(?::\d+[a-z]?)*$/u;
/** First word of a profile that Bedrock defines. Source: Bedrock user guide, "Supported Regions and models for inference profiles". */
const PROFILE_ID = /^(?<geography>global|us|us-gov|eu|apac|jp|au|ca|sa|me|af)\.(?<model>.+)$/u;
const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/u;

export interface ModelRules {
  readonly allowedRegions: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** @throws ConfigurationError for the first row that cannot be used */
export function checkModels(
  scope: IConstruct,
  models: readonly ApprovedModel[],
  { allowedRegions, today }: ModelRules,
): void {
  const refuse = (code: string, message: string): never => {
    throw new ConfigurationError(scope, code, message);
  };
  if (!isDay(today)) refuse('Today', `today is '${today}'; give the day of the synthesis as YYYY-MM-DD`);
  for (const region of allowedRegions)
    if (!REGION.test(region))
      refuse('AllowedRegions', `'${region}' is no AWS Region; name each, no pattern, such as us-east-1`);
  if (models.length === 0)
    refuse('NoModels', 'models is empty; approve at least one, or make no ModelAccess at all');

  const seen = new Set<string>();
  for (const model of models) {
    const refuseModel = (code: string, message: string) =>
      refuse(code, `model '${model.modelId}' ${message}`);
    checkId(model, refuseModel);
    if (seen.has(model.modelId)) refuseModel('ModelTwice', 'is there twice; give it one row');
    seen.add(model.modelId);
    checkRegions(model, allowedRegions, refuseModel);
    checkData(model, refuseModel);
    checkApproval(model, today, refuseModel);
  }
}

type Refuse = (code: string, message: string) => never;

function checkId({ modelId, inferenceProfile }: ApprovedModel, refuse: Refuse): void {
  if (PROFILE_ID.test(modelId))
    refuse('ModelId', 'is an inference profile; name the model, and the profile in inferenceProfile');
  if (!MODEL_ID.test(modelId))
    refuse('ModelId', 'is no foundation model id, such as amazon.nova-pro-v1:0; name each, no pattern');
  if (!inferenceProfile) return;
  const { id } = inferenceProfile;
  const parts = PROFILE_ID.exec(id)?.groups;
  if (parts?.['geography'] === 'global')
    refuse('GlobalProfile', `has the profile '${id}', which answers in any Region; use one of a geography`);
  if (parts?.['model'] !== modelId)
    refuse(
      'InferenceProfile',
      `has the profile '${id}'; give a geography and this model, such as us.${modelId}`,
    );
}

function checkRegions(
  { regions, inferenceProfile }: ApprovedModel,
  allowed: readonly string[],
  refuse: Refuse,
): void {
  const hint = `allowed are ${allowed.join(', ') || 'none'}`;
  if (regions.length === 0) refuse('ModelRegions', `is approved in no Region; ${hint}`);
  const outside = regions.filter((region) => !allowed.includes(region));
  if (outside.length > 0) refuse('ModelRegions', `is called in ${outside.join(', ')}; ${hint}`);
  if (!inferenceProfile) return;
  const { id, destinationRegions } = inferenceProfile;
  if (destinationRegions.length === 0)
    refuse(
      'DestinationRegions',
      `has the profile '${id}' without destinations; list what GetInferenceProfile says`,
    );
  const astray = destinationRegions.filter((region) => !allowed.includes(region));
  if (astray.length > 0)
    refuse(
      'DestinationRegions',
      `has the profile '${id}', which may answer in ${astray.join(', ')}; ${hint}`,
    );
}

function checkData({ dataClasses, retentionNeed }: ApprovedModel, refuse: Refuse): void {
  if (dataClasses.length === 0)
    refuse('ModelDataClasses', 'is approved for no data class; name those it may read');
  if (retentionNeed === 'none') return;
  const kept = dataClasses.filter((each) => PROTECTED_CLASSES.includes(each));
  if (kept.length > 0)
    refuse(
      'ModelRetention',
      `needs data retention '${retentionNeed}', so prompts may be kept, and is approved for ${kept.join(', ')}; only a model that needs none may read those`,
    );
}

function checkApproval({ approval, baaEntry, reviewBy }: ApprovedModel, today: string, refuse: Refuse): void {
  if (baaEntry.trim() === '')
    refuse('ModelBaa', 'has no baaEntry; name the business associate agreement that covers it');
  if (approval.by.trim() === '' || approval.record.trim() === '')
    refuse(
      'ModelApproval',
      'has an approval without by or record; say who approved it and where that is written',
    );
  if (!isDay(approval.on) || approval.on > today)
    refuse('ModelApproval', `was approved on '${approval.on}'; give a day as YYYY-MM-DD, not after ${today}`);
  if (!isDay(reviewBy)) refuse('ModelReview', `has reviewBy '${reviewBy}'; give a day as YYYY-MM-DD`);
  if (reviewBy < today)
    refuse(
      'ModelReview',
      `was to be reviewed by ${reviewBy}, and today is ${today}; review it or take it off the list`,
    );
  const days = (Date.parse(reviewBy) - Date.parse(approval.on)) / 86_400_000;
  if (days > LONGEST_APPROVAL_DAYS)
    refuse(
      'ModelReview',
      `is reviewed ${days} days after its approval; at most ${LONGEST_APPROVAL_DAYS} are allowed`,
    );
}
