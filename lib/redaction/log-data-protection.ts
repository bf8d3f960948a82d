import { aws_logs as logs, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';

/**
 * Identifiers of people in the United States that CloudWatch Logs knows by itself, by their ids. Procedure and drug codes
 * are left out: they name no one. So are credentials and identifiers of other countries. Medical record numbers, device
 * numbers and dates are not among those it knows.
 * Source: CloudWatch Logs user guide, "Types of data that you can protect"; ARNs are
 * `arn:aws:dataprotection::aws:data-identifier/<id>`.
 */
export const PROTECTED_IDENTIFIERS: readonly logs.DataIdentifier[] = [
  logs.DataIdentifier.ADDRESS,
  logs.DataIdentifier.BANKACCOUNTNUMBER_US,
  logs.DataIdentifier.CREDITCARDNUMBER,
  logs.DataIdentifier.DRIVERSLICENSE_US,
  logs.DataIdentifier.DRUGENFORCEMENTAGENCYNUMBER_US,
  logs.DataIdentifier.EMAILADDRESS,
  logs.DataIdentifier.HEALTHINSURANCECLAIMNUMBER_US,
  logs.DataIdentifier.INDIVIDUALTAXIDENTIFICATIONNUMBER_US,
  logs.DataIdentifier.IPADDRESS,
  logs.DataIdentifier.LATLONG,
  logs.DataIdentifier.MEDICAREBENEFICIARYNUMBER_US,
  logs.DataIdentifier.NAME,
  logs.DataIdentifier.NATIONALPROVIDERID_US,
  logs.DataIdentifier.PASSPORTNUMBER_US,
  logs.DataIdentifier.PHONENUMBER_US,
  logs.DataIdentifier.SSN_US,
  logs.DataIdentifier.VEHICLEIDENTIFICATIONNUMBER,
  logs.DataIdentifier.ZIPCODE_US,
];

const VERSION = '2021-06-01';

export interface LogDataProtectionProps {
  /** Log groups made in this app; each has one policy at most. */
  readonly logGroups: readonly logs.LogGroup[];
  /**
   * Where CloudWatch Logs reports that it found something: places and kinds, not values. It is none of the protected
   * groups.
   * @default - findings are counted in the metric `LogEventsWithFindings` alone
   */
  readonly findings?: logs.ILogGroup;
}

/**
 * A second net below redaction: CloudWatch Logs masks what it takes for an identifier when a log is read, except for who
 * has `logs:Unmask`. What is stored stays as it was written, and what came before the policy is not masked; so a log
 * must not hold PHI in the first place. Supports 45 CFR 164.502(b) and 164.312(a)(1).
 * Source: CloudWatch Logs user guide, "Help protect sensitive log data with masking".
 * @throws ConfigurationError `ProtectedLogGroup` that has a policy, or that takes its own findings
 */
export class LogDataProtection extends Construct {
  constructor(scope: Construct, id: string, { logGroups, findings }: LogDataProtectionProps) {
    super(scope, id);
    for (const logGroup of logGroups) {
      const resource = logGroup.node.defaultChild;
      const isFree = resource instanceof logs.CfnLogGroup && resource.dataProtectionPolicy === undefined;
      if (!isFree || logGroup === findings) {
        throw new ConfigurationError(
          this,
          'ProtectedLogGroup',
          `${logGroup.node.path} ${isFree ? 'would take its own findings' : 'has a data protection policy'}; a log group has one policy, and findings go to another`,
        );
      }
      resource.dataProtectionPolicy = this.#policy(findings);
    }
  }

  #policy(findings: logs.ILogGroup | undefined): object {
    const { partition } = Stack.of(this);
    const identifiers = PROTECTED_IDENTIFIERS.map(
      ({ name }) => `arn:${partition}:dataprotection::aws:data-identifier/${name}`,
    );
    const destination = findings ? { CloudWatchLogs: { LogGroup: findings.logGroupName } } : {};
    return {
      Name: 'hipaa-ai-identifiers',
      Description: 'Masks identifiers of people in the United States',
      Version: VERSION,
      Statement: [
        {
          Sid: 'Audit',
          DataIdentifier: identifiers,
          Operation: { Audit: { FindingsDestination: destination } },
        },
        { Sid: 'Mask', DataIdentifier: identifiers, Operation: { Deidentify: { MaskConfig: {} } } },
      ],
    };
  }
}
