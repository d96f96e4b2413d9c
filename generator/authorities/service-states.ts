import type { Failure } from '../operations/failures.ts'

export interface ServiceState {
  /** It was started, or would be: that is a change of the host. */
  started: boolean
  /** Why there is no use in waiting for an answer. */
  failure?: Failure
  /** With %(service)s, and %(error)s of systemctl. */
  detail?: string
}

/** What start_service.sh finds, by what it prints. */
export const serviceStates: Record<string, ServiceState> = {
  'service/running': { started: false },
  'service/started': { started: true },
  'service/would_start': {
    started: true,
    failure: 'cannot_predict',
    detail: '%(service)s is stopped and would be started first',
  },
  'service/failed': {
    started: false,
    failure: 'service_failed',
    detail: 'Unable to start service %(service)s: %(error)s',
  },
  'service/missing': { started: false, failure: 'not_installed' },
}
