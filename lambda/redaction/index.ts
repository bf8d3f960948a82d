// The engine as a library: what `hipaa-ai-cdk/redaction` gives. It needs neither the CDK nor AWS; cloud.ts has what does.
export { CATEGORIES, type Category, type Counts } from './category';
export {
  createDetector,
  replaceSpans,
  type Detector,
  type DetectorOptions,
  type Sensitivity,
} from './detector';
export type { CloudDetector } from './detectors/cloud-detector';
export { createUnionDetector, type UnionDetector } from './detectors/union-detector';
export { createUnionRedactor, type UnionRedaction, type UnionRedactor } from './detectors/union-redactor';
export { InvalidOptionError, RedactionError, type RedactionErrorCode } from './errors';
export type { RedactionContext, Subject } from './operators/operator';
export type { OperatorChoice } from './operators/operator-set';
export { LEAST_SECRET_BYTES } from './operators/surrogate';
export { restoreTokens, TokenMap, type TokenMapPlace } from './operators/token-map';
export { PROFILE_NAMES, type Profile, type ProfileName, type ProfileOptions } from './profiles/profile';
export { createRedactor, type Redaction, type Redactor, type RedactorOptions } from './redactor';
export type { Span } from './span';
export { collectNames, redactStream, type StreamRedactionProps } from './stream/redact-stream';
export { RedactingTransform } from './stream/redacting-transform';
export { SeenNames } from './stream/seen-names';
export { createTokenStreamRedactor, type TokenStreamRedactor } from './stream/token-stream';
export * from './structured';
