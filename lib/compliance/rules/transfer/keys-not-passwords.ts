import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const METHODS: readonly unknown[] = ['PUBLIC_KEY', 'PUBLIC_KEY_AND_PASSWORD'];

export const keysNotPasswords: Rule = {
  id: 'transfer-keys-not-passwords',
  title: 'users of a file transfer server need a key, not a password alone',
  severity: 'warning',
  controls: ['164.312(d)', '164.308(a)(5)(ii)(D)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(f)(2)'],
  why: 'A password is guessed, reused and phished; the key stays with the partner.',
  fix: `set IdentityProviderDetails.SftpAuthenticationMethods to ${METHODS.join(' or ')}`,
  resourceTypes: ['AWS::Transfer::Server'],
  check(server) {
    return allowLiteral(
      server.property('IdentityProviderDetails.SftpAuthenticationMethods'),
      (method) => METHODS.includes(method),
      `must be ${METHODS.join(' or ')}`,
    );
  },
};
