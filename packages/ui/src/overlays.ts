export * from './dialog.tsx'
export * from './menu.tsx'
export * from './popover.tsx'
export { Tooltip } from './tooltip.tsx'
