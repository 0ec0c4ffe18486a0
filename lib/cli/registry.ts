import 'server-only'
import type { Command } from '@/lib/cli/command'

/** Loaded one at a time: `verify` and `apply` never pull in a database driver. The order is that of the help. */
export const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  'user create': () => import('@/lib/cli/user-create'),
  'role grant': () => import('@/lib/cli/role-grant'),
  'dataset create': () => import('@/lib/cli/dataset-create'),
  import: () => import('@/lib/cli/import'),
  flags: () => import('@/lib/cli/flags'),
  reasons: () => import('@/lib/cli/reasons'),
  decide: () => import('@/lib/cli/decide'),
  worker: () => import('@/lib/cli/worker'),
  publish: () => import('@/lib/cli/publish'),
  withdraw: () => import('@/lib/cli/withdraw'),
  apply: () => import('@/lib/cli/apply'),
  verify: () => import('@/lib/cli/verify'),
  parquet: () => import('@/lib/cli/parquet'),
  'dolma export': () => import('@/lib/cli/dolma-export'),
  'dolma check': () => import('@/lib/cli/dolma-check'),
  'log verify': () => import('@/lib/cli/log-verify'),
  'log draw': () => import('@/lib/cli/log-draw'),
  'audit draw': () => import('@/lib/cli/audit-draw'),
  'export dsa': () => import('@/lib/cli/export-dsa'),
  'export lumen': () => import('@/lib/cli/export-lumen'),
  'export transparency': () => import('@/lib/cli/export-transparency'),
  erase: () => import('@/lib/cli/erase'),
  backup: () => import('@/lib/cli/backup'),
  'log recover': () => import('@/lib/cli/log-recover'),
  restore: () => import('@/lib/cli/restore'),
  migrate: () => import('@/lib/cli/migrate'),
}
