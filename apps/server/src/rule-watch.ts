import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import {
  type Keeping,
  type RuleSet,
  readRuleFiles,
  ruleFolders,
  rulesInForce,
  seeFiles,
  shortDigest,
} from '@lianban/hub'
import { RuleFileError } from '@lianban/policy'
import type { Logger } from 'pino'
import { faultOf } from './fault.ts'
import type { Metrics } from './metrics.ts'

/** Keeps this process at the rules in force, and looks after the files on disk. */
export type RuleWatch = {
  /** Takes the rules in force if they are others; to be called when a change was heard, or may have been missed. */
  follow(): Promise<void>
  /** Reads the files again; what they say now waits for two administrators, what cannot be used is named. */
  look(): Promise<void>
  /** False when the rules in force are in words that this program does not know: it goes on with those it has. */
  isFollowing(): boolean
  stop(): void
}

// An editor writes a file in several steps; what is read after them is one change.
const settleMs = 100

export function watchRules(options: {
  readonly keeping: Keeping
  readonly policies: string
  /** The digest of the rules that this process started with. */
  readonly startedWith: string
  /** Makes this process go by other rules from now on. */
  readonly replace: (rules: RuleSet) => void
  readonly log: Logger
  readonly metrics: Metrics
}): RuleWatch {
  const { keeping, policies, replace, log, metrics } = options
  let known = options.startedWith
  let isFollowing = true
  let lastSeen = ''
  let turn: Promise<void> = Promise.resolve()
  let settling: NodeJS.Timeout | undefined

  /** One after another, so that an older answer never overtakes a newer one. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    turn = turn.then(work, work)
    return turn
  }

  async function follow(): Promise<void> {
    try {
      const next = await rulesInForce(keeping, known)
      if (next) {
        replace(next)
        log.warn({ from: shortDigest(known), to: shortDigest(next.digest) }, 'other rules are in force')
        known = next.digest
      }
      isFollowing = true
    } catch (error) {
      if (!(error instanceof RuleFileError)) throw error
      if (isFollowing)
        log.error(
          { problems: printed(error.problems) },
          'this program cannot use the rules in force and keeps those it has',
        )
      isFollowing = false
    }
    metrics.rulesBehind.set(isFollowing ? 0 : 1)
  }

  async function look(): Promise<void> {
    const lying = asTheyLie(policies)
    // Reading rules takes a good part of a second, and every round asks.
    if (lying === lastSeen) return
    const found = await seeFiles(keeping, () => readRuleFiles(policies))
    lastSeen = lying
    metrics.ruleFilesBroken.set('problems' in found ? 1 : 0)
    if ('problems' in found)
      log.error({ problems: printed(found.problems) }, 'the rule files on disk cannot be used; the rules in force stay')
    else if (found.digest !== known)
      log.warn(
        { digest: shortDigest(found.digest) },
        'the rule files on disk differ from the rules in force and wait for two administrators',
      )
  }

  const noted = (work: Promise<void>) =>
    void work.catch((error) => log.error({ fault: faultOf(error) }, 'the rule files could not be looked after'))
  const changed = () => {
    clearTimeout(settling)
    settling = setTimeout(() => noted(inTurn(look)), settleMs)
  }
  const watchers = ruleFolders.map((folder): FSWatcher => {
    const watcher = watch(join(policies, folder), changed)
    // A folder that is taken away is noticed by the next round.
    watcher.on('error', () => {})
    return watcher
  })

  return {
    follow: () => inTurn(follow),
    look: () => inTurn(look),
    isFollowing: () => isFollowing,
    stop() {
      clearTimeout(settling)
      for (const watcher of watchers) watcher.close()
    },
  }
}

/** The texts of the files, or why there are none: the same until somebody touches them. */
function asTheyLie(policies: string): string {
  try {
    return JSON.stringify(readRuleFiles(policies))
  } catch (error) {
    if (error instanceof RuleFileError) return JSON.stringify(printed(error.problems))
    throw error
  }
}

const printed = (problems: RuleFileError['problems']): string[] =>
  problems.map(({ file, line, what }) => `${file}:${line} ${what}`)
