import { say } from '@/lib/i18n/say'

/** What a bulk decision of requests is called: "Leave out (optout.own)". */
export function nameOf({
  kind,
  action,
  reasonCode,
}: {
  kind: 'decide' | 'undo'
  action: string | null
  reasonCode: string | null
}): string {
  if (kind === 'undo') return say('requestBulk.name.undo')
  const verb = say(action === 'keep' ? 'requestBulk.name.action.keep' : 'requestBulk.name.action.remove')
  return say('requestBulk.name.decide', { action: verb, reason: reasonCode ?? '' })
}
