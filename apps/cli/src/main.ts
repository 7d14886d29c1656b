import { bundle } from './bundle.ts'
import { bothLines, type Command, type Surroundings, UsageError } from './command.ts'
import { digestsRenew } from './digests-renew.ts'
import { lawTest } from './law-test.ts'
import { policyAdopt } from './policy-adopt.ts'
import { policyDiff } from './policy-diff.ts'
import { policyTest } from './policy-test.ts'
import { verify } from './verify.ts'
import { verifyLog } from './verify-log.ts'
import { witness } from './witness.ts'
import { witnessKey } from './witness-key.ts'

const commands: Readonly<Record<string, Command>> = {
  verify,
  bundle,
  'verify-log': verifyLog,
  witness,
  'witness-key': witnessKey,
  'policy test': policyTest,
  'law test': lawTest,
  'digests renew': digestsRenew,
  'policy adopt': policyAdopt,
  'policy diff': policyDiff,
}

/** Carries out one command line and answers the exit code. */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<0 | 1 | 2> {
  const { print, complain } = surroundings
  const { name, command, rest } = spoken(args)
  if (name === '' || name === 'help' || (!command && args.at(-1) === '--help')) {
    print(overview())
    return 0
  }
  if (!command) {
    complain(`没有“${name}”这个命令。\nThere is no command "${name}".\n\n${overview()}`)
    return 2
  }
  if (rest.includes('--help')) {
    print(helpFor(command))
    return 0
  }
  try {
    return await command.run(rest, surroundings)
  } catch (error) {
    if (!(error instanceof UsageError) && !isParseError(error)) throw error
    const why = error instanceof UsageError ? bothLines(error.sentence) : `参数有误。\n${error.message}`
    complain(`${why}\n\n${helpFor(command)}`)
    return 2
  }
}

/** Names of commands are one word or two; the longer name wins, and a name half known is told whole. */
function spoken(args: readonly string[]): { name: string; command?: Command; rest: readonly string[] } {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ')
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command) return { name, command, rest: args.slice(words) }
  }
  const isGroup = Object.keys(commands).some((name) => name.startsWith(`${args[0]} `))
  return { name: args.slice(0, isGroup ? 2 : 1).join(' '), rest: args }
}

const isParseError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name}  ${summary.zh}\n    ${summary.en}`)
  return ['用法 usage: lianban <command> [--help]', '', ...lines].join('\n')
}

function helpFor({ usage, summary, options }: Command): string {
  const lines = options.map(([name, { zh, en }]) => `  ${name}\n    ${zh}\n    ${en}`)
  return [`用法 usage: lianban ${usage}`, bothLines(summary), '', ...lines].join('\n')
}
