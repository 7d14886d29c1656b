import { Tabs } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import type { JSX } from 'solid-js'

/** Lists of one kind beside each other, such as what came and what went; the address names the one that is open. */
export function BoxTabs<Box extends string>(props: {
  label: string
  boxes: readonly [Box, ...Box[]]
  name: (box: Box) => string
  children: (box: Box) => JSX.Element
}) {
  const [address, setAddress] = useSearchParams<{ box?: string }>()
  const box = () => props.boxes.find((one) => one === address.box) ?? props.boxes[0]
  return (
    <Tabs
      label={props.label}
      items={props.boxes.map((value) => ({ value, label: props.name(value) }))}
      value={box()}
      onChange={(value) => setAddress({ box: value }, { replace: true })}
    >
      {() => props.children(box())}
    </Tabs>
  )
}
