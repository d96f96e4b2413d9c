/** The server name of every homeserver in the lab: accounts are @alice:example.org. */
export const domain = 'example.org'
