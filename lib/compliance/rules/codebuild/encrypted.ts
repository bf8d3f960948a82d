import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { onEach } from '../cloudformation/where-there';

/** Places that say whether what a build writes to S3 is encrypted; by default it is. */
const PLACES = [
  'Artifacts',
  'SecondaryArtifacts',
  'LogsConfig.S3Logs',
  'ExportConfig.S3Destination',
] as const;

export const encrypted: Rule = {
  id: 'codebuild-encrypted',
  title: 'what builds leave behind is encrypted',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'Logs and artifacts hold addresses, test data and sometimes keys.',
  fix: 'leave EncryptionDisabled out or set it to false',
  resourceTypes: ['AWS::CodeBuild::Project', 'AWS::CodeBuild::ReportGroup'],
  check(resource) {
    return PLACES.flatMap((place) =>
      onEach(resource.property(place), (each) =>
        allowLiteral(each.at('EncryptionDisabled'), (value) => !isTrue(value), 'must not be true'),
      ),
    );
  },
};
