/** Every word of the pages where a removal is asked for and followed, in files as in English. */
import type { Translation } from '@/lib/i18n/translation'
import type { takedowns as english } from '../en/takedowns'
import { attestations } from './takedowns/attestations'
import { check } from './takedowns/check'
import { confirm } from './takedowns/confirm'
import { errors } from './takedowns/errors'
import { form } from './takedowns/form'
import { forms } from './takedowns/forms'
import { input } from './takedowns/input'
import { reading } from './takedowns/reading'
import { redress } from './takedowns/redress'
import { result } from './takedowns/result'
import { seen } from './takedowns/seen'
import { steps } from './takedowns/steps'
import { target } from './takedowns/target'
import { track } from './takedowns/track'

export const takedowns: Translation<typeof english> = {
  title: 'Entfernung beantragen',
  description:
    'Personenbezogene Daten, das eigene Werk, rechtswidrige Inhalte: Beantragen Sie, dass etwas aus einem Datensatz entfernt wird. Ein Konto ist nicht nötig.',
  question: 'Worum geht es Ihnen?',
  lead: 'Alle können beantragen, dass etwas aus einem Datensatz entfernt wird. Das kostet nichts und braucht kein Konto. Ein Mensch entscheidet und nennt Ihnen die Gründe.',
  how: {
    title: 'So läuft es ab',
    say: 'Sie sagen, wo es steht und was Sie verlangen. Das Formular dauert etwa fünf Minuten.',
    confirm:
      'Sie bestätigen Ihre E-Mail-Adresse über einen Link, den wir Ihnen schicken. Bis dahin liest niemand den Antrag.',
    decide: 'Ein Programm sucht die Einträge, die Sie genannt haben. Über jeden davon entscheiden Menschen.',
    outcome:
      'Sie erhalten das Ergebnis mit seinen Gründen und können auf einer eigenen, nicht öffentlichen Seite alles verfolgen.',
  },
  term: {
    title: 'So lange dauert es',
    law: 'ein Monat, wie es das Gesetz vorsieht',
    promise: '{n, plural, one {# Arbeitstag} other {# Arbeitstage}}, von uns selbst zugesagt',
  },
  public: {
    title: 'Was öffentlich ist',
    text: 'Das öffentliche Protokoll hält fest, dass es einen Antrag zu einem Datensatz gab und wann. Ist er beantwortet, kann eine geschwärzte Meldung darüber im <register>Register</register> erscheinen: nie, von wem er stammt, und nie, was darin stand. Ihr Name, Ihre Adresse und Ihre Worte werden verschlüsselt, nur von denen gelesen, die den Antrag beantworten, und ein Jahr nach dem Absenden gelöscht, oder später, wenn von Ihrem Antrag nichts mehr offen ist und der Antwort nicht mehr widersprochen werden kann.',
  },
  forms,
  attestations,
  form,
  readers: {
    who: 'Ihren Namen, Ihre Adresse und was Sie schreiben, liest die Leitung des Datensatzes. Die Verwaltung liest es nur, wo der Antwort eine zweite Person zustimmen muss, und in Briefen an Sie, die noch nicht verschickt sind.',
    maintainers:
      'Die Betreuung des Datensatzes, die ihn veröffentlicht, sieht, worum es in dem Antrag geht, aber weder Ihren Namen noch Ihre Adresse.',
    maintainersOfPlaces:
      'Die Betreuung des Datensatzes, die ihn veröffentlicht, sieht, um welche Einträge, Links und Websites es geht, aber weder Ihren Namen noch Ihre Adresse und nicht die Namen, Textstellen und Nummern, nach denen wir suchen sollen.',
  },
  seen,
  check,
  target,
  reading,
  sent: {
    title: 'Sehen Sie in Ihren E-Mails nach',
    text: 'Wir haben Ihren Antrag erhalten und einen Link an die angegebene Adresse geschickt. Öffnen Sie ihn innerhalb von {n, plural, one {# Stunde} other {# Stunden}} und drücken Sie dort den Knopf. Bis dahin liest niemand den Antrag; wenn Sie nichts tun, wird er gelöscht.',
    again: 'schicken Sie den Antrag noch einmal',
  },
  confirm,
  track,
  steps,
  outcome: {
    actioned: 'Mit allem, was wir gefunden haben, haben wir getan, was Sie verlangt haben.',
    partially_actioned:
      'Wir haben einen Teil dessen getan, was Sie verlangt haben. Die Gründe stehen bei jedem Eintrag.',
    no_action:
      'Wir haben den Datensatz nicht geändert. Die Gründe stehen bei jedem Eintrag, ebenso was Sie tun können.',
  },
  follows: {
    nothing: 'In der nächsten Ausgabe ändert sich nichts.',
    change:
      'Die nächste Ausgabe zeigt die Änderung. Kopien, die andere von früheren Ausgaben gemacht haben, sind für uns nicht erreichbar.',
    forATime:
      'Die nächste Ausgabe zeigt die Änderung. Was herausgelassen wird, bleibt gespeichert und wird zu nichts anderem verwendet, solange die Einschränkung gilt. Wir schreiben Ihnen, bevor sie endet (DSGVO Art. 18 Abs. 3). Kopien, die andere von früheren Ausgaben gemacht haben, sind für uns nicht erreichbar.',
    standing:
      'Die nächste Ausgabe zeigt die Änderung. Ein ständiger Ausschluss hält außerdem aus späteren Fassungen heraus, was aus derselben Quelle kommt; kommt es in einer wieder, schreiben wir Ihnen, solange wir Ihre Adresse haben: ein Jahr ab Ihrem Antrag, länger, wenn davon noch etwas offen ist. Kopien, die andere von früheren Ausgaben gemacht haben, sind für uns nicht erreichbar.',
  },
  keptOutByRules:
    '{n, plural, one {Ein Text, den Sie genannt haben, wird} other {# Texte, die Sie genannt haben, werden}} durch eine dauerhafte Regel darüber herausgehalten, woher {n, plural, one {er kommt} other {sie kommen}}, und durch keine Entscheidung über einen Text. Jemand, der diese Regel nicht gemacht hat, hat Ihre Beschwerde angesehen, und die Regel bleibt: Sie gilt für alles, was von dort kommt, deshalb kann kein einzelner Text durchgelassen werden. Was Sie stattdessen tun können: Wurde die Regel gemacht, weil Sie es verlangt haben, nehmen Sie diesen Antrag auf seiner Seite zurück. Wurde sie wegen einer Urheberrechtsmeldung gemacht, senden Sie eine Gegendarstellung, die sie beenden kann. Sonst senden Sie einen Antrag unter „Etwas anderes“ und schreiben, warum die Regel für alles enden soll, was sie heraushält.',
  redress,
  result,
  input,
  errors,
}
