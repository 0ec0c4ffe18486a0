import type { Metadata } from 'next'
import { CheckboxField } from '@/components/form/choice-fields'
import { TextField } from '@/components/form/fields'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { PageHeader } from '@/components/ui/page-header'
import { requireMemberPage } from '@/lib/auth/session'
import { paths } from '@/lib/paths'
import { keymapOf } from '@/lib/keyboard/preferences'
import { COMMANDS, keyName, SHORTCUT, USUAL_KEYS } from '@/lib/keyboard/labels'
import { saveKeysAction } from '../actions'

export const metadata: Metadata = { title: 'Keys' }

/** The keys of the review workspace, for one person, on every device. */
export default async function KeysPage() {
  const actor = await requireMemberPage(paths.accountKeys())
  const keymap = await keymapOf(actor)
  const named = { ...keymap, enabled: true }
  return (
    <>
      <PageHeader
        title="Keys"
        trail={[{ href: paths.account(), label: 'Your account' }]}
        lead="On the page of a case a single key does what a button does. They rest while you type and when Ctrl, Alt or ⌘ is held. Digits choose a reason and Enter submits."
      />
      <div className="max-w-2xl">
        <Form action={saveKeysAction}>
          <CheckboxField
            name="enabled"
            label="Single keys do something"
            hint="Without it no letter, sign or digit does anything by itself: for those who speak to their computer, or press keys by accident. Tab, Enter and Space work as everywhere."
            defaultChecked={keymap.enabled}
          />
          {/* Begun anew after a save: a field somebody typed into would keep showing that. */}
          <fieldset key={JSON.stringify(keymap.keys)}>
            <legend className="font-medium">Which key does what</legend>
            <p className="mt-1 mb-3 text-sm text-ink-soft">
              One letter or sign each, or the word Space. Empty: no key.
            </p>
            <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
              {COMMANDS.map((command) => (
                <TextField
                  key={command}
                  name={`key.${command}`}
                  label={capital(SHORTCUT[command].what)}
                  hint={`Usually ${keyName(USUAL_KEYS, command)}.`}
                  defaultValue={keyName(named, command) ?? ''}
                  maxLength={5}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  className="max-w-24 font-mono"
                />
              ))}
            </div>
          </fieldset>
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="intent" value="save" pendingLabel="Saving…">
              Save
            </SubmitButton>
            <SubmitButton name="intent" value="reset" kind="secondary" pendingLabel="Going back…">
              Back to the usual keys
            </SubmitButton>
          </div>
        </Form>
      </div>
    </>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
