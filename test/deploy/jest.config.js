// Stories, each on an emulator of its own: of the environment (bootstrap, deploy, read back, use, update, destroy), of the
// keys of tenants, of the governance of models, of the gateway that is called, and of answers that wait for a person.
module.exports = {
  rootDir: '../..',
  testEnvironment: 'node',
  roots: ['<rootDir>/test/deploy'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  testTimeout: 180_000,
  // each has an emulator and the CDK CLI beside it, which is more than a core
  maxWorkers: 1,
};
