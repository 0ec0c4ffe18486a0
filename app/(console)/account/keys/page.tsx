import type { Metadata } from 'next'
import { CheckboxField } from '@/components/form/choice-fields'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader } from '@/components/ui/page-header'
import { requireMemberPage } from '@/lib/auth/session'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { keymapOf } from '@/lib/keyboard/preferences'
import {
  type Command,
  keyName,
  PAGE_COMMANDS,
  PASSAGE_COMMANDS,
  TABLE_COMMANDS,
  USUAL_KEYS,
} from '@/lib/keyboard/labels'
import { saveKeysAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('account.keys')
  return { title: t('title') }
}

/** The keys of the review workspace, for one person, on every device. */
export default async function KeysPage() {
  const actor = await requireMemberPage(paths.accountKeys())
  const [keymap, t, tKeys, tOwn, tVerb] = await Promise.all([
    keymapOf(actor),
    getT('account.keys'),
    getT('keys'),
    getT('account.own'),
    getT('labels.verb'),
  ])
  const space = tKeys('space')
  const named = { ...keymap, enabled: true }
  const usually = (command: Command) => {
    const key = keyName(USUAL_KEYS, command, space)
    return key === null ? t('usuallyNone') : t('usually', { key })
  }
  const fields = (commands: readonly Command[]) => (
    <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
      {commands.map((command) => (
        <TextField
          key={command}
          name={`key.${command}`}
          label={capital(tKeys(`command.${command}`))}
          hint={usually(command)}
          defaultValue={keyName(named, command, space) ?? ''}
          maxLength={Math.max(5, space.length)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="max-w-32 font-mono"
        />
      ))}
    </div>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        trail={[{ href: paths.account(), label: tOwn('title') }]}
        lead={t('lead')}
      />
      <div className="max-w-2xl">
        <Form action={saveKeysAction}>
          <CheckboxField
            name="enabled"
            label={t('enabled')}
            hint={t('enabledHint')}
            defaultChecked={keymap.enabled}
          />
          {/* Begun anew after a save: a field somebody typed into would keep showing that. */}
          <div key={JSON.stringify(keymap.keys)} className="flex flex-col gap-6">
            <fieldset>
              <legend className="font-medium">{t('which')}</legend>
              <p className="mt-1 mb-3 text-sm text-ink-soft">{t('whichHint')}</p>
              {fields(PAGE_COMMANDS)}
            </fieldset>
            <fieldset>
              <legend className="font-medium">{t('passages')}</legend>
              <p className="mt-1 mb-3 text-sm text-ink-soft">{t('passagesHint')}</p>
              {fields(PASSAGE_COMMANDS)}
            </fieldset>
            <fieldset>
              <legend className="font-medium">{t('tables')}</legend>
              <p className="mt-1 mb-3 text-sm text-ink-soft">{t('tablesHint')}</p>
              {fields(TABLE_COMMANDS)}
            </fieldset>
          </div>
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="intent" value="save" pendingLabel={tVerb('saving')}>
              {tVerb('save')}
            </SubmitButton>
            <SubmitButton name="intent" value="reset" kind="secondary" pendingLabel={t('resetting')}>
              {t('reset')}
            </SubmitButton>
          </div>
        </Form>
      </div>
    </>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
