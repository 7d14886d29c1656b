import type { zh } from './zh.ts'

export const en: { readonly [Key in keyof typeof zh]: string } = {
  title: 'Sign in',
  lead: "Choose your agency and sign in with your agency's own identity system.",
  find: 'Find an agency',
  findPlaceholder: 'Name or short name',
  last: 'Where you signed in last',
  demo: 'Demonstration: demo officers stand ready behind each agency and need no password.',
  none: 'No agency matches',
  noneNext: 'Try another name. If yours is not listed, ask the platform administrator to register it.',
  empty: 'No agency is registered yet',
  emptyNext: 'The platform administrator registers agencies first.',
  refused: 'You were not signed in',
  otherReason:
    'The sign-in did not finish. Choose your agency again; if it fails once more, give the platform administrator this code: {code}.',
  'identity.unknown-agency':
    'This agency is not registered. Choose one from the list, or ask the platform administrator to register yours.',
  'identity.return-to': 'The address to return to is not one of ours and was refused. Sign in from this page.',
  'identity.provider-unreachable':
    "Your agency's identity provider cannot be reached. Try again shortly; if it lasts, tell your agency's IT desk.",
  'identity.provider-refused':
    "Your agency's identity provider did not complete the sign-in. Try again; if it fails once more, tell your agency's IT desk.",
  'identity.provider-answer':
    "The answer of your agency's identity provider could not be verified. Try again; if it fails once more, ask the platform administrator.",
  'identity.sign-in-expired': 'This sign-in has expired or was used already. Sign in again.',
  'identity.state-mismatch':
    'This sign-in was not begun in this browser and was refused. Sign in again here; if somebody sent you the link, do not use it and tell the security administrator.',
  'identity.too-many-attempts': 'Too many sign-in attempts. Wait a minute and try again.',
  'identity.unknown-officer':
    'Your account is not registered here or has been suspended. Ask the administrator of your agency to register or restore it.',
}
