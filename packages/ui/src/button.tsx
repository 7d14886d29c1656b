import LoaderCircle from 'lucide-solid/icons/loader-circle'
import { type JSX, Show, splitProps } from 'solid-js'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'md' | 'sm'

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:not-disabled:bg-accent-hover',
  secondary: 'border-line-strong bg-surface text-ink hover:not-disabled:bg-sunken',
  quiet: 'border-transparent bg-transparent text-accent-text hover:not-disabled:bg-accent-soft',
  danger: 'border-transparent bg-danger text-on-danger hover:not-disabled:opacity-90',
}

const sizes: Record<ButtonSize, string> = {
  md: 'h-8 gap-1.5 px-3 text-base narrow:h-10',
  sm: 'h-7 gap-1 px-2 text-sm narrow:h-9',
}

const shape =
  'inline-flex shrink-0 items-center justify-center whitespace-nowrap rounded-md border font-medium transition-colors disabled:opacity-55 disabled:cursor-not-allowed'

export const buttonClass = (variant: ButtonVariant = 'secondary', size: ButtonSize = 'md'): string =>
  `${shape} ${sizes[size]} ${variants[variant]}`

export type ButtonProps = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class'> & {
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
  /** While busy the button keeps its place and its focus and takes no further click. */
  busy?: boolean | undefined
  icon?: JSX.Element
  class?: string | undefined
}

/** A deed. */
export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ['variant', 'size', 'busy', 'icon', 'class', 'children', 'onClick', 'type'])
  const click: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    if (own.busy) return event.preventDefault()
    if (typeof own.onClick === 'function') own.onClick(event)
  }
  return (
    <button
      {...rest}
      type={own.type ?? 'button'}
      aria-busy={own.busy ? 'true' : undefined}
      aria-disabled={own.busy ? 'true' : undefined}
      onClick={click}
      class={`${buttonClass(own.variant, own.size)} ${own.busy ? 'cursor-progress opacity-75' : ''} ${own.class ?? ''}`}
    >
      <Show when={own.busy} fallback={own.icon}>
        <LoaderCircle size={16} class="animate-spin" aria-hidden="true" />
      </Show>
      {own.children}
    </button>
  )
}

export type ButtonLinkProps = {
  href: string
  /** The address answers a file, which is kept and not gone to. */
  isFile?: boolean | undefined
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
  icon?: JSX.Element
  class?: string | undefined
  children: JSX.Element
}

/** A place to go, as prominent as a deed. */
export function ButtonLink(props: ButtonLinkProps) {
  return (
    <a
      href={props.href}
      download={props.isFile ? '' : undefined}
      class={`${buttonClass(props.variant, props.size)} ${props.class ?? ''}`}
    >
      {props.icon}
      {props.children}
    </a>
  )
}

export type IconButtonProps = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'aria-label'> & {
  label: string
  class?: string | undefined
  children: JSX.Element
}

/** A deed shown by a picture alone; its name is read aloud and shown on hover. */
export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['label', 'class', 'children', 'type'])
  return (
    <button
      {...rest}
      type={own.type ?? 'button'}
      aria-label={own.label}
      title={own.label}
      class={`inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:not-disabled:bg-sunken hover:not-disabled:text-ink disabled:opacity-50 narrow:size-10 ${own.class ?? ''}`}
    >
      {own.children}
    </button>
  )
}
