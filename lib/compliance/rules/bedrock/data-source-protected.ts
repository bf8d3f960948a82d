import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';

const CONNECTOR = 'DataSourceConfiguration.ManagedKnowledgeBaseConnectorConfiguration?';

export const dataSourceProtected: Rule = {
  id: 'bedrock-data-source-protected',
  title: 'one synchronization cannot empty a knowledge base',
  severity: 'error',
  controls: ['164.312(c)(1)', '164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'When a source loses its documents, by mistake or on purpose, the next synchronization takes them out of the answers too.',
  fix: 'set DeletionProtectionConfiguration.DeletionProtectionStatus of the connector to ENABLED',
  resourceTypes: ['AWS::Bedrock::DataSource'],
  check(source) {
    return placesOf(source, `${CONNECTOR}.DeletionProtectionConfiguration.DeletionProtectionStatus`).flatMap(
      (status) => requireLiteral(status, (value) => value === 'ENABLED', 'must be ENABLED'),
    );
  },
};
