import type { Context } from 'hono'

const maxDrained = 16 * 1024 * 1024

// In the form of a tRPC answer, so that the page can show the sentence.
const answer = {
  error: {
    message: 'PAYLOAD_TOO_LARGE',
    code: -32013,
    data: {
      code: 'PAYLOAD_TOO_LARGE',
      httpStatus: 413,
      refusal: {
        kind: 'invalid',
        code: 'input.too-large',
        sentence: {
          zh: '提交的内容超过 1 MB，未作任何保存。请缩短后重新提交。',
          en: 'What you sent is larger than 1 MB and nothing of it was kept. Shorten it and send it again.',
        },
        facts: {},
      },
    },
  },
}

/** Refuses a body that is too large. The sender is heard out first: whoever is cut off while sending sees no answer. */
export async function refuseTooLarge(c: Context): Promise<Response> {
  const { body } = c.req.raw
  let drained = 0
  if (body && !body.locked)
    for await (const part of body) {
      drained += part.length
      if (drained > maxDrained) break
    }
  return c.json(answer, 413)
}
