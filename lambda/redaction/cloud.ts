// What `hipaa-ai-cdk/redaction/cloud` gives, apart from the engine because it needs clients of the AWS SDK: detectors that add
// to what the engine finds, for `createUnionDetector`.
export {
  ComprehendMedicalDetector,
  type ComprehendMedicalDetectorProps,
} from './detectors/comprehend-medical-detector';
export { GuardrailDetector, type GuardrailDetectorProps } from './detectors/guardrail-detector';
