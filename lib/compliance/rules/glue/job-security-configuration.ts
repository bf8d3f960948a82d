import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const jobSecurityConfiguration: Rule = {
  id: 'glue-job-security-configuration',
  title: 'jobs and crawlers work under a security configuration',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'Without one, logs and bookmarks of a job are not encrypted under any key of yours, and what it writes as the bucket happens to be.',
  fix: 'name an AWS::Glue::SecurityConfiguration in SecurityConfiguration, or CrawlerSecurityConfiguration of a crawler',
  resourceTypes: ['AWS::Glue::Job', 'AWS::Glue::Crawler', 'AWS::Glue::DevEndpoint'],
  check(job) {
    const name = job.type === 'AWS::Glue::Crawler' ? 'CrawlerSecurityConfiguration' : 'SecurityConfiguration';
    return requireSet(job.property(name), 'must name a security configuration');
  },
};
