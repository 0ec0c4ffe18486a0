import type { Translation } from '@/lib/i18n/translation'
import type { account as english } from '../en/account'

export const account: Translation<typeof english> = {
  field: {
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    repeat: 'Passwort wiederholen',
    twelve: 'Mindestens 12 Zeichen.',
    goodPassword:
      'Mindestens 12 Zeichen. Ein paar Wörter ohne Zusammenhang merkt man sich leichter als ein kurzes, kompliziertes Passwort.',
  },
  signIn: {
    title: 'Anmelden',
    submit: 'Anmelden',
    pending: 'Sie werden angemeldet …',
    refused: 'Sie sind nicht angemeldet',
    error: {
      NoAccount:
        'Ihre Organisation hat Sie angemeldet, aber keine bestätigte Adresse mitgeteilt, oder Ihr Konto ist gesperrt. Wenden Sie sich an die Verwaltung.',
      RateLimited: 'Zu viele Versuche. Warten Sie eine Viertelstunde und versuchen Sie es noch einmal.',
      other: 'Das hat nicht geklappt. Versuchen Sie es noch einmal.',
    },
    oidc: 'Über Ihre Organisation anmelden',
    without:
      'Sie brauchen kein Konto, um <link>eine Entfernung zu beantragen</link> oder eine Ausgabe herunterzuladen.',
    demo: {
      title: 'Dies ist eine Vorführung',
      lead: 'Melden Sie sich als eine dieser Personen an. Alle haben dasselbe Passwort: <code>{password}</code>.',
      does: {
        admin: 'Konten, Rollen, Postfach',
        reviewer: 'sichtet und entscheidet',
        second: 'sichtet neben Remy',
        lead: 'Sammelentscheidungen, abweichende Entscheidungen, Anträge',
        maintainer: 'liest ein und veröffentlicht',
        officer: 'gesperrte Einträge',
        auditor: 'prüft gezogene Entscheidungen',
      },
    },
  },
  setUp: {
    title: 'Diese Instanz einrichten',
    lead: 'Noch hat hier niemand ein Konto. Das erste gehört der Verwaltung; sie legt die weiteren Konten an und gibt ihnen ihre Rollen.',
    name: 'Ihr Name',
    submit: 'Das erste Konto anlegen',
    pending: 'Wird eingerichtet …',
  },
  own: {
    title: 'Ihr Konto',
    keys: 'Tasten',
    whatISee: 'Was ich sehe, und Befangenheit',
    signOut: 'Abmelden',
    signingOut: 'Sie werden abgemeldet …',
    name: 'Name',
    publicName: 'Öffentlicher Name',
    publicNameIs: '{pseudonym}: das sehen andere neben Ihren Entscheidungen',
    roles: 'Rollen',
    roleIn: '{role} im Datensatz {dataset}',
    noRoles: 'noch keine',
    offer: 'Bewerbung für {dataset}',
    offerState: '{state} (gesendet <time></time>)',
    password: {
      title: 'Passwort ändern',
      current: 'Jetziges Passwort',
      new: 'Neues Passwort',
      repeat: 'Neues Passwort wiederholen',
      submit: 'Ändern und neu anmelden',
    },
  },
  keys: {
    title: 'Tasten',
    lead: 'Auf der Seite eines Falls tut eine einzelne Taste, was sonst eine Schaltfläche tut. Die Tasten ruhen, solange Sie schreiben und solange Strg, Alt oder ⌘ gedrückt ist. Ziffern wählen einen Grund, und die Eingabetaste sendet ab wie in jedem Formular.',
    enabled: 'Einzelne Tasten haben eine Wirkung',
    enabledHint:
      'Ohne das bewirkt kein Buchstabe, kein Zeichen und keine Ziffer allein etwas: gut für alle, die mit ihrem Computer sprechen oder leicht versehentlich Tasten drücken. Tabulator, Eingabe- und Leertaste wirken wie überall.',
    which: 'Welche Taste was tut',
    whichHint: 'Je ein Buchstabe oder Zeichen, oder das Wort Leertaste. Leer: keine Taste.',
    usually: 'Üblich: {key}',
    usuallyNone: 'Üblich: keine, die Pfeiltasten tun es.',
    passages: 'In der Liste der Stellen',
    passagesHint:
      'Sie wirken nur, solange der Fokus in der Liste liegt, und bleiben deshalb, wenn einzelne Tasten ausgeschaltet sind.',
    tables: 'In der Tabelle der Fälle',
    tablesHint: 'Auch sie wirken nur, solange der Fokus in der Tabelle liegt, neben den Pfeiltasten.',
    reset: 'Zurück zu den üblichen Tasten',
    resetting: 'Wird zurückgesetzt …',
    saved: 'Gespeichert. Von jetzt an gelten diese Tasten.',
    savedOff: 'Gespeichert. Einzelne Tasten sind ausgeschaltet.',
  },
  checkMail: {
    title: 'Sehen Sie in Ihren E-Mails nach',
    held: 'Diese Instanz verschickt keine E-Mails',
    heldText:
      'Sie ist ohne Mailserver eingerichtet. Die Verwaltung findet den Brief im <link>Postfach</link>.',
    none: 'Nach einigen Minuten noch keine E-Mail?',
    junk: 'Sehen Sie im Ordner für unerwünschte E-Mails nach.',
    most: 'An eine Adresse {n, plural, one {geht höchstens einer dieser Briefe} other {gehen höchstens {n, number} dieser Briefe}} am Tag.',
    mistake:
      'War die Adresse falsch, <link>{again}</link>. Was Sie zuerst gesendet haben, wird von selbst gelöscht.',
  },
  input: {
    emailMissing: 'Geben Sie Ihre E-Mail-Adresse an.',
    emailForm: 'Geben Sie eine E-Mail-Adresse an, etwa name@example.org.',
    emailLong: 'Eine E-Mail-Adresse hat höchstens 254 Zeichen.',
    passwordMissing: 'Geben Sie Ihr Passwort ein.',
    passwordShort: 'Wählen Sie ein Passwort mit mindestens 12 Zeichen.',
    passwordLong: 'Ein Passwort hat höchstens 1024 Zeichen.',
    passwordsDiffer: 'Die beiden Passwörter stimmen nicht überein.',
    currentMissing: 'Geben Sie Ihr jetziges Passwort ein.',
    name: 'Geben Sie einen Namen an.',
    nameLong: 'Ein Name hat höchstens 100 Zeichen.',
  },
  errors: {
    noMatch: 'Zu dieser E-Mail-Adresse und diesem Passwort gibt es hier kein Konto.',
    notCurrent: 'Das jetzige Passwort stimmt nicht.',
    notYourPassword: 'Das ist nicht Ihr jetziges Passwort.',
    isSetUp: 'Diese Instanz ist schon eingerichtet. Melden Sie sich an.',
  },
}
