import type { Translation } from '@/lib/i18n/translation'
import type { queue as english } from '../en/queue'

export const queue: Translation<typeof english> = {
  title: 'Warteschlange',
  lead: 'Übernehmen Sie den nächsten Fall. Bevor Ihnen etwas vorgelegt wird, wird beachtet, was Sie zu sehen bereit sind, wie viel davon und wo Sie befangen sind; ebenso, bevor Sie über einen Fall abstimmen, den Sie in der Sichtung öffnen.',
  today: 'Heute',
  whatISee: 'Was ich sehe',
  understood: 'Verstanden',
  none: {
    title: 'Sie prüfen noch keinen Datensatz',
    text: 'Wer einen Datensatz prüft oder leitet, findet hier dessen Warteschlangen. Bitten Sie die Verwaltung um eine Rolle.',
  },
  nothingIn: 'In {dataset} gibt es gerade keinen Fall für Sie',
  refused: {
    title:
      '{kind, select, vote {Eine Ihrer Stimmen wurde nicht festgehalten} decision {Eine Ihrer direkten Entscheidungen wurde nicht festgehalten} other {Was Sie anderen überlassen wollten, wurde nicht festgehalten}}',
    case: 'Zum Fall',
  },
  standing: 'Ihre Kontrollfälle in {dataset}',
  takenBack: {
    title: 'Ein Kontrollfall, den Sie beantwortet haben, wurde zurückgezogen',
    passed:
      'Er stand in {dataset}, <at></at>, und Ihre Antwort war die erwartete. Das zählt jetzt nicht mehr.',
    failed:
      'Er stand in {dataset}, <at></at>, und Ihre Antwort war nicht die erwartete. Das zählt jetzt nicht mehr.',
    note: 'Eine Leitung schreibt: {note}',
  },
  list: {
    recused: 'Sie haben sich hier für befangen erklärt.',
    nothingOpen: 'Nichts ist offen.',
    next: 'Nächster Fall aus allen Warteschlangen',
    takingNext: 'Der nächste Fall wird übernommen …',
    caption: 'Warteschlangen von {dataset}',
    queue: 'Warteschlange',
    decidedBy: 'Entschieden durch',
    open: 'Offen',
    oldest: 'Ältester',
    begin: 'Beginnen',
    inTheOpen: '{rule}, offen',
    nextOf: 'Nächster Fall<hidden> aus {queue}</hidden>',
    taking: 'Wird übernommen …',
    overdue: '{n, number} überfällig',
    due: '{n, number} binnen eines Tages fällig',
  },
  nothing: {
    open: 'Nichts wartet.',
    recused:
      'Sie haben sich für diesen Datensatz für befangen erklärt; darum wird Ihnen keiner seiner Fälle vorgelegt.',
    maintains:
      'Sie betreuen diesen Datensatz, und seine Einstellungen überlassen die Stimmen über seine Fälle anderen.',
    forReviewers: 'Zurzeit wartet nichts auf eine Prüfung.',
    languages: 'Was noch da ist, steht in Sprachen, die Sie nach Ihren Angaben nicht lesen.',
    pause:
      'Sie haben um eine Pause nach einer Anzahl belastender Einträge gebeten. Was noch zu tun ist, kann warten.',
    rest: 'Davon haben Sie so viel ohne Pause gesehen, dass es Zeit für eine ist: {categories}. Was noch zu tun ist, kann warten.',
    enough:
      'Davon haben Sie heute so viel gesehen, wie irgendjemand an einem Tag sehen sollte: {categories}. Der Rest ist für andere oder für morgen.',
    elsewhere:
      'Die übrigen Fälle haben Sie schon geprüft, oder sie warten auf jemand anderen oder gehören zu einer Kategorie, die Sie nicht gewählt haben.',
  },
  settings: {
    first: 'Vor Ihrem ersten Fall',
    lead: 'Sie bestimmen, was Ihnen gezeigt wird. Niemand sonst sieht diese Angaben, und Sie können sie jederzeit ändern, auch mitten am Tag.',
    categories: {
      legend: 'Ich bin bereit, Fälle dieser Kategorien zu sehen',
      hint: 'Aus einer Kategorie, die Sie auslassen, wird Ihnen nie etwas vorgelegt, auch nicht in einer Warteschlange, in der sie vorkommt, und Sie stimmen über ihre Fälle nicht ab.',
    },
    dailyCap: {
      label: 'Höchstens so viele belastende Fälle am Tag, je Kategorie',
      hint: 'Leer: die Grenze des Datensatzes, falls er eine hat. Einen Text zu verdecken schützt nicht vor dem, was Sie danach lesen; weniger davon zu lesen schon.',
    },
    breakAfter: {
      label: 'Eine Pause nach so vielen',
      hint: 'Belastende Fälle hintereinander, aus allen solchen Kategorien zusammen. Leer: keine Pause außer denen von einzelnen Kategorien.',
    },
    breakMinutes: { label: 'Dauer in Minuten', hint: 'Mit anderen Fällen geht es währenddessen weiter.' },
    limits:
      'Eine Zahl von Fällen tritt an die Stelle der Zahl oben und gilt auch für Kategorien, die nicht belastend sind; was ein Datensatz höchstens erlaubt, wird nicht überschritten. Eine Pause gilt nur für diese Kategorie und dauert so lange wie oben. Leer: wie der Datensatz es vorsieht; 0: keine Pause.',
    languages: {
      label: 'Sprachen, die ich lese',
      hint: 'Durch Kommas getrennt, etwa Deutsch, Französisch. In anderen Sprachen wird Ihnen kein Fall vorgelegt, außer wenn sich die Sprache nicht erkennen lässt. Leer: jede.',
    },
    conflicts: {
      offered: 'Als Sie angeboten haben, {dataset} zu prüfen, schrieben Sie:',
      legend: 'Ich bin befangen bei',
      hint: 'Sie haben dafür geschrieben, wurden von den Herausgebenden bezahlt, oder Ihre Arbeit steht darin: Dann urteilen andere. Sie stimmen über keinen seiner Fälle ab und entscheiden auch als Leitung nichts darüber.',
    },
    begin: 'Beginnen',
  },
  summary: {
    nothing: 'Sie haben heute nichts geprüft, und das ist in Ordnung.',
    thanks: 'Sie haben {n, plural, one {# Fall} other {# Fälle}} geprüft. Vielen Dank.',
    back: 'Zurück zur Warteschlange',
    waiting: 'Wartet auf andere',
    ofThese: '{n, plural, one {# Fall} other {# Fälle}} davon',
    left: 'Anderen überlassen',
    leftCount:
      '{skipped, plural, one {# Fall} other {# Fälle}} übersprungen, {escalated, number} einer Leitung vorgelegt',
    time: 'Zeit für einen Fall',
    seconds: '{n, plural, one {# Sekunde} other {# Sekunden}} im Mittel (Median)',
    minutes: '{n, plural, one {# Minute} other {# Minuten}} im Mittel (Median)',
    checks: 'Kontrollfälle in {dataset}',
    only: 'Nur Sie sehen diese Seite. Der Tag beginnt um Mitternacht UTC. Wenn Ihnen etwas Gelesenes nachgeht, sprechen Sie mit jemandem darüber, und nehmen Sie sich morgen <less>weniger davon</less> vor.',
  },
}
