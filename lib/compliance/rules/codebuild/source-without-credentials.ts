import { finding, unknown, type Rule } from '../../rule';
import { onEach, whereThere } from '../cloudformation/where-there';

/** `https://user:token@host/…`, and a user alone that is a token. */
const WITH_USER = /^[a-z]{2,6}:\/\/[^/?#\s]{1,512}@/iu;

export const sourceWithoutCredentials: Rule = {
  id: 'codebuild-source-without-credentials',
  title: 'addresses of repositories hold no user and no token',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(D)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'The address is shown wherever the project is; so is a token within it.',
  fix: 'write the address alone, and connect by CodeConnections, OAuth or AWS::CodeBuild::SourceCredential',
  resourceTypes: ['AWS::CodeBuild::Project'],
  check(project) {
    const sources = [project.property('Source'), project.property('SecondarySources')];
    return sources.flatMap((source) =>
      onEach(source, (each) =>
        whereThere(each.at('Location'), (location) => {
          if (location.texts().some((text) => WITH_USER.test(text)))
            return [finding(location.path, 'holds a user or a token')];
          return location.values.some(({ kind }) => kind === 'unknown')
            ? [unknown(location.path, 'cannot be read; it must hold no token')]
            : [];
        }),
      ),
    );
  },
};
