import 'server-only'
import { say } from '@/lib/i18n/say'

export const ROLES = ['reviewer', 'lead', 'maintainer', 'admin', 'safety_officer', 'auditor'] as const

/** Within a sentence; a role that nobody knows stands for itself. */
export function roleLabel(role: string): string {
  const known = ROLES.find((one) => one === role)
  return known ? say(`labels.roleInText.${known}`) : role
}
