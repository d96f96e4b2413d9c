import { AppError } from '../errors/app-error.ts'

/** The columns of a list of accounts, by their own names. */
export const columns = ['username', 'password', 'admin', 'display_name']

/** The error for a CSV list of accounts. */
export function csvError(message: string, hint = `The first line names the columns: ${columns.join(',')}`): AppError {
  return new AppError('csv', message, { hint })
}
