const kept = 'lianban.desk-sound'

export const isSoundOn = (): boolean => localStorage.getItem(kept) !== 'off'
export const keepSound = (on: boolean): void => localStorage.setItem(kept, on ? 'on' : 'off')

/** Two short tones; a browser that was not touched yet keeps silent. */
export function ring(): void {
  const audio = new AudioContext()
  for (const [n, hertz] of [880, 1175].entries()) {
    const tone = audio.createOscillator()
    const loud = audio.createGain()
    const from = audio.currentTime + n * 0.22
    tone.frequency.value = hertz
    loud.gain.setValueAtTime(0.15, from)
    loud.gain.exponentialRampToValueAtTime(0.001, from + 0.2)
    tone.connect(loud).connect(audio.destination)
    tone.start(from)
    tone.stop(from + 0.2)
  }
}

type Badged = { setAppBadge?: (count: number) => Promise<void>; clearAppBadge?: () => Promise<void> }

/** The number on the icon of the application, where the device has one: a number, and nothing of any request. */
export function badge(count: number): void {
  const device = navigator as Badged
  void (count > 0 ? device.setAppBadge?.(count) : device.clearAppBadge?.())?.catch(() => {})
}
