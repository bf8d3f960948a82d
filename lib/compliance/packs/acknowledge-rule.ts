import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { PACK_NAME } from '../pack-name';
import type { InlineWaiver } from '../waivers/waiver';

/**
 * Accepts a deviation beside the construct that has it, with everything the waiver file would ask for. It counts for
 * that construct and those below it, and there for one resource only; the evidence shows it like any other waiver.
 *
 * CDK's own `Validations.of(scope).acknowledge` takes any reason, also an empty one: on a rule of this pack it stops the
 * synthesis unless it says all of this.
 *
 * @param scope the construct that deviates
 * @param waiver rule, reason, alternative measure, owner, approver, ticket and last day (YYYY-MM-DD); `property` narrows it
 */
export function acknowledgeRule(scope: IConstruct, waiver: InlineWaiver): void {
  const { rule, ...fields } = waiver;
  Validations.of(scope).acknowledge({ id: `${PACK_NAME}::${rule}`, reason: JSON.stringify(fields) });
}
