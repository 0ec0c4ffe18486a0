export const ROLES = [
  { role: 'reviewer', label: 'Reviewer', does: 'decides cases of a dataset' },
  { role: 'lead', label: 'Lead', does: 'reviews, overrides, decides in bulk, handles requests' },
  { role: 'maintainer', label: 'Maintainer', does: 'imports revisions and publishes releases' },
  { role: 'admin', label: 'Admin', does: 'accounts, roles, mailbox, new datasets' },
  { role: 'safety_officer', label: 'Safety officer', does: 'handles restricted items' },
  { role: 'auditor', label: 'Auditor', does: 'checks decisions that were drawn from the log' },
] as const

export function roleLabel(role: string): string {
  return ROLES.find((known) => known.role === role)?.label.toLowerCase() ?? role
}
