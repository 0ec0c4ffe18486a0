import type { Translation } from '@/lib/i18n/translation'
import type { suppression as english } from '../en/suppression'

export const suppression: Translation<typeof english> = {
  title: 'Ständige Ausschlüsse',
  lead: 'Quellen, die aus jeder Fassung und jeder Ausgabe herausgehalten werden. Welche es sind, ist als Fingerabdruck gespeichert, den niemand zurücklesen kann; beim Import und bei jeder Ausgabe werden die Zeilen damit verglichen. Wie viele es sind, dürfen alle wissen; welche es sind, weiß niemand.',
  ended: 'Der Ausschluss ist beendet und steht unten als beendet.',
  denied: 'Sie können die Ausschlüsse nicht sehen',
  none: {
    title: 'Keine Quelle wird herausgehalten',
    text: 'Ein Ausschluss entsteht, wenn in der Sichtung einem Widerspruch stattgegeben wird, wenn eine Leitung über die Herkunft eines Eintrags entscheidet, und durch das Formular unten.',
  },
  about: 'Betrifft',
  source: {
    source_id: 'eine Quellenkennung',
    url: 'eine Webadresse',
    domain: 'eine ganze Domain',
    prefix: 'alles unterhalb einer Webadresse',
    host: 'ein Host ohne seine Subdomains',
    author: 'einen Autorennamen',
    digest: 'einen Text',
  },
  state: { ended: 'beendet', inForce: 'in Kraft', inForceIn: 'in Kraft in {places}' },
  reason: { label: 'Grund', placeholder: 'Grund auswählen' },
  recording: 'Wird festgehalten …',
  table: {
    caption: 'Ständige Ausschlüsse, zuerst die geltenden',
    state: 'Stand',
    why: 'Warum',
    reason: '{category}, <code>{reason}</code>',
    askedBy: 'Veranlasst durch',
    team: 'das Team',
    flagged: 'Beim letzten Import gemeldet',
    since: 'Seit',
  },
  keepOut: {
    title: 'Eine Quelle heraushalten',
    kind: {
      legend: 'Was herausgehalten wird',
      domain: {
        label: 'Eine ganze Domain',
        hint: 'example.org, mit allem darauf und mit allen Subdomains',
      },
      host: {
        label: 'Ein Host',
        hint: 'blog.example.org, ohne seine Subdomains',
      },
      prefix: {
        label: 'Alles unterhalb einer Adresse',
        hint: 'https://example.org/~ana/, samt der Seite selbst',
      },
      url: { label: 'Eine einzelne Webadresse', hint: 'https://example.org/page.html' },
      author: {
        label: 'Ein Autorenname',
        hint: 'der Name, wie er im Datensatz steht; Groß- und Kleinschreibung spielen keine Rolle',
      },
      source_id: { label: 'Eine Quellenkennung', hint: 'die Kennung, wie sie im Datensatz steht' },
      digest: {
        label: 'Ein Text, nach seiner Prüfsumme',
        hint: 'die 64 hexadezimalen Ziffern eines Eintrags',
      },
    },
    value: 'Welche Quelle',
    where: {
      legend: 'Wo',
      hint: 'Ohne Auswahl gilt der Ausschluss überall. Aus Ausgaben für die ganze Welt bleibt die Quelle in jedem Fall heraus.',
    },
    count: 'Zeilen zählen',
    counting: 'Wird gesucht …',
    submit: 'Heraushalten',
    done: {
      counted:
        '{rows, plural, =0 {Aus dieser Quelle kommt keine Zeile von Fassung {revision}.} one {Aus dieser Quelle kommt # Zeile von Fassung {revision}.} other {Aus dieser Quelle kommen # Zeilen von Fassung {revision}.}} Es wurde nichts geändert.',
      countedNothing: 'Es gibt noch keine Fassung, in der sich nachsehen ließe. Es wurde nichts geändert.',
      made: 'Die Quelle wird von jetzt an herausgehalten. {rows, plural, =0 {Aus ihr kommt keine Zeile von Fassung {revision}.} one {Aus ihr kommt # Zeile von Fassung {revision}.} other {Aus ihr kommen # Zeilen von Fassung {revision}.}}',
      madeBeforeAny:
        'Die Quelle wird von jetzt an herausgehalten. Es gibt noch keine Fassung, in der sich nachsehen ließe.',
    },
  },
  one: {
    title: 'Ständiger Ausschluss',
    denied: 'Sie können diesen Ausschluss nicht sehen',
    about: '{source}; genauer ist es nur als Fingerabdruck gespeichert, den niemand zurücklesen kann',
    holds: {
      term: 'Gilt',
      places: 'in {places}, und in Ausgaben für die ganze Welt',
      everywhere: 'überall',
    },
    decided: {
      term: 'Entschieden',
      detail: '<when></when> von {by}, {category}, <code>{reason}</code>',
    },
    case: { term: 'Fall', link: 'Der Fall, in dem es entschieden wurde' },
    request: 'Antrag',
    lastImport: {
      term: 'Letzter Import',
      detail: '{items, plural, one {# Eintrag} other {# Einträge}} gemeldet',
    },
    ended: 'Beendet',
  },
  end: {
    title: 'Ausschluss beenden',
    noReason:
      'Die Richtlinie hat für das Thema „{category}“ keinen Grund, etwas zu behalten; deshalb lässt sich der Ausschluss nicht beenden. Ergänzen Sie zuerst die Richtlinie um einen solchen Grund.',
    lead: 'Die Zeilen der Quelle kommen mit der nächsten Ausgabe zurück, sofern nichts anderes sie zurückhält. Das ist eine Entscheidung mit einem Grund und steht im Protokoll. Wer weiß, welche Quelle es war, kann sie wieder ausschließen.',
    submit: 'Ausschluss beenden',
  },
  input: {
    profile: 'Ein Profil ist ein kurzes Wort in Kleinbuchstaben.',
    reason: 'Wählen Sie einen Grund aus.',
    kind: 'Wählen Sie aus, was herausgehalten werden soll.',
    value: 'Geben Sie an, um welche Quelle es geht.',
    tooLong: 'Das ist zu lang für eine Quelle.',
  },
}
