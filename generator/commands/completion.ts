import { Argument, Command } from 'commander'
import type { ExitCode } from '../errors/app-error.ts'
import type { CompletedCommand, Shell } from '../render/completion.ts'

const shells = ['bash', 'zsh', 'fish'] as const satisfies Shell[]

/** `registrar completion SHELL`: made from the program itself, so that it knows every command. */
export function completionCommand(setExit: (code: ExitCode) => void): Command {
  return new Command('completion')
    .description('print a shell completion script')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .addHelpText(
      'after',
      '\nExamples:\n  registrar completion bash > ~/.local/share/bash-completion/completions/registrar\n  registrar completion fish > ~/.config/fish/completions/registrar.fish',
    )
    .action(async (shell: Shell, _options: unknown, command: Command) => {
      const { renderCompletion } = await import('../render/completion.ts') // with the template engine: other commands start without it
      process.stdout.write(renderCompletion(shell, (command.parent?.commands ?? []).map(completed)))
      setExit(0)
    })
}

function completed(command: Command): CompletedCommand {
  const options = command.options.map((option) => ({
    flag: option.long ?? option.flags,
    summary: option.description,
    value: option.required,
    choices: option.argChoices ?? [],
  }))
  return {
    name: command.name(),
    summary: command.description(),
    options: [...options, { flag: '--help', summary: 'show help', value: false, choices: [] }],
    words: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  }
}
