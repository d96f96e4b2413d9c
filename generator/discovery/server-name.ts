/** Whether this is a server name (Matrix specification, appendices, "Server Name") that can be connected to. */
export function isServerName(text: string): boolean {
  const port = /:(\d+)$/.exec(text)?.[1]
  return (
    text.length <= 262 &&
    /^([A-Za-z0-9.-]{1,255}|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?$/.test(text) &&
    (port === undefined || text.endsWith(']') || (Number(port) >= 1 && Number(port) <= 65_535)) &&
    URL.canParse(`https://${text}`)
  )
}

export function hasPort(server: string): boolean {
  return /:\d{1,5}$/.test(server) && !server.endsWith(']')
}

/** An IP address instead of a name: no file and no SRV record is looked up for it. */
export function isAddress(server: string): boolean {
  return server.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(hostnameOf(server))
}

export function hostnameOf(server: string): string {
  return hasPort(server) ? server.slice(0, server.lastIndexOf(':')) : server
}
