import { makeDirectory } from './directory.ts'
import { join } from 'node:path'

/** The settings of a Synapse with a bridge, whose accounts are @telegram_...; the bridge's token is "as". */
export function withBridge(): { app_service_config_files: string[] } {
  const registration = {
    id: 'bridge',
    url: null,
    as_token: 'as',
    hs_token: 'hs',
    sender_localpart: 'bridgebot',
    namespaces: { users: [{ exclusive: true, regex: '@telegram_.*:example\\.org' }], rooms: [], aliases: [] },
  }
  return {
    app_service_config_files: [join(makeDirectory({ 'bridge.yaml': JSON.stringify(registration) }), 'bridge.yaml')],
  }
}
