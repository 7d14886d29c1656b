import { describe, expect, test } from 'vitest'
import { aSectionLog, heading, paragraph } from './a-section-log.ts'

describe('two versions', () => {
  test('[DO20] what was added is the writer’s, and what was removed is told with who removed it', () => {
    const log = aSectionLog()
    log.edit('hana', paragraph('现场查获烟弹三百个。'))
    const before = log.rows.length - 1
    log.edit('pavel', paragraph('现场查获三百个。'))
    log.edit('pavel', paragraph('现场查获三百个，已封存。'))
    expect(log.compare(before, 99)).toEqual([
      ['same', 'same 现场查获', 'removed 烟弹 pavel', 'same 三百个', 'added ，已封存 pavel', 'same 。'],
    ])
  })

  test('[DO20] a block that came is told as added and one that went as removed, each in its place', () => {
    const log = aSectionLog()
    log.edit('hana', paragraph('首段'), paragraph('旧段'), paragraph('末段'))
    const before = log.rows.length - 1
    log.edit('pavel', paragraph('首段'), paragraph('末段'))
    log.edit('olga', paragraph('首段'), paragraph('末段'), paragraph('补充'))
    expect(log.compare(before, 99)).toEqual([
      ['same', 'same 首段'],
      ['removed', 'removed 旧段 pavel'],
      ['same', 'same 末段'],
      ['added', 'added 补充 olga'],
    ])
  })

  test('[DO21] a block whose form alone changed keeps its words', () => {
    const log = aSectionLog()
    log.edit('hana', paragraph('基本情况'))
    const before = log.rows.length - 1
    log.edit('pavel', heading('基本情况'))
    expect(log.compare(before, 99)).toEqual([['restyled', 'same 基本情况']])
  })

  test('[DO21] words that were divided or joined are neither added nor removed', () => {
    const log = aSectionLog()
    log.edit('hana', paragraph('北京扣押卷烟。公安移送两人。'))
    const before = log.rows.length - 1
    log.edit('pavel', paragraph('北京扣押卷烟。'), paragraph('公安移送两人。'))
    expect(log.compare(before, 99)).toEqual([
      ['same', 'same 北京扣押卷烟。'],
      ['same', 'same 公安移送两人。'],
    ])
  })

  test('[DO20] a version compared with itself has no change, and with the beginning all is added', () => {
    const log = aSectionLog()
    log.edit('hana', paragraph('甲'), paragraph('乙'))
    expect(log.compare(0, 0).flat()).not.toContain('added')
    expect(log.compare(-1, 99)).toEqual([
      ['added', 'added 甲 hana'],
      ['added', 'added 乙 hana'],
    ])
  })
})
