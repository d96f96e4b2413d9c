const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' }, experimental: { keepImportAttributes: true } },
      module: { type: 'es6' },
    },
  ],
}

const testEnvironmentOptions = { globalsCleanup: 'off' } // its wrappers pile up over the files of a worker until the stack ends

const tier = (displayName, testMatch) => ({
  displayName,
  testMatch,
  transform,
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: '<rootDir>/test/runner/measured-environment.mjs',
  testEnvironmentOptions,
})

export default {
  globalSetup: '<rootDir>/test/runner/before-jest.mjs',
  testSequencer: '<rootDir>/test/runner/sequencer.mjs',
  maxWorkers: 2, // a test mostly waits for one process at a time
  projects: [
    {
      ...tier('pure', ['<rootDir>/test/**/*.test.ts']),
      testPathIgnorePatterns: ['<rootDir>/test/(run|tools|live|host)/'],
      testEnvironmentOptions: { ...testEnvironmentOptions, inMemory: true },
    },
    tier('tools', ['<rootDir>/test/{run,tools}/**/*.test.ts']),
    tier('live', ['<rootDir>/test/live/**/*.test.ts']),
    tier('host', ['<rootDir>/test/host/**/*.test.ts']),
  ],
}
