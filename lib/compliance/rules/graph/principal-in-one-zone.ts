import { TAGS } from '../../../contract/tags';
import { finding, unknown, type Rule } from '../../rule';
import { sideOf } from '../../zones/sides';
import { zonedStores } from '../../zones/zoned-stores';

export const principalInOneZone: Rule = {
  id: 'graph-principal-in-one-zone',
  title: 'no role or user reads or writes PHI and data that is none',
  severity: 'error',
  controls: ['164.308(a)(4)(i)', '164.312(a)(1)', '164.502(b)'],
  profiles: ['ai'],
  why: 'Whoever reaches both sides can carry records from one to the other, on purpose or by mistake, and nothing shows it.',
  fix: `give each side a role of its own; a job that de-identifies says by which record in the tag ${TAGS.deidentifies} of its role`,
  resourceTypes: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group', 'AWS::SSO::PermissionSet'],
  check(principal) {
    if (zonedStores(principal.template.assembly).all.length === 0) return 'not-applicable';
    const inside = sideOf(principal, 'protected');
    const outside = sideOf(principal, 'unprotected');
    if (!inside && !outside) return 'not-applicable';
    // two doubts together are no reason to ask
    if (!inside || !outside || (inside.isSure !== true && outside.isSure !== true)) return [];
    const access = [outside, inside].find((side) => side.access?.by === principal)?.access;
    const isSure = [inside, outside].every((side) => side.isSure === true && !side.isLimited);
    const elsewhere = [inside, outside].flatMap((side) =>
      side.access && side.access.by !== principal ? side.access.by.logicalId : [],
    );
    const by = elsewhere.length === 0 ? '' : `, by ${[...new Set(elsewhere)].join(' and ')}`;
    return [
      (isSure ? finding : unknown)(access?.path ?? 'Properties', `${inside.words} and ${outside.words}${by}`),
    ];
  },
};
