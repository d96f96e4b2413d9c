import { addEmail } from './add-email.ts'
import { createAccessToken } from './create-access-token.ts'
import { createRegistrationToken } from './create-registration-token.ts'
import { deactivateUser } from './deactivate-user.ts'
import { demoteAdmin } from './demote-admin.ts'
import { invite } from './invite.ts'
import { listRegistrationTokens } from './list-registration-tokens.ts'
import { listSessions } from './list-sessions.ts'
import { listUsers } from './list-users.ts'
import { lockUser } from './lock-user.ts'
import { logoutUser } from './logout-user.ts'
import { promoteAdmin } from './promote-admin.ts'
import { reactivateUser } from './reactivate-user.ts'
import { registerUser } from './register-user.ts'
import { revokeRegistrationToken } from './revoke-registration-token.ts'
import { setDisplayName } from './set-display-name.ts'
import { setKind } from './set-kind.ts'
import { setPassword } from './set-password.ts'
import { showUser } from './show-user.ts'
import { suspendUser } from './suspend-user.ts'
import { unlockUser } from './unlock-user.ts'
import { unsuspendUser } from './unsuspend-user.ts'
import { updateRegistrationToken } from './update-registration-token.ts'

/** Every operation, in the order in which a person reads them. */
export const operations = [
  registerUser,
  showUser,
  listUsers,
  setPassword,
  promoteAdmin,
  demoteAdmin,
  lockUser,
  unlockUser,
  suspendUser,
  unsuspendUser,
  deactivateUser,
  reactivateUser,
  listSessions,
  logoutUser,
  createAccessToken,
  addEmail,
  setDisplayName,
  setKind,
  createRegistrationToken,
  invite,
  listRegistrationTokens,
  updateRegistrationToken,
  revokeRegistrationToken,
] as const

export type OperationName = (typeof operations)[number]['name']
