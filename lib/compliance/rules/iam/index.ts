import type { Rule } from '../../rule';
import { actionsExist } from './actions-exist';
import { bedrockInvokeGuardrail } from './bedrock-invoke-guardrail';
import { bedrockInvokeModels } from './bedrock-invoke-models';
import { boundaryOnMadeRoles } from './boundary-on-made-roles';
import { breakGlassGuarded } from './break-glass-guarded';
import { certificateIssueTemplate } from './certificate-issue-template';
import { controlPolicyDenies } from './control-policy-denies';
import { groupHasUsers } from './group-has-users';
import { loginProfileReset } from './login-profile-reset';
import { loginProfileSecret } from './login-profile-secret';
import { noAdminPolicy } from './no-admin-policy';
import { noBroadManagedPolicy } from './no-broad-managed-policy';
import { noInlinePolicy } from './no-inline-policy';
import { noNotAction } from './no-not-action';
import { noNotResource } from './no-not-resource';
import { noOpenCredentials } from './no-open-credentials';
import { noOpenPermissionsManagement } from './no-open-permissions-management';
import { noOpenWrite } from './no-open-write';
import { noPrivilegeEscalation } from './no-privilege-escalation';
import { noUsers } from './no-users';
import { noWildcardAction } from './no-wildcard-action';
import { noWildcardResource } from './no-wildcard-resource';
import { oidcAudience } from './oidc-audience';
import { organizationPolicyNotPublic } from './organization-policy-not-public';
import { passRoleScoped } from './pass-role-scoped';
import { passRoleToService } from './pass-role-to-service';
import { permissionsBoundary } from './permissions-boundary';
import { samlAssertionsEncrypted } from './saml-assertions-encrypted';
import { sessionDuration } from './session-duration';
import { trustActionsNamed } from './trust-actions-named';
import { trustConfusedDeputy } from './trust-confused-deputy';
import { trustCrossAccountCondition } from './trust-cross-account-condition';
import { trustNotPublic } from './trust-not-public';
import { trustWebIdentitySubject } from './trust-web-identity-subject';
import { userInGroup } from './user-in-group';
import { userNoPolicies } from './user-no-policies';

/** In the order of their ids. */
export const iamRules: readonly Rule[] = [
  actionsExist,
  bedrockInvokeGuardrail,
  bedrockInvokeModels,
  boundaryOnMadeRoles,
  breakGlassGuarded,
  certificateIssueTemplate,
  controlPolicyDenies,
  groupHasUsers,
  loginProfileReset,
  loginProfileSecret,
  noAdminPolicy,
  noBroadManagedPolicy,
  noInlinePolicy,
  noNotAction,
  noNotResource,
  noOpenCredentials,
  noOpenPermissionsManagement,
  noOpenWrite,
  noPrivilegeEscalation,
  noUsers,
  noWildcardAction,
  noWildcardResource,
  oidcAudience,
  organizationPolicyNotPublic,
  passRoleScoped,
  passRoleToService,
  permissionsBoundary,
  samlAssertionsEncrypted,
  sessionDuration,
  trustActionsNamed,
  trustConfusedDeputy,
  trustCrossAccountCondition,
  trustNotPublic,
  trustWebIdentitySubject,
  userInGroup,
  userNoPolicies,
];
