import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const ENCRYPTED: readonly unknown[] = ['SFTP', 'FTPS', 'AS2'];

export const protocols: Rule = {
  id: 'transfer-protocols',
  title: 'file transfer servers speak encrypted protocols only',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'FTP sends the password, and then the files, in clear text.',
  fix: `set Protocols to ${ENCRYPTED.join(', ')}, or leave it out for SFTP`,
  resourceTypes: ['AWS::Transfer::Server'],
  check(server) {
    return server
      .property('Protocols')
      .items()
      .flatMap((protocol) =>
        allowLiteral(protocol, (name) => ENCRYPTED.includes(name), `must be ${ENCRYPTED.join(', ')}`),
      );
  },
};
