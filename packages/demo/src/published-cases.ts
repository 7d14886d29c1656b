import { bj0516 } from './cases/bj-0516.ts'
import { bj0521 } from './cases/bj-0521.ts'
import { bjFangshan } from './cases/bj-fangshan.ts'
import { bjFirstFullchainTube } from './cases/bj-first-fullchain-tube.ts'
import { bjHuairou } from './cases/bj-huairou.ts'
import { luoheTubes } from './cases/luohe-tubes.ts'
import { qindu0624 } from './cases/qindu-0624.ts'
import { qindu0727 } from './cases/qindu-0727.ts'
import { xingping0229 } from './cases/xingping-0229.ts'
import type { PublishedCase } from './published-case.ts'

/** In the order in which the demonstration records them; the one that is told in full comes last and so stands first. */
export const publishedCases: readonly PublishedCase[] = [
  luoheTubes,
  qindu0624,
  xingping0229,
  qindu0727,
  bjHuairou,
  bjFangshan,
  bjFirstFullchainTube,
  bj0516,
  bj0521,
]
