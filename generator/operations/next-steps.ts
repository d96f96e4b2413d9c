/** What is said after an operation that ended well. `%(name)s` stands for a fact: element_url, domain. */
export const nextSteps = {
  log_in: 'Log in at %(element_url)s',
  log_in_anywhere: 'Log in with any Matrix client; no Element is configured here.',
  discovery:
    'Still worth doing: service discovery, so that clients find the server by its name. https://%(domain)s/.well-known/matrix/client should answer.',
} as const
