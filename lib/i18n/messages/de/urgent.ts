import type { Translation } from '@/lib/i18n/translation'
import type { urgent as english } from '../en/urgent'

export const urgent: Translation<typeof english> = {
  tab: 'Eine vertrauliche Nachricht',
  leave: {
    link: 'Seite verlassen',
    hint: 'Öffnet Wikipedia. Mit Tastatur: dreimal Esc.',
    history: 'Die Seiten vor dieser bleiben im Verlauf Ihres Browsers.',
  },
  choose: {
    title: 'Wir machen es sofort unsichtbar',
    lead: 'Sie müssen nichts erzählen, nichts zeigen und kein Konto haben. Was Sie nennen, ist verborgen, sobald Sie dies absenden. Dann sieht es sich eine Schutzbeauftragte oder ein Schutzbeauftragter an, sonst niemand.',
    child: 'Es zeigt oder sexualisiert ein Kind',
    childHint: 'Sie müssen nicht sagen, wer Sie sind.',
    intimate: 'Es ist ein intimes Bild, das nie gezeigt werden sollte',
    intimateHint:
      'Von Ihnen oder von jemandem, für den Sie handeln. Echt, verändert oder vom Computer erzeugt.',
    danger: 'Ist jemand jetzt in Gefahr, rufen Sie zuerst die Polizei.',
  },
  back: 'Zurück',
  form: {
    child: {
      title: 'Wo ist es?',
      lead: 'Sagen Sie nur, wo es ist. Bitte beschreiben, kopieren oder senden Sie es nicht: In den meisten Ländern ist das verboten, auch um zu helfen.',
    },
    intimate: {
      title: 'Wo ist es?',
      lead: 'Sagen Sie nur, wo es ist. Bitte senden oder beschreiben Sie das Bild nicht.',
    },
    dataset: {
      label: 'In welchem Datensatz ist es?',
      choose: 'Bitte wählen',
      hint: 'Nicht nötig, wenn Sie einen Link von dieser Seite einfügen.',
    },
    targets: {
      label: 'Link, Adresse, Zeile oder Kennung',
      hint: 'Je Zeile eines, höchstens 100: ein Link von dieser Seite, die Adresse des Bildes oder der Seite, eine Zeile wie „Zeile 12 von train.jsonl“. Nach Wörtern wird hier nicht gesucht.',
    },
    relation: {
      label: 'Wer ist auf dem Bild?',
      self: 'Ich',
      agent: 'Jemand, für den ich handle',
    },
    name: {
      label: 'Ihr vollständiger Name',
      hint: 'Er ist die Unterschrift, die das Gesetz verlangt. Nur Schutzbeauftragte sehen ihn.',
    },
    email: {
      label: 'Ihre E-Mail-Adresse',
      optional: 'Ihre E-Mail-Adresse (nicht nötig)',
      hint: 'Für unsere Antwort. Die Briefe sagen nur, dass es etwas zu lesen gibt, nicht worum es geht.',
    },
    sends: 'Mit dem Absenden erklären Sie: {text}',
    send: 'Jetzt verbergen',
    sending: 'Wird gesendet …',
  },
  after: {
    title: 'Was dann geschieht',
    hidden:
      'Alles, was Sie nennen, ist sofort für alle außer unseren Schutzbeauftragten verborgen. (Wird sehr viel genannt, sehen sie es erst an.) Bis sie entschieden haben, entsteht keine Ausgabe mit ihm. Kopien, die andere haben, erreicht das nicht.',
    child: 'Innerhalb von 24 Stunden sieht es sich eine Schutzbeauftragte oder ein Schutzbeauftragter an.',
    intimate: 'Innerhalb von 48 Stunden wird entschieden.',
    seen: 'Nur Schutzbeauftragte sehen diese Meldung. Was Sie schreiben, ist verschlüsselt und wird ein Jahr nach dem Absenden gelöscht, oder später, wenn der Antwort nicht mehr widersprochen werden kann.',
    public: 'Nichts davon wird veröffentlicht: nicht, dass es gesendet wurde, und nicht, worum es geht.',
  },
  help: {
    title: 'Wer noch helfen kann',
    text: 'Dort kann man auch Kopien auf anderen Seiten entfernen lassen. Wir sagen niemandem etwas: Sie entscheiden, ob Sie dorthin gehen.',
    take_it_down:
      'Wenn Sie auf dem Bild unter 18 waren. Geht ohne Namen, und das Bild bleibt auf Ihrem Gerät.',
    stop_ncii: 'Wenn Sie auf dem Bild 18 oder älter waren. Das Bild bleibt auf Ihrem Gerät.',
    inhope: 'Die Meldestellen aller Länder, für Bilder vom Missbrauch eines Kindes.',
    inCountry: 'Hilfe in Ihrem Land finden',
    page: 'Hilfe in Ihrem Land',
    country: 'Land',
    chooseCountry: 'Bitte ein Land wählen',
    show: 'Zeigen',
    emergency: 'Notruf: {numbers}',
    none: 'Für dieses Land haben wir keine Liste. Die Meldestellen aller Länder stehen bei INHOPE.',
    police: 'Polizei oder Behörde',
    checked: 'Diese Adressen wurden zuletzt am {date} nachgesehen. Geht eine nicht, hat INHOPE die richtige.',
  },
  input: {
    about: 'Wählen Sie, worum es geht',
    email: 'Geben Sie eine E-Mail-Adresse wie name@example.org ein',
    targets: 'Sagen Sie, wo es ist',
    targetsLong: 'Das ist länger, als wir auf einmal lesen können. Senden Sie es in Teilen.',
    targetsNone:
      'Darin konnten wir keine Stelle lesen. Fügen Sie einen Link oder eine Adresse ein, oder nennen Sie eine Zeile.',
    relation: 'Wählen Sie, wer auf dem Bild ist',
    goodFaith: 'Setzen Sie das Häkchen dabei, dass es ohne Einwilligung öffentlich wurde',
    attestation: 'Laden Sie diese Seite neu und senden Sie sie dann ab',
    day: 'Geben Sie einen Tag ein',
    dayAhead: 'Der Tag kann nicht nach heute liegen',
    authority: 'Sagen Sie, bei wem es gemeldet wurde',
  },
  errors: {
    targets: 'Wir wissen noch nicht, wo es ist',
    nothingOpen: 'Nichts davon ist unentschieden',
    found: 'Etwas davon wurde gefunden oder wird noch gesucht',
    noReason:
      'Die Richtlinie dieses Datensatzes hat in dieser Kategorie keinen Grund dafür. Entscheiden Sie die Fälle einzeln, oder lassen Sie einen hinzufügen.',
    notWaiting: 'Es ist schon verborgen',
    many: 'Aus Ihrem Netz sind viele Meldungen gekommen. Eine Meldestelle hilft sofort; hier geht es in einer Stunde wieder.',
  },
  track: {
    heading: 'Ihre Nachricht {reference}',
    keep: 'Bewahren Sie die Adresse dieser Seite auf',
    keepText:
      'Nur über sie kommen Sie hierher zurück. Am sichersten ist sie in einer privaten Notiz, nicht in einem gemeinsam benutzten Browser.',
    others:
      'Was Sie gesandt haben, hat mehrere Teile. Jeder hat seine eigene Seite; bewahren Sie auch diese Adressen auf:',
    address: 'Adresse',
    status: {
      received: 'Sie ist angekommen. Jemand sieht sie sich {by} an.',
      receivedOnly: 'Sie ist angekommen. Jemand sieht sie sich an.',
      answered: 'Sie ist beantwortet.',
      withdrawn: 'Sie haben sie zurückgezogen.',
      asked: 'Wir haben eine Frage. Sie steht unten bei den Einzelheiten.',
    },
    by: 'bis {date}',
    details: 'Einzelheiten zeigen',
  },
  officer: {
    title: 'Zuallererst',
    lead: 'Meldungen, die nur Schutzbeauftragte sehen. Was sie nennen, ist für alle verborgen, bis Sie antworten.',
    caption: 'Meldungen, die zuerst anzusehen sind',
    report: 'Meldung',
    about: 'Worum es geht',
    dataset: 'Datensatz',
    open: 'Verborgen, unentschieden',
    due: 'Antwort fällig',
    waits: 'Noch nicht verborgen: mehr, als ungesehen verborgen wird',
    child: 'Schutz von Kindern',
    intimate: 'Intimes Bild',
    panel: 'Eilweg',
    hidden:
      '{open, plural, =0 {Nichts davon ist verborgen und unentschieden.} one {# Eintrag ist für alle außer Schutzbeauftragten verborgen und unentschieden.} other {# Einträge sind für alle außer Schutzbeauftragten verborgen und unentschieden.}}',
    unfound:
      'In der neuesten Fassung wurde nichts davon gefunden. Sehen Sie an, was genannt ist, und suchen Sie weiter, wenn es da sein müsste. Wer es gesendet hat, erfährt dasselbe, wie wenn alles zurückgegeben worden wäre.',
    close: 'Schließen: nichts gefunden',
    closing: 'Wird geschlossen …',
    anonymous: 'Wer es gesendet hat, hat keine Adresse angegeben: Rückfragen und Briefe sind nicht möglich.',
    unconfirmed: 'Die Adresse, mit der es kam, hat niemand bestätigt.',
    waitsText:
      'Es würde mehr verborgen, als Meldungen verbergen dürfen, bevor jemand hingesehen hat. Sehen Sie nach, wohin sie führt, und verbergen Sie es dann, oder nehmen Sie den Antrag nicht an.',
    pass: 'Jetzt verbergen',
    passing: 'Wird verborgen …',
    confirm: 'Bestätigen: entfernen',
    confirming: 'Wird entfernt …',
    clear: 'Freigeben: zurückgeben',
    clearing: 'Wird zurückgegeben …',
    each: 'Jeder Fall bekommt seine eigene Entscheidung. Um einzeln zu entscheiden, öffnen Sie die Fälle.',
    confidential:
      'Nur Schutzbeauftragte sehen, wer es gesendet hat. Nutzen Sie es für diese Meldung und für nichts anderes.',
    reported: 'Bei Behörden gemeldet',
    reportedNone: 'Nichts vermerkt.',
    reportedLine: '{on}: {authority}, Nummer {reference} (vermerkt von {by})',
    reportedLineBare: '{on}: {authority} (vermerkt von {by})',
    reportedHint: 'Dies vermerkt nur, was Sie getan haben. Von hier wird nichts gesendet.',
    authority: 'Bei wem',
    reference: 'Nummer dort',
    on: 'Wann',
    record: 'Vermerken',
    recording: 'Wird vermerkt …',
  },
}
