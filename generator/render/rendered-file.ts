/** One file of a workspace: `path` is relative to the output directory, with forward slashes. */
export interface RenderedFile {
  path: string
  content: string
  /** Unix permission bits; 0o644 unless the file is executable. */
  mode: 0o644 | 0o755
  /** Where to put the content instead, when `path` already exists and is the operator's (vars.yml). */
  fallbackPath?: string
}
