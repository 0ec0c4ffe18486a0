/** As in English. */
import type { Translation } from '@/lib/i18n/translation'
import type { attestations as english } from '../../en/takedowns/attestations'

export const attestations: Translation<typeof english> = {
  'copyright-1': {
    good_faith: {
      text: 'Ich bin in gutem Glauben davon überzeugt, dass weder die Person, der die Rechte an dem Werk zustehen, noch wer für sie handelt, noch das Gesetz die von mir beschriebene Verwendung erlaubt. Ich habe geprüft, ob sie als „fair use“ erlaubt ist.',
      plain:
        'Sie haben sich die Verwendung angesehen und glauben ehrlich, dass niemand sie erlaubt hat, der sie erlauben könnte.',
      missing: 'Setzen Sie das Häkchen bei der Erklärung in gutem Glauben',
    },
    authority: {
      text: 'Die Angaben in diesem Antrag sind richtig, und ich versichere unter Strafandrohung wegen Meineids („under penalty of perjury“), dass mir ein ausschließliches Recht zusteht, das verletzt wird, oder dass ich befugt bin, für die Person zu handeln, der es zusteht.',
      plain:
        'Alles, was Sie geschrieben haben, ist wahr, und das Werk gehört Ihnen, oder Sie dürfen für die Person sprechen, der es gehört.',
      missing:
        'Setzen Sie das Häkchen dabei, dass das Werk Ihnen gehört oder Sie für die Person sprechen dürfen, der es gehört',
    },
  },
  'privacy-1': {
    subject: {
      text: 'Die Daten, um die es mir geht, betreffen mich oder eine Person, für die ich handeln darf.',
      plain: 'Wir verlangen keinen Ausweis.',
      missing:
        'Setzen Sie das Häkchen dabei, dass es um Daten über Sie geht oder über jemanden, für den Sie handeln dürfen',
    },
  },
  'illegal_content-1': {
    good_faith: {
      text: 'Ich bin in gutem Glauben davon überzeugt, dass die Angaben und Anführungen in dieser Meldung richtig und vollständig sind.',
      plain: 'Sie haben geschrieben, was Sie wissen, und nichts weggelassen, was das Bild verändern würde.',
      missing: 'Setzen Sie das Häkchen bei der Erklärung in gutem Glauben',
    },
  },
  'opt_out-1': {
    authority: {
      text: 'Was ich aufgeführt habe, habe ich geschaffen, oder ich habe die Rechte daran, oder ich betreibe die Website oder das Konto, von dem es stammt, und ich behalte mir seine Nutzung für Text und Data Mining und für das Training von Modellen vor.',
      plain: 'Es ist Ihres, und Sie wollen nicht, dass Maschinen damit trainiert werden.',
      missing: 'Setzen Sie das Häkchen dabei, dass Sie es sich vorbehalten dürfen',
    },
  },
  'licence-1': {
    authority: {
      text: 'Was ich geschrieben habe, ist richtig, soweit ich weiß. Ich bin in gutem Glauben davon überzeugt, dass die Verwendung die genannten Bedingungen verletzt, und ich darf mich auf sie berufen oder für die Person handeln, die es darf.',
      plain:
        'Sie haben geschrieben, was Sie wissen, und die Bedingungen sind Ihre, oder Sie dürfen für die sprechen, denen sie zustehen.',
      missing: 'Setzen Sie das Häkchen dabei, dass Sie sich auf die Bedingungen berufen dürfen',
    },
  },
  'publicity-1': {
    subject: {
      text: 'Ich bin die Person, deren Name, Bild oder Stimme verwendet wird, oder darf für sie handeln, und ich bin in gutem Glauben davon überzeugt, dass niemand diese Verwendung erlaubt hat, der sie erlauben könnte.',
      plain: 'Es geht um Sie oder um jemanden, für den Sie handeln dürfen, und es gibt keine Erlaubnis.',
      missing:
        'Setzen Sie das Häkchen dabei, dass es um Sie geht oder um jemanden, für den Sie handeln dürfen',
    },
  },
  'court_order-1': {
    accurate: {
      text: 'Die Anordnung stammt von dem genannten Gericht, gilt, soweit ich weiß, und sagt, was ich geschrieben habe.',
      plain: 'Die Anordnung gibt es wirklich, und sie gilt noch.',
      missing: 'Setzen Sie das Häkchen dabei, dass die Anordnung gilt',
    },
  },
  'counter_notice-1': {
    mistake: {
      text: 'Unter Strafandrohung wegen Meineids („under penalty of perjury“) erkläre ich: Ich bin in gutem Glauben davon überzeugt, dass das Aufgeführte irrtümlich entfernt wurde oder weil es mit etwas anderem verwechselt wurde.',
      plain: 'Sie halten die Entfernung ehrlich für einen Fehler. Hier zu lügen ist strafbar.',
      missing: 'Setzen Sie das Häkchen dabei, dass es irrtümlich entfernt wurde',
    },
    jurisdiction: {
      text: 'Ich stimme der Zuständigkeit des Bundesbezirksgerichts („Federal District Court“) zu, in dessen Bezirk meine Anschrift liegt, oder, wenn sie außerhalb der Vereinigten Staaten liegt, jedes Bezirks, in dem der Anbieter dieses Dienstes belangt werden kann.',
      plain: 'Ein Gericht der Vereinigten Staaten darf darüber entscheiden.',
      missing: 'Setzen Sie das Häkchen zum zuständigen Gericht',
    },
    service: {
      text: 'Ich nehme Zustellungen der Person an, die die Entfernung verlangt hat, oder von jemandem, der für sie handelt.',
      plain: 'Wer die Entfernung verlangt hat, darf Ihnen eine Klage zustellen lassen.',
      missing: 'Setzen Sie das Häkchen dabei, dass Sie Zustellungen annehmen',
    },
  },
  'retraction-1': {
    authority: {
      text: 'Den genannten Antrag habe ich gestellt, oder ich darf für die Person handeln, die ihn gestellt hat, und ich nehme ihn zurück, soweit ich es angegeben habe.',
      plain: 'Es ist Ihr eigener Antrag, und Sie wissen, dass zurückkommen kann, was entfernt wurde.',
      missing: 'Setzen Sie das Häkchen dabei, dass es Ihr Antrag ist',
    },
  },
  'complaint-1': {
    author: {
      text: 'Ich habe geschrieben, was ich hier genannt habe, oder bin befugt, für die Person zu handeln, die es geschrieben hat, und meine Angaben sind richtig, soweit ich weiß.',
      plain: 'Es ist Ihr eigener Text oder der einer Person, für die Sie handeln dürfen.',
      missing: 'Kreuzen Sie an, dass es Ihr eigener Text ist',
    },
  },
  'other-1': {
    accurate: {
      text: 'Die Angaben in diesem Antrag sind richtig, soweit ich weiß.',
      plain: 'Sie haben geschrieben, was nach Ihrem Wissen stimmt.',
      missing: 'Setzen Sie das Häkchen dabei, dass Ihre Angaben richtig sind',
    },
  },
  'urgent_child-1': {
    sent: {
      text: 'Meine Meldung trifft nach bestem Wissen und Gewissen zu.',
      plain: 'Sie müssen nicht sicher sein und nichts beweisen.',
      missing: 'Laden Sie diese Seite neu und senden Sie sie dann ab',
    },
  },
  'urgent_intimate-1': {
    good_faith: {
      text: 'Nach bestem Wissen und Gewissen wurde dieses Bild ohne Einwilligung der abgebildeten Person öffentlich.',
      plain:
        'Die Person darauf hat nie zugestimmt, dass es gezeigt wird, oder jemand anderes hat es erfunden.',
      missing: 'Setzen Sie das Häkchen dabei, dass es ohne Einwilligung öffentlich wurde',
    },
  },
}
