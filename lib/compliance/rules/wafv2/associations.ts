import { companions } from '../cloudformation/companions';

/** The web ACLs that a load balancer, API stage, GraphQL API or user pool is put behind. */
export const webAclAssociations = companions(
  ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'],
  (association) => association.property('ResourceArn'),
);
