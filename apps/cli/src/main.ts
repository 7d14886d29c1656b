import { bothLines, type Command, type Surroundings, UsageError } from './command.ts'

/** Each is loaded when it is spoken: whoever verifies a receipt does not wait for the hub. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  verify: async () => (await import('./verify.ts')).verify,
  bundle: async () => (await import('./bundle.ts')).bundle,
  'verify-log': async () => (await import('./verify-log.ts')).verifyLog,
  'copy-log': async () => (await import('./copy-log.ts')).copyLog,
  witness: async () => (await import('./witness.ts')).witness,
  'witness-key': async () => (await import('./witness-key.ts')).witnessKey,
  'policy test': async () => (await import('./policy-test.ts')).policyTest,
  'law test': async () => (await import('./law-test.ts')).lawTest,
  draw: async () => (await import('./draw.ts')).draw,
  'digests renew': async () => (await import('./digests-renew.ts')).digestsRenew,
  'policy adopt': async () => (await import('./policy-adopt.ts')).policyAdopt,
  'policy diff': async () => (await import('./policy-diff.ts')).policyDiff,
}

/** Carries out one command line and answers the exit code. */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<0 | 1 | 2> {
  const { print, complain } = surroundings
  const { name, load, rest } = spoken(args)
  if (name === '' || name === 'help' || (!load && args.at(-1) === '--help')) {
    print(await overview())
    return 0
  }
  if (!load) {
    complain(`没有“${name}”这个命令。\nThere is no command "${name}".\n\n${await overview()}`)
    return 2
  }
  const command = await load()
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
function spoken(args: readonly string[]): { name: string; load?: () => Promise<Command>; rest: readonly string[] } {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ')
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (load) return { name, load, rest: args.slice(words) }
  }
  const isGroup = Object.keys(commands).some((name) => name.startsWith(`${args[0]} `))
  return { name: args.slice(0, isGroup ? 2 : 1).join(' '), rest: args }
}

const isParseError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

async function overview(): Promise<string> {
  const named = Object.entries(commands).map(async ([name, load]) => [name, (await load()).summary] as const)
  const lines = (await Promise.all(named)).map(([name, { zh, en }]) => `  ${name}  ${zh}\n    ${en}`)
  return ['用法 usage: lianban <command> [--help]', '', ...lines].join('\n')
}

function helpFor({ usage, summary, options }: Command): string {
  const lines = options.map(([name, { zh, en }]) => `  ${name}\n    ${zh}\n    ${en}`)
  return [`用法 usage: lianban ${usage}`, bothLines(summary), '', ...lines].join('\n')
}
