/** A tool that the lab needs cannot be had on this machine: the tier is skipped by name, or fails when `CI=true`. */
export class LabUnavailable extends Error {
  override readonly name = 'LabUnavailable'
}
