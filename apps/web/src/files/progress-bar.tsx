/** How far something has come, in percent. */
export function ProgressBar(props: { percent: number; label: string; isStill: boolean }) {
  return (
    <div
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={props.percent}
      class="mt-1.5 h-1.5 overflow-hidden rounded-full bg-sunken"
    >
      <div
        class={`h-full rounded-full transition-[width] ${props.isStill ? 'bg-line-strong' : 'bg-accent'}`}
        style={{ width: `${props.percent}%` }}
      />
    </div>
  )
}
