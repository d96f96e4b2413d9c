// '@jest/globals' for tests that Node loads itself: jest puts them where all can see them.
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = globalThis
