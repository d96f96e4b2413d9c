const tier = (displayName, testMatch) => ({
  displayName,
  testMatch,
  transform: {}, // Node loads the tests
  runtime: '<rootDir>/test/runner/native-runtime.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: '<rootDir>/test/runner/measured-environment.mjs',
})

export default {
  globalSetup: '<rootDir>/test/runner/before-jest.mjs',
  testSequencer: '<rootDir>/test/runner/sequencer.mjs',
  maxWorkers: 2, // a test mostly waits for one process at a time
  projects: [
    {
      ...tier('pure', ['<rootDir>/test/**/*.test.ts']),
      testPathIgnorePatterns: ['<rootDir>/test/(run|tools|live|host)/'],
      testEnvironmentOptions: { inMemory: true },
    },
    tier('tools', ['<rootDir>/test/{run,tools}/**/*.test.ts']),
    tier('live', ['<rootDir>/test/live/**/*.test.ts']),
    tier('host', ['<rootDir>/test/host/**/*.test.ts']),
  ],
}
