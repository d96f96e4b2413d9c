import { AppError } from '../errors/app-error.ts'

/** The columns of a list of accounts, by their own names. */
export const columns = ['username', 'password', 'admin', 'display_name']

/** What is wrong with a list of accounts in CSV. */
export function csvError(message: string, hint = `The first line names the columns: ${columns.join(',')}`): AppError {
  return new AppError('csv', message, { hint })
}
