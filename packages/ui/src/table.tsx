// biome-ignore-all lint/a11y/noRedundantRoles: browsers drop the roles of a table once it is laid out as blocks
import { For, type JSX, Show } from 'solid-js'

export type Column<Row> = {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => JSX.Element
  readonly align?: 'start' | 'end' | undefined
  /** A CSS width, such as '8rem'. */
  readonly width?: string | undefined
  /** The heading of the card when the table is stacked; it carries no label there. */
  readonly primary?: boolean | undefined
  /** A number that says nothing without its heading, which it then carries when the table is stacked. */
  readonly isBare?: boolean | undefined
}

export type TableProps<Row> = {
  /** Says what the table lists; read aloud, not drawn. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Makes the whole row a link, through the primary cell. */
  rowHref?: ((row: Row) => string) | undefined
}

/** Dense rows under a heading that stays; below 720 px each row is a card, on which a number says what it counts. */
export function Table<Row>(props: TableProps<Row>) {
  return (
    <div class="relative overflow-x-auto wide:max-h-[70vh] narrow:overflow-visible">
      <table role="table" class="w-full border-collapse text-left text-base narrow:block">
        <caption class="sr-only">{props.caption}</caption>
        <thead role="rowgroup" class="narrow:hidden">
          <tr role="row">
            <For each={props.columns}>
              {(column) => (
                <th
                  role="columnheader"
                  scope="col"
                  style={{ width: column.width }}
                  class={`sticky top-0 z-10 whitespace-nowrap border-line border-b bg-sunken px-3 py-1.5 font-medium first:pl-4 last:pr-4 text-muted text-xs ${column.align === 'end' ? 'text-right' : ''}`}
                >
                  {column.header}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody role="rowgroup" class="narrow:block">
          <For each={props.rows}>
            {(row) => (
              <tr
                role="row"
                data-key={props.rowKey(row)}
                class="relative border-line border-b transition-colors last:border-b-0 hover:bg-sunken narrow:flex narrow:flex-wrap narrow:gap-x-3 narrow:gap-y-1 narrow:px-4 narrow:py-3"
              >
                <For each={props.columns}>
                  {(column) => <Cell column={column} row={row} href={props.rowHref?.(row)} />}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>(props: { column: Column<Row>; row: Row; href: string | undefined }) {
  const stacked = () =>
    props.column.primary
      ? 'narrow:w-full narrow:font-medium'
      : 'narrow:text-sm narrow:text-muted narrow:flex narrow:items-center narrow:gap-1.5'
  return (
    <td
      role="cell"
      class={`px-3 py-2 align-middle first:pl-4 last:pr-4 narrow:block narrow:p-0! ${props.column.align === 'end' ? 'text-right narrow:text-left' : ''} ${stacked()}`}
    >
      <Show when={!props.column.primary}>
        <span class={`sr-only ${props.column.isBare ? 'narrow:not-sr-only' : ''}`}>{props.column.header}: </span>
      </Show>
      <Show when={props.column.primary && props.href} fallback={props.column.cell(props.row)}>
        {(href) => (
          <a
            href={href()}
            class="font-medium text-ink after:absolute after:inset-0 hover:text-accent-text focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            {props.column.cell(props.row)}
          </a>
        )}
      </Show>
    </td>
  )
}
