/** Two rings that meet: two agencies, one case. */
export function Logo(props: { size?: number | undefined }) {
  return (
    <svg viewBox="0 0 32 32" width={props.size ?? 26} height={props.size ?? 26} aria-hidden="true">
      <rect width="32" height="32" rx="6" class="fill-accent" />
      <g fill="none" stroke-width="2.6" class="stroke-on-accent">
        <circle cx="12.5" cy="16" r="5.5" />
        <circle cx="19.5" cy="16" r="5.5" />
      </g>
    </svg>
  )
}
