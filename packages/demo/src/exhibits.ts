/** Goods of a published case as items of its register; the count is the one that the figure of the same words gives. */
export type Exhibit = { readonly name: string; readonly quantity: string; readonly keptAt: string }

export type Exhibits = {
  readonly caseNumber: string
  readonly recordedBy: string
  /** The day that the report gives, and no hour: the whole day in Beijing. */
  readonly day: string
  readonly items: readonly Exhibit[]
}

const keptAt = '演示物证室'

/** The list of goods of the case in Xingping, one item a line of the report. Who collected them it does not say. */
export const exhibits: Exhibits = {
  caseNumber: 'XINGPING-0229',
  recordedBy: 'xianyang-tobacco.handler',
  day: '2024-02-29',
  items: [
    { name: '电子烟', quantity: '811个', keptAt },
    { name: '烟弹', quantity: '14712个', keptAt },
    { name: '制假设备', quantity: '3台', keptAt },
  ],
}
