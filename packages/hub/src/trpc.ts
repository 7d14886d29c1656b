import type { SignedIn } from '@lianban/identity'
import type { RequestId } from '@lianban/kernel'
import { Refusal, type RefusalKind, type Sentence } from '@lianban/kernel'
import { initTRPC, TRPCError } from '@trpc/server'
import { ZodError, type z } from 'zod'
import type { Call, Hub } from './hub.ts'

/** What the edge knows of a request: the officer, if a live session came with it. */
export type Context = { readonly hub: Hub; readonly actor: SignedIn | undefined; readonly requestId: RequestId }

/** The one table from kinds of refusal to protocol codes. */
const codes = {
  invalid: 'BAD_REQUEST',
  forbidden: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
} as const satisfies Record<RefusalKind, TRPCError['code']>

type Said = { kind: RefusalKind; code: string; sentence: Sentence; facts: Readonly<Record<string, unknown>> }

/** Which frame carries a procedure out, and under what name it is logged; open procedures have none. */
type Made = { readonly frame: 'command' | 'find' | 'list'; readonly name: string }

const t = initTRPC
  .context<Context>()
  .meta<Made>()
  .create({
    errorFormatter({ shape, error }) {
      const { stack: _, ...data } = shape.data
      return { ...shape, message: error.code, data: { ...data, refusal: saidBy(error) } }
    },
  })

export const router = t.router

const answered = t.procedure.use(async ({ next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof Refusal)
    throw new TRPCError({ code: codes[result.error.cause.kind], cause: result.error.cause })
  return result
})

/** For the few procedures that anybody may call; the inventory test holds the list of them. */
export const open = answered

const signedIn = answered.use(({ ctx, next }) => {
  if (!ctx.actor) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { call: { hub: ctx.hub, actor: ctx.actor, requestId: ctx.requestId } satisfies Call } })
})

/** The frame reads the input by itself, as it came: what a schema makes into something else is not made so twice. */
const asItCame = signedIn.use(async ({ getRawInput, next }) => next({ ctx: { raw: await getRawInput() } }))

/** What only the frames make: nothing else can be mounted. */
type Framed<Frame extends Made['frame'], Input extends z.ZodType, Output> = ((
  call: Call,
  input: z.input<Input>,
) => Promise<Output>) & { readonly frame: Frame; readonly commandName: string; readonly input: Input }

/** Mounts a command: the session is asked before the input is even looked at. */
export const mutation = <Input extends z.ZodType, Output>(deed: Framed<'command', Input, Output>) =>
  asItCame
    .meta({ frame: deed.frame, name: deed.commandName })
    .input(deed.input)
    .mutation(({ ctx }) => deed(ctx.call, ctx.raw as z.input<Input>))

/** Mounts a query on the same terms. */
export const query = <Input extends z.ZodType, Output>(question: Framed<'find' | 'list', Input, Output>) =>
  asItCame
    .meta({ frame: question.frame, name: question.commandName })
    .input(question.input)
    .query(({ ctx }) => question(ctx.call, ctx.raw as z.input<Input>))

function saidBy(error: TRPCError): Said | null {
  const { cause } = error
  if (cause instanceof Refusal)
    return { kind: cause.kind, code: cause.code, sentence: cause.sentence, facts: cause.facts }
  if (cause instanceof ZodError)
    return {
      kind: 'invalid',
      code: 'input.invalid',
      sentence: {
        zh: '填写的内容有误，请按提示修改后重试。',
        en: 'Some of the input is not valid. Correct it and try again.',
      },
      facts: { fields: cause.issues.map((issue) => ({ path: issue.path.join('.'), problem: issue.code })) },
    }
  if (error.code === 'UNAUTHORIZED')
    return {
      kind: 'forbidden',
      code: 'session.none',
      sentence: {
        zh: '您尚未登录，或会话已结束。请重新登录。',
        en: 'You are not signed in, or your session has ended. Sign in again.',
      },
      facts: {},
    }
  return null
}
