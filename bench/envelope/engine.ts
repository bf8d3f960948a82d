/** What the benchmark calls, bundled into one file so that plain Node runs it. */
export { createBranchKeys, createEnvelope, createKmsDataKeys, createLocalKeys } from '../../lambda/envelope';
export { placeOf } from '../../lambda/envelope/binding';
export { activeContext, itemOf, versionContext } from '../../lambda/envelope/keys/branch-key-row';
