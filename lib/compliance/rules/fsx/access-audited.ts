import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import type { Json } from '../../template/json';
import type { Property } from '../../template/property';
import { isNeverSet, isOneOf } from '../cloudformation/certainty';
import { whereThere } from '../cloudformation/where-there';

export const accessAudited: Rule = {
  id: 'fsx-access-audited',
  title: 'file systems of Windows and Lustre log who opened what',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Without an access log nobody can tell who read which file.',
  fix: 'set the two levels of WindowsConfiguration.AuditLogConfiguration, or Level of LustreConfiguration.LogConfiguration',
  resourceTypes: ['AWS::FSx::FileSystem'],
  check(files) {
    const windows = files.property('WindowsConfiguration');
    const lustre = files.property('LustreConfiguration');
    const isLogging = (level: Json) => !isOneOf('DISABLED')(level);
    if (isNeverSet(windows) && isNeverSet(lustre)) return 'not-applicable';
    const requireLogs = (configuration: Property, ...levels: readonly string[]) =>
      whereThere(configuration, (block) =>
        levels.flatMap((level) => requireLiteral(block.at(level), isLogging, 'must not be DISABLED')),
      );
    return [
      ...requireLogs(
        windows,
        'AuditLogConfiguration.FileAccessAuditLogLevel',
        'AuditLogConfiguration.FileShareAccessAuditLogLevel',
      ),
      ...requireLogs(lustre, 'LogConfiguration.Level'),
    ];
  },
};
