const { availableParallelism } = require('node:os');

// CDK's built-in WASM validator costs seconds per test file; `npm run synth` still runs it.
process.env.CDK_VALIDATION ??= 'false';

const typescript = [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'commonjs' },
    sourceMaps: true,
  },
];

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Each level that needs more than Node has its own command (see CONTRIBUTING.md).
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/deploy/',
    '<rootDir>/test/node22/',
    '<rootDir>/test/browser/',
    '<rootDir>/test/envoy/',
  ],
  transform: { '^.+\\.ts$': typescript },
  // by default one core of two would stay idle; one more than cores, as some tests wait for timeouts
  maxWorkers: availableParallelism() + 1,
  // of `test.concurrent`: what runs at once waits, for timeouts and pauses of the SDK
  maxConcurrency: 16,
  // what hangs, hangs longer; a busy machine is no failure
  testTimeout: 30_000,
  // worker restarts bound the memory that many synthesized apps leave behind
  workerIdleMemoryLimit: '1GB',
};
