/** Under which the pack reports to the CDK, and its rules to the evidence. */
export const PACK_NAME = 'HIPAA-AI';
