import { newId, type WebhookId } from '@lianban/kernel'
import { webhooks } from '../../packages/hub/src/webhooks/table.ts'
import { handlerOf } from './joint-agencies.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

/** An endpoint of every agency. */
export async function drawWebhooks({ owner, joiners }: Draw): Promise<void> {
  for (const joiner of Object.values(joiners))
    await owner.insert(webhooks).values({
      ...{ id: newId<WebhookId>(), agencyId: joiner.id, name: '值班系统', url: 'https://duty.example.cn/hook' },
      ...{ kinds: ['assistance'], isOn: true, setBy: handlerOf(joiner), setAt: noon, brokenAt: null, version: 1 },
      ...{ secretNth: 1, secretBy: handlerOf(joiner), secretAt: noon },
    })
}
