import type { Translation } from '@/lib/i18n/translation'
import type { lookup as english } from '../en/lookup'

export const lookup: Translation<typeof english> = {
  title: 'Sind meine Daten darin?',
  description: 'Nachsehen, ob etwas genau so in unseren veröffentlichten Datensätzen steht.',
  lead: 'Sehen Sie nach, ob etwas genau so in der neuesten Veröffentlichung jedes Datensatzes steht. Ohne Konto, und was Sie suchen, wird nicht aufbewahrt.',
  what: {
    legend: 'Was haben Sie?',
    url: { label: 'Eine Webadresse', hint: 'Einer einzelnen Seite, wie https://example.org/my-story' },
    id: { label: 'Eine Kennung', hint: 'Die Nummer oder der Code, den die Quelle dem Eintrag gab' },
    digest: { label: 'Eine Prüfsumme', hint: '64 Zeichen, aus unserem Log oder einer Veröffentlichung' },
    text: {
      label: 'Den ganzen Text eines Eintrags',
      hint: 'Wort für Wort. Er wird hier in eine Prüfsumme verwandelt und nicht aufbewahrt.',
    },
  },
  value: 'Das Gesuchte, genau',
  submit: 'Nachsehen',
  looking: 'Wird nachgesehen …',
  answers: 'Was gefunden wurde',
  yes: 'Ja',
  no: 'Nein',
  unsearched: 'Nicht durchsucht',
  remove: 'Bitten, es aus {name} herauszunehmen',
  answer: {
    yes: '{name}: Es steht in Veröffentlichung {version} (eine von {rows} Zeilen).',
    no: '{name}: Es steht nicht in Veröffentlichung {version}. {rows} Zeilen wurden durchgesehen.',
    fields:
      '{name}: Ein Eintrag hat dort mehrere Felder, deshalb lässt sich ein Text allein nicht suchen. Nehmen Sie eine Kennung, eine Adresse oder eine Prüfsumme.',
    without: 'Nicht durchsucht, weil noch nichts davon veröffentlicht wurde: {names}.',
    notSearched:
      'Nicht durchsucht: Namen, Teile von Texten, ältere Veröffentlichungen, Kopien bei anderen und was aus der Veröffentlichung herausgelassen wurde. „Nein“ kann heißen, dass es nie darin stand oder dass es herausgenommen wurde.',
  },
  row: {
    title: 'Dieser Eintrag',
    byDigest: 'Der Eintrag, dessen Inhalt die Prüfsumme <digest></digest> hat.',
    byPlace: 'Zeile {row} von {file}, ab 0 gezählt.',
    hidden: 'Was darin steht, wird hier niemandem gezeigt.',
    report: 'Dem Team melden',
    reportLead:
      'Als jemand aus dem Team dieses Datensatzes. Daraus wird ein Fall, über den andere entscheiden und nicht Sie.',
    none: 'Fassung {number} hat keine solche Zeile.',
    remove: 'Bitten, dass er herausgenommen oder geändert wird',
    urgent: 'Er zeigt ein Kind oder eine intime Aufnahme',
    look: 'Steht er in der neuesten Veröffentlichung?',
    looking: 'Wird nachgesehen …',
    yes: 'Ja: Er steht in Veröffentlichung {version}.',
    no: 'Nein: So, wie er in dieser Zeile stand, ist er nicht in Veröffentlichung {version}. Er war nie darin, oder er wurde herausgenommen oder geschwärzt.',
    without: 'Von diesem Datensatz ist noch nichts veröffentlicht.',
  },
  names: {
    title: 'Warum nicht nach Namen?',
    text: 'Weil dann jeder nach jedem suchen könnte. Haben Sie eine Adresse, eine Domain oder ein Konto mit einer Seite, weisen Sie nach, dass es Ihnen gehört, und Sie sehen, wie viele Zeilen es enthalten oder von dort kommen. Sonst senden Sie einen Antrag: Menschen sehen nach, und nur Sie bekommen die Antwort.',
    request: 'Antrag senden',
  },
  prove: {
    title: 'Etwas, das Ihnen gehört',
    lead: 'Bei einer Adresse, einer Domain oder einem Teil einer Website senden wir einen Link an das Postfach. Bei einer Seite oder einem Konto bekommen Sie einen Text, den Sie dort hinschreiben. Dann sehen Sie, wie viele Zeilen es sind, und können bitten, sie herauszunehmen.',
    kind: {
      legend: 'Was gehört Ihnen?',
      email: { label: 'Eine E-Mail-Adresse', hint: 'Alle Texte werden danach durchsucht; das kann dauern' },
      domain: { label: 'Eine Domain', hint: 'example.org, mit ihren Subdomains' },
      prefix: { label: 'Ein Teil einer Website', hint: 'https://example.org/~ana/ und alles darunter' },
      page: {
        label: 'Eine Seite oder ein Konto, wo Sie schreiben können',
        hint: 'https://forum.example.org/u/ana, auch bei einem fremden Anbieter',
      },
    },
    value: 'Die Adresse, die Domain, der Teil einer Website oder die Seite',
    mailbox: 'Bei Domain oder Website: welches Postfach den Link bekommt',
    mailboxHint: 'Eines davon hat nur, wer die Domain betreibt.',
    submit: 'Weiter',
    sending: 'Wird gesendet …',
  },
  sent: {
    title: 'Sehen Sie in Ihr Postfach',
    text: 'Wenn es dieses Postfach gibt, ist ein Link unterwegs. Er gilt {n, number} Tage.',
    again: 'fragen Sie noch einmal',
  },
  proven: {
    title: 'Zeilen, die Ihnen gehören',
    lead: 'Zu {value}. Ohne den Link sieht das niemand.',
    begin: 'Jetzt nachsehen',
    beginning: 'Beginnt …',
    ready:
      'Drücken Sie auf die Schaltfläche, um die neueste Veröffentlichung jedes Datensatzes durchsuchen zu lassen.',
    looking: 'Die Zeilen werden gelesen. Diese Seite zeigt die Antwort, wenn Sie sie wieder öffnen.',
    progress: '{read, number} von {of, number} Zeilen',
    reload: 'Noch einmal nachsehen',
    pageKeep:
      'Heben Sie die Adresse dieser Seite auf und sagen Sie sie niemandem: Nur sie führt hierher zurück.',
    pageReload: 'Sehen, was wir dort gefunden haben',
    count:
      '{name}: {rows, plural, =0 {keine Zeile} one {# Zeile} other {# Zeilen}} von {of, number} in Veröffentlichung {version}.',
    optOut: 'Bitten, es aus {name} herauszulassen',
    privacy: 'Es sind personenbezogene Daten: bitten, sie aus {name} zu löschen',
    alone:
      'Dieser Antrag nennt nur diese Seite. Ergänzen Sie, was darunter liegt, die Adresse jeder Seite in einer eigenen Zeile.',
    none: 'Noch wurde kein Datensatz veröffentlicht.',
    notSearched:
      'Nicht durchsucht: ältere Veröffentlichungen, Kopien bei anderen, andere Schreibweisen und Bilder. Zeilen, die schon herausgelassen wurden, sind nicht mitgezählt.',
    until: 'Diese Seite und die Antwort verschwinden am {date}.',
  },
  errors: {
    day: 'Heute haben zu viele nachgesehen. Versuchen Sie es morgen wieder oder senden Sie einen Antrag.',
    looks:
      'Diese Seite oder eine andere desselben Hosts wurde zu oft angesehen. Versuchen Sie es später wieder oder senden Sie einen Antrag.',
    busy: 'Gerade sehen viele nach. Versuchen Sie es in einer Minute wieder.',
  },
  input: {
    what: 'Wählen Sie, was Sie haben.',
    value: 'Schreiben Sie, wonach gesucht werden soll.',
    kind: 'Wählen Sie, was Ihnen gehört.',
    url: 'Schreiben Sie die ganze Adresse einer Seite. Teile einer Adresse oder Muster werden nicht gesucht.',
    id: 'Eine Kennung hat keine Leerzeichen und mindestens eine Ziffer. Namen werden nicht gesucht.',
    digest: 'Eine Prüfsumme hat 64 hexadezimale Ziffern.',
    text: 'Kopieren Sie den ganzen Text des Eintrags: mindestens acht Wörter. Namen und kurze Wendungen werden nicht gesucht.',
    email: 'Schreiben Sie eine E-Mail-Adresse.',
    domain: 'Schreiben Sie eine Domain wie example.org.',
    prefix: 'Schreiben Sie eine Webadresse mit Pfad wie https://example.org/~ana/.',
    page: 'Schreiben Sie die ganze Adresse Ihrer Seite, wie https://forum.example.org/u/ana.',
  },
}
