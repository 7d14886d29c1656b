import { type RefusalKind, type Sentence, unseen } from '@lianban/kernel'
import { said, t } from './i18n/index.ts'

type ReadRefusal = {
  readonly kind: RefusalKind | 'signed-out' | 'unreachable' | 'fault'
  readonly code: string
  /** Why not, in the officer's language. */
  readonly sentence: string
  /** What to do now. */
  readonly nextStep: string
  readonly facts: Readonly<Record<string, unknown>>
}

type Carried = {
  readonly kind: RefusalKind
  readonly code: string
  readonly sentence: Sentence
  readonly facts?: Readonly<Record<string, unknown>>
}

/** Why the hub did not do it: its refusal, or the plainest words for a fault. */
export function readRefusal(error: unknown): ReadRefusal {
  const data = dataOf(error)
  const refusal = data?.refusal as Carried | undefined
  if (data?.code === 'UNAUTHORIZED') return failure('signed-out', t('sessionOver'), t('nextSignIn'))
  if (refusal) {
    const { kind, code, facts = {} } = refusal
    return { kind, code, sentence: said(refusal.sentence), nextStep: nextSteps[kind](), facts }
  }
  if (data) return failure('fault', t('serverFailed'), t('nextRetry'))
  return failure('unreachable', t('networkFailed'), t('nextRetry'))
}

/** Whether asking again would only be answered the same: the hub said no, or nobody is signed in. */
export const isAnswer = (error: unknown): boolean => !['unreachable', 'fault'].includes(readRefusal(error).kind)

/** Whether what was loaded before may stay on the screen: a broken line or an ended session takes no right away. */
export const staysShown = (error: unknown): boolean => !isAnswer(error) || readRefusal(error).kind === 'signed-out'

/** Whether the officer had it open and has lost it since; whoever never saw it learns nothing from this. */
export const lostSince = (error: unknown, wasOpen: boolean): boolean =>
  wasOpen && readRefusal(error).kind === 'not-found'

/** The same words for what is absent and for what is not yours to know. */
export const unseenWords = (): string => said(unseen().sentence)

const nextSteps: Record<RefusalKind, () => string> = {
  invalid: () => t('nextCorrect'),
  forbidden: () => t('nextAsk'),
  'not-found': () => t('nextAsk'),
  conflict: () => t('nextReload'),
}

const failure = (kind: ReadRefusal['kind'], sentence: string, nextStep: string): ReadRefusal => ({
  kind,
  code: kind,
  sentence,
  nextStep,
  facts: {},
})

function dataOf(error: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof error !== 'object' || error === null || !('data' in error)) return undefined
  return (error.data ?? undefined) as Readonly<Record<string, unknown>> | undefined
}
