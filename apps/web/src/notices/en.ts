import type { zh } from './zh.ts'

export const en: { readonly [Key in keyof typeof zh]: string } = {
  title: 'Notices',
  lead: 'What is new for you. A notice says what happened; what it is about is read there.',
  bell: 'Notices, {n} unread',
  bellNone: 'Notices, none unread',
  'box.unseen': 'Unread',
  'box.all': 'All',
  'box.settings': 'Settings',
  boxes: 'Kinds of notices',
  urgent: 'Urgent',
  markSeen: 'Mark as read',
  markAll: 'Mark this page as read',
  emptyUnseen: 'Nothing unread',
  emptyUnseenHint: 'News of requests, handoffs and sharing, and of limits that are near, appears here.',
  emptyAll: 'No notices yet',
  settingsTitle: 'What to be told',
  settingsNote: 'What is left off is not told any more; the matters stay on the desk and in their lists.',
  fixed: 'About limits that run; cannot be left off',
  outside: 'Outside the hub, as on a lock screen, only: {text}',
  hours: 'Outside working days from {from}:00 to {until}:00 only urgent matters leave the hub.',
}
