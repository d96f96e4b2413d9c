import { Argument, Command } from 'commander'
import type { ExitCode } from '../errors/app-error.ts'
import { version } from '../version.ts'

const shells = ['bash', 'zsh', 'fish']

/** `registrar completion SHELL`: a script that asks the program itself at each TAB, so that it knows hosts and accounts. */
export function completionCommand(setExit: (code: ExitCode) => void): Command {
  return new Command('completion')
    .description('print a shell completion script')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .addHelpText(
      'after',
      '\nExamples:\n  registrar completion bash > ~/.local/share/bash-completion/completions/registrar\n  registrar completion zsh > ~/.zfunc/_registrar    (a directory of $fpath)\n  registrar completion fish > ~/.config/fish/completions/registrar.fish',
    )
    .action(async (shell: string) => {
      const { fill } = await import('../render/engine.ts') // other commands start without it
      process.stdout.write(fill(`completion/${shell}`, { mark: `Printed by registrar ${version}.` }))
      setExit(0)
    })
}
