import { dirname, resolve } from 'node:path'
import type { Diagnostic } from './errors/diagnostic.ts'
import type { HostConfig } from './generated/host-config.ts'
import { parseSource } from './load/parse-source.ts'
import type { HostPlan } from './plan/host-plan.ts'
import { planHost } from './plan/plan-host.ts'
import type { RenderedFile } from './render/rendered-file.ts'
import { renderWorkspace } from './render/workspace.ts'
import { validateSources } from './validate/validate-sources.ts'

export type { Diagnostic, HostConfig, HostPlan, RenderedFile }

/**
 * The program as a library: `import { validate, plan, render } from 'matrix-registrar'`. All three are pure: they read no file,
 * write none, and connect to nothing.
 */

/** Checks the text of a host file; `config` is there unless a diagnostic is an error. Files that `users_files` names are not read. */
export function validate(text: string, file = 'registrar.yml'): { config?: HostConfig; diagnostics: Diagnostic[] } {
  const { configs, diagnostics } = validateSources([parseSource(file, text)])
  const config = configs[0]?.config
  return { ...(config ? { config } : {}), diagnostics }
}

/** Fills in every default. Relative paths in the host file start from the directory of `file`, and the workspace is there. */
export function plan(config: HostConfig, file = 'registrar.yml'): HostPlan {
  const directory = dirname(resolve(file))
  return planHost(config, { source: file, outputDirectory: directory, hostFileDirectory: directory })
}

/** Every file of a workspace for these hosts, with its path and content. */
export function render(plans: HostPlan[]): RenderedFile[] {
  return renderWorkspace(plans, { kind: 'standalone' })
}
