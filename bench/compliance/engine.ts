/** What the benchmarks call, bundled into one file so that plain Node runs it. */
export { checkReport } from '../../lib/compliance/check/check-report';
export { judge } from '../../lib/compliance/judge';
export { RULES } from '../../lib/compliance/rules/registry';
export { rulesIn } from '../../lib/compliance/profile';
export { Assembly } from '../../lib/compliance/template/assembly';
export { readAssembly } from '../../lib/compliance/template/read-assembly';
