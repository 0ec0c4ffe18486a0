import type { Translation } from '@/lib/i18n/translation'
import type { intake as english } from '../en/intake'

export const intake: Translation<typeof english> = {
  router: {
    title: 'Was ist geschehen?',
    what: {
      me: {
        label: 'Dort steht etwas über mich',
        hint: 'Mein Name mit Anschrift, ein Bild, eine Nachricht, etwas Privates.',
      },
      work: {
        label: 'Dort steht etwas, das ich geschaffen habe',
        hint: 'Ein Text, ein Bild, Programmcode, ein Datensatz.',
      },
      harm: {
        label: 'Dort steht etwas Rechtswidriges oder Hetzerisches',
        hint: 'Hass, Drohungen, intime Bilder, Missbrauch eines Kindes.',
      },
      removed: { label: 'Etwas von mir wurde entfernt', hint: 'Und ich halte das für einen Irrtum.' },
      asked: {
        label: 'Ich habe schon einen Antrag gestellt',
        hint: 'Ich möchte sehen, wie es steht, Einspruch erheben oder ihn zurücknehmen.',
      },
      court: { label: 'Ein Gericht hat darüber entschieden', hint: 'Ich habe eine Anordnung.' },
      other: { label: 'Etwas anderes', hint: 'Ich schreibe es mit eigenen Worten.' },
    },
    then: {
      me: {
        title: 'Was soll geschehen?',
        answers: {
          erase: 'Es soll entfernt werden',
          correct: 'Es soll berichtigt werden',
          know: 'Ich möchte wissen, was da ist',
          object: 'Es soll nicht mehr verwendet werden',
          pause: 'Es soll bleiben, aber nicht verwendet werden, bis etwas geklärt ist',
          sale: 'Es soll nicht verkauft oder weitergegeben werden (Kalifornien)',
          likeness: 'Mein Name, Gesicht oder meine Stimme wird für etwas verwendet, das ich nie erlaubt habe',
          intimate: 'Es ist ein intimes Bild von mir',
        },
      },
      work: {
        title: 'Worum geht es?',
        answers: {
          copy: 'Es wurde ohne Erlaubnis kopiert',
          train: 'Damit soll keine KI trainiert werden',
          terms: 'Ich habe es veröffentlicht, und Lizenz oder Zugangsbedingungen werden verletzt',
        },
      },
      harm: {
        title: 'Was ist es?',
        answers: {
          hate: 'Hass, Drohungen oder Belästigung',
          intimate: 'Ein intimes Bild, ohne Einwilligung gezeigt',
          child: 'Sexueller Missbrauch eines Kindes',
          illegal: 'Etwas anderes, das rechtswidrig ist',
        },
      },
      removed: {
        title: 'Warum wurde es entfernt?',
        answers: {
          counter: 'Wegen einer urheberrechtlichen Mitteilung',
          author: 'Aus einem anderen Grund, oder ich weiß es nicht',
          maintain: 'Wegen einer Entscheidung über meinen Datensatz',
        },
      },
      asked: {
        title: 'Was möchten Sie?',
        answers: {
          follow: 'Sehen, wie es steht, oder Angaben ergänzen',
          contest: 'Einspruch gegen das Ergebnis erheben',
          back: 'Alles oder einen Teil davon zurücknehmen',
        },
      },
    },
    told: {
      follow: {
        title: 'Die Seite Ihres Antrags',
        text: 'In der E-Mail „We have received your request“ steht ein persönlicher Link. Dahinter sehen Sie, wie es steht, ergänzen Angaben, ziehen den Antrag zurück oder erheben Einspruch. Haben Sie ihn verloren, lassen Sie ihn sich unten noch einmal schicken.',
      },
      contest: {
        title: 'Einspruch gegen das Ergebnis',
        text: 'Öffnen Sie den persönlichen Link in der E-Mail „We have received your request“. Unter dem Ergebnis steht ein Formular: Dann sehen Menschen noch einmal hin, die an der Entscheidung nicht beteiligt waren. Sie haben sechs Monate Zeit.',
      },
      maintain: {
        title: 'Einspruch gegen eine Entscheidung über Ihren Datensatz',
        text: 'Melden Sie sich an und öffnen Sie den Fall: Dort sagen Sie, was übersehen wurde, und Menschen, die nicht beteiligt waren, sehen noch einmal hin. Hat jemand ein Urheberrecht an dem geltend gemacht, was Sie veröffentlicht haben, ist eine Gegendarstellung der schnellere Weg.',
      },
    },
    link: {
      title: 'Den Link noch einmal schicken lassen',
      text: 'Er geht an die Adresse, mit der Sie gefragt haben, und an keine andere. Wer etwas ohne Adresse gemeldet hat, hat nur den Link: Er steht sonst nirgends.',
      reference: 'Die Nummer Ihres Antrags',
      referenceHint: 'Acht Buchstaben und Ziffern, wie 7K3M-Q2ZD. Sie steht in jedem Brief von uns.',
      email: 'Die E-Mail-Adresse, mit der Sie gefragt haben',
      action: 'Noch einmal schicken',
      sending: 'Wird geschickt …',
      asked:
        'Gibt es einen solchen Antrag mit dieser Adresse, ist der Link dorthin unterwegs. Eine Adresse bekommt nur wenige Briefe am Tag.',
    },
    again: 'Von vorn beginnen',
    signIn: 'Anmelden',
    counter: 'Eine Gegendarstellung einreichen',
    all: 'Oder wählen Sie selbst das Formular',
    step: 'Frage {n} von 2',
  },
}
