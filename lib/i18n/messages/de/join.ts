import type { Translation } from '@/lib/i18n/translation'
import type { join as english } from '../en/join'

export const join: Translation<typeof english> = {
  title: 'Beim Prüfen helfen',
  description:
    'Entscheiden Sie nach einer schriftlichen Richtlinie, was nicht in einen offenen Datensatz gehört. Bewerben können sich alle.',
  lead: 'Programme finden, was vielleicht nicht in einen Datensatz gehört; Menschen entscheiden. Sie können dazugehören. Es kostet nichts als Ihre Zeit, und Sie hören auf, wann Sie wollen.',
  none: {
    title: 'Zurzeit sucht kein Datensatz nach Prüfenden',
    text: 'Kommen Sie ein andermal wieder, oder fragen Sie dort, wo ein Datensatz entsteht, der Ihnen wichtig ist.',
  },
  what: {
    title: 'Worum es geht',
    texts:
      'Sie sehen Texte, die gemeldet wurden, einen nach dem anderen, und sagen nach der schriftlichen Richtlinie des Datensatzes, was mit jedem geschieht: <policies></policies>. Meist beurteilen andere denselben Text, ohne zu sehen, was Sie gewählt haben, und mehrere müssen übereinstimmen.',
    hard: 'Manche Texte sind schwer zu ertragen: Verachtung, Drohungen, Privates. Vor Ihrem ersten Fall wählen Sie, welche Arten Sie sehen wollen und wie viele am Tag; das sieht sonst niemand, und Sie können es jederzeit ändern. Die schlimmsten Arten werden Freiwilligen nie gezeigt.',
    masked:
      'Personenbezogene Daten bleiben verdeckt, bis Sie sie sehen wollen. Jedes Mal wird festgehalten, und es gibt eine Grenze.',
    history:
      'Ihre Entscheidungen stehen dauerhaft unter Ihrem öffentlichen Namen in der Geschichte des Datensatzes. Prüfende und Leitungen sehen Ihre Adresse nicht; die Verwaltung dieser Instanz sieht sie.',
    young:
      '{name}: {days, plural, one {Am ersten Tag} other {In den ersten # Tagen}} werden Ihre Stimmen aufgehoben, entscheiden aber noch nichts.',
    asked: {
      title: 'Worum wir Sie bitten',
      secrecy:
        'Kopieren Sie nichts heraus, geben Sie nichts weiter, und suchen Sie nicht nach den Menschen, von denen Sie lesen.',
      policy:
        'Urteilen Sie nach der Richtlinie, nicht nach Geschmack. Wo Sie unsicher sind, überspringen Sie den Fall oder fragen eine Leitung.',
      account: 'Ein Konto, Ihres allein. Überlassen Sie anderen, woran Sie ein eigenes Interesse haben.',
    },
  },
  form: {
    title: 'Ihre Bewerbung',
    dataset: 'Welcher Datensatz',
    choose: 'Bitte wählen',
    signedIn: 'Sie sind angemeldet; Ihr öffentlicher Name ist <strong>{name}</strong>.',
    publicName: 'Öffentlicher Name',
    publicNameHint:
      'Steht für alle sichtbar bei Ihren Entscheidungen. Er soll nicht verraten, wer Sie sind; dieser wurde für Sie erfunden.',
    email: 'Ihre E-Mail-Adresse',
    emailHint:
      'Für einen Link, mit dem Sie sie bestätigen, und für die Antwort. Prüfende und Leitungen sehen sie nicht.',
    languages: 'Sprachen, die Sie gut lesen',
    languagesHint: 'Zum Beispiel Deutsch, Englisch.',
    why: 'Warum möchten Sie das? (darf leer bleiben)',
    whyHint: 'Nur für die Leitungen dieses Datensatzes. Wird einige Monate nach der Antwort gelöscht.',
    interest: 'Ein eigenes Interesse (darf leer bleiben)',
    interestHint:
      'Sie haben dafür geschrieben, wurden von denen bezahlt, die ihn machen, oder er enthält Werke von Ihnen: Sagen Sie es, dann entscheidet eine Leitung mit Ihnen, was Sie anderen überlassen.',
    agreed: 'Ich habe gelesen, worum es geht und worum ich gebeten werde, und bin einverstanden.',
    submit: 'Bewerbung senden',
    website: 'Bitte leer lassen',
  },
  sent: {
    again: 'senden Sie Ihre Bewerbung noch einmal',
    text: 'Wir haben einen Link an die angegebene Adresse geschickt. Öffnen Sie ihn innerhalb von {hours, number} Stunden und folgen Sie ihm. Bis dahin liest niemand Ihre Bewerbung; tun Sie nichts, wird sie gelöscht.',
  },
  confirm: {
    title: 'Bestätigen Sie Ihre Adresse',
    lead: 'Wählen Sie ein Passwort für Ihr Konto. Danach liest eine Leitung von {dataset} Ihre Bewerbung und antwortet per E-Mail.',
    publicName: 'Öffentlicher Name',
    publicNameHint: 'Steht für alle sichtbar bei Ihren Entscheidungen.',
    confirming: 'Wird bestätigt …',
    submit: 'Bestätigen und mein Konto anlegen',
    oidc: 'Oder melden Sie sich mit derselben Adresse über Ihre Organisation an. Sie kommen dann hierher zurück und brauchen kein Passwort.',
    used: {
      title: 'Diese Adresse ist schon bestätigt',
      lead: 'Der Link gilt nur einmal. Eine Leitung beantwortet Ihre Bewerbung per E-Mail; in Ihrem Konto sehen Sie, wie es um sie steht.',
      account: 'Zu Ihrem Konto',
    },
    over: {
      title: 'Die Frist zum Bestätigen ist abgelaufen',
      lead: 'Was Sie gesendet haben und Ihre Adresse wurden gelöscht. Bitte senden Sie Ihre Bewerbung noch einmal.',
      again: 'Noch einmal senden',
    },
    known: {
      title: 'Bestätigen Sie Ihre Bewerbung',
      lead: 'Mit dieser Adresse haben Sie schon ein Konto. Drücken Sie den Knopf, dann liest eine Leitung von {dataset} Ihre Bewerbung. Ihr Passwort bleibt, wie es ist.',
      submit: 'Bewerbung bestätigen',
    },
  },
  confirmed: {
    title: 'Ihre Bewerbung liegt den Leitungen vor',
    lead: 'Die Leitungen sind benachrichtigt und antworten innerhalb von {days, number} Tagen per E-Mail. Bis dahin müssen Sie nichts weiter tun.',
    account: 'Zu Ihrem Konto',
    signIn: 'Anmelden',
  },
  state: {
    sent: 'Wartet darauf, dass Sie Ihre Adresse bestätigen',
    waiting: 'Wartet auf die Antwort einer Leitung',
    accepted: 'Angenommen',
    declined: 'Abgelehnt',
    lapsed: 'Ohne Antwort beendet',
  },
  input: {
    atMost: 'Schreiben Sie höchstens {n} Zeichen.',
    name: 'Wählen Sie einen öffentlichen Namen.',
    nameShort: 'Wählen Sie einen öffentlichen Namen mit mindestens zwei Buchstaben.',
    nameLong: 'Ein öffentlicher Name hat höchstens 40 Zeichen.',
    nameLetters: 'Verwenden Sie nur Buchstaben, Ziffern, Leerzeichen und . _ -',
    nameOffice: 'Wählen Sie einen Namen, den hier niemand für ein Amt hält.',
    dataset: 'Wählen Sie einen Datensatz.',
    languages: 'Sagen Sie, welche Sprachen Sie gut lesen.',
    agreed: 'Lesen Sie, wie das Prüfen abläuft, und sagen Sie, dass Sie einverstanden sind.',
    answer: 'Nehmen Sie an oder lehnen Sie ab.',
  },
  errors: {
    answered: 'Jemand anderes hat diese Bewerbung schon beantwortet, oder sie ist beendet.',
    noAccount: 'Dieses Konto gibt es nicht mehr.',
    takesNone: 'Dieser Datensatz nimmt zurzeit keine Freiwilligen auf.',
    anotherDataset: 'Wählen Sie einen anderen Datensatz.',
    nameTaken: 'Diesen öffentlichen Namen hat schon jemand.',
    anotherName: 'Wählen Sie einen anderen öffentlichen Namen.',
    reviews: 'Sie prüfen diesen Datensatz schon.',
    waits: 'Sie haben sich schon beworben; eine Leitung hat noch nicht geantwortet.',
    confirmed: 'Diese Adresse ist schon bestätigt.',
    over: 'Die Frist zum Bestätigen ist abgelaufen. Bitte senden Sie Ihre Bewerbung noch einmal.',
    disabled: 'Das Konto zu dieser Adresse wurde gesperrt. Wenden Sie sich an die Verwaltung.',
    noPassword: 'Wählen Sie ein Passwort.',
    noInterest:
      'In dieser Bewerbung ist kein eigenes Interesse genannt; es gibt keinen Grund, die Person fernzuhalten.',
  },
}
