import type { Translation } from '@/lib/i18n/translation'
import type { team as english } from '../en/team'

/** A role by its code. */
const role =
  '{role, select, reviewer {Prüfung} lead {Leitung} maintainer {Betreuung} admin {Verwaltung} safety_officer {Schutzbeauftragte} auditor {Revision} other {{role}}}'

export const team: Translation<typeof english> = {
  title: 'Team',
  lead: 'Wer ein Konto hat, und wer was darf. Eine Änderung gilt ab dem nächsten Klick der Person.',
  unhandled: {
    restricted:
      'Niemand ist Schutzbeauftragte oder Schutzbeauftragter: Niemand kann ansehen, was ein Kind oder ein intimes Bild zeigt, und Meldungen darüber sind binnen Stunden zu beantworten.',
    datasets:
      '{n, plural, one {Niemand leitet den Datensatz} other {Niemand leitet die Datensätze}} {names}: Niemand wird an Anträge dazu erinnert, und ihre Fristen laufen.',
    name: '„{name}“',
  },
  reportLimit: {
    title: 'Was Meldungen verbergen',
    lead: 'Was jemand als nur für Schutzbeauftragte meldet, verschwindet sofort von allen Bildschirmen. Was am Tag über diese Zahl hinausgeht, bleibt zu sehen, bis Schutzbeauftragte es angesehen haben, damit niemand einen Datensatz für alle anderen leeren kann. Abgelehnt wird nichts, und was Leitungen und Schutzbeauftragte melden, verschwindet immer.',
    label: 'Einträge am Tag, je Person',
    hint: 'In allen Datensätzen zusammen, von 1 bis 1000. Es gilt ab der nächsten Meldung, auch für heute.',
    saved: 'Gespeichert. Es gilt ab der nächsten Meldung.',
    unchanged: 'Es wurde nichts geändert.',
    stale:
      '{by} hat das geändert, während Sie es offen hatten. Von Ihnen ist nichts gespeichert: Sehen Sie sich den jetzigen Stand an, und ändern Sie ihn erneut.',
    changes: 'Was geändert wurde',
    none: 'Noch nichts.',
    changed: '{by} hat es geändert: {before} → {after}',
  },
  publicName: 'Öffentlicher Name',
  roles: 'Rollen',
  accounts: 'Konten',
  table: {
    caption: 'Konten mit ihren Rollen',
    person: 'Person',
    account: 'Konto',
    disabled: 'Gesperrt',
    enable: 'Entsperren<hidden>: {name}</hidden>',
    disable: 'Sperren<hidden>: {name}</hidden>',
    none: 'keine',
    takeAway: 'Entziehen<hidden>: {name} die Rolle {role}</hidden>',
    takeAwayIn: 'Entziehen<hidden>: {name} die Rolle {role} in {dataset}</hidden>',
  },
  grant: {
    title: 'Eine Rolle vergeben',
    email: 'E-Mail-Adresse des Kontos',
    role: 'Rolle',
    option: '{name}: {does}',
    dataset: 'Datensatz',
    datasetHint:
      'Die ganze Instanz für Verwaltung, Schutzbeauftragte und Revision; ein Datensatz für alle anderen Rollen.',
    whole: 'Ganze Instanz',
    submit: 'Diese Rolle vergeben',
  },
  make: {
    title: 'Ein Konto anlegen',
    name: 'Name',
    password: 'Erstes Passwort',
    submit: 'Dieses Konto anlegen',
  },
  changes: {
    title: 'Letzte Änderungen',
    none: 'Noch wurde keine Rolle vergeben oder entzogen.',
    granted: '<time></time>: {person} hat die Rolle {role} bekommen',
    grantedIn: '<time></time>: {person} hat in {dataset} die Rolle {role} bekommen',
    revoked: '<time></time>: {person} hat die Rolle {role} nicht mehr',
    revokedIn: '<time></time>: {person} hat in {dataset} die Rolle {role} nicht mehr',
  },
  done: {
    made: '{email} kann sich jetzt anmelden. Teilen Sie das Passwort mit und bitten Sie darum, es zu ändern.',
    granted: `{email} hat jetzt die Rolle ${role}.`,
    hadIt: `{email} hatte die Rolle ${role} schon.`,
  },
  own: {
    lead: 'Wer sich um Ihre Datensätze kümmert, unter dem Namen, den die Öffentlichkeit sieht. Rollen vergibt und entzieht die Verwaltung; Leitungen nehmen Prüfende auf und beenden das wieder.',
    none: 'Sie haben noch keine Rolle in einem Datensatz',
    noneText:
      'Sie können <link>Ihre Mithilfe beim Prüfen anbieten</link> oder die Verwaltung dieser Instanz fragen.',
    caption: 'Personen mit einer Rolle in {dataset}',
    change: 'Ändern',
    dismiss: 'Prüfrolle entziehen<hidden>: {name}, {dataset}</hidden>',
  },
  volunteers: {
    title: 'Möchten gern prüfen',
    nobody: 'Niemand wartet auf eine Antwort.',
    done: {
      accepted: 'Angenommen: Die Person kann ab ihrem nächsten Klick prüfen und erfährt es per E-Mail.',
      declined: 'Abgelehnt: Die Person erfährt es per E-Mail.',
    },
    dataset: 'Datensatz',
    since: 'Seit',
    reads: 'Liest',
    why: 'Warum',
    notSaid: 'nicht gesagt',
    interest: 'Eigenes Interesse',
    noInterest: 'keines genannt',
    note: 'Ein Wort zur Antwort',
    noteHint: 'Geht per E-Mail an die Person. Darf leer bleiben.',
    keepOut: 'Von den Fällen dieses Datensatzes fernhalten',
    keepOutHint:
      'Wegen des genannten eigenen Interesses. Die Person kann es dort zurücknehmen, wo sie wählt, was sie sieht.',
    answering: 'Wird beantwortet …',
    accept: 'Annehmen<hidden>: {name}</hidden>',
    decline: 'Ablehnen<hidden>: {name}</hidden>',
    lately: 'Zuletzt beantwortet',
    answered:
      '<time></time>: {name} für {dataset}: {state, select, accepted {angenommen} other {abgelehnt}} von {by}',
    answeredWith:
      '<time></time>: {name} für {dataset}: {state, select, accepted {angenommen} other {abgelehnt}} von {by}, mit den Worten „{words}“',
  },
  errors: {
    lastAdmin:
      'Sonst gibt es niemanden in der Verwaltung. Geben Sie zuerst einer anderen Person diese Rolle.',
    hasAccount: '{email} hat schon ein Konto.',
    siteRole: `Die Rolle ${role} gilt für die ganze Instanz, nicht für einen Datensatz.`,
    leaveEmpty: 'Lassen Sie den Datensatz leer.',
    datasetRole: `Die Rolle ${role} gilt in einem Datensatz.`,
    chooseDataset: 'Wählen Sie einen Datensatz.',
  },
}
