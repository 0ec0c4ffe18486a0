/** As in English. */
import type { Translation } from '@/lib/i18n/translation'
import type { forms as english } from '../../en/takedowns/forms'

export const forms: Translation<typeof english> = {
  name: { label: 'Ihr Name', missing: 'Geben Sie Ihren Namen an' },
  signature: {
    label: 'Ihr vollständiger Name',
    hint: 'Er gilt zugleich als Ihre Unterschrift. Haben Sie nur einen Namen, schreiben Sie ihn zweimal.',
    missing: 'Unterschreiben Sie mit vollständigem Namen: Vorname und Nachname',
  },
  email: {
    label: 'Ihre E-Mail-Adresse',
    hint: 'Wir schicken einen Link zur Bestätigung, danach eine Eingangsbestätigung und das Ergebnis. Sonst nichts.',
    missing: 'Geben Sie Ihre E-Mail-Adresse an',
  },
  privacy: {
    choice: 'Es geht um mich',
    choiceHint:
      'Personenbezogene Daten: ein Name mit Anschrift, eine Telefonnummer, ein Link zu einem Foto, etwas Privates.',
    title: 'Ihre personenbezogenen Daten',
    law: 'DSGVO, Artikel 15 bis 18 und 21; CCPA, § 1798.120',
    plain:
      'Sie können verlangen, dass Daten über Sie gelöscht, berichtigt oder eine Zeit lang nicht verwendet werden, ihrer Verwendung oder ihrem Verkauf widersprechen oder fragen, was da ist. Sie müssen nicht sagen, warum, und es kostet nichts. Sie erhalten innerhalb eines Monats eine Antwort.',
    right: {
      label: 'Was verlangen Sie?',
      hint: 'Kreuzen Sie alles an, was Sie wollen. Jedes wird innerhalb der Frist seines Gesetzes für sich beantwortet.',
      missing: 'Wählen Sie, was Sie verlangen',
      erasure: 'Die Löschung',
      erasureHint: 'Artikel 17. Sie müssen keinen Grund nennen.',
      objection: 'Ich widerspreche der Verwendung',
      objectionHint: 'Artikel 21. Schreiben Sie unten etwas zu Ihrer Situation.',
      restriction: 'Aufbewahren, aber vorerst nicht verwenden',
      restrictionHint:
        'Artikel 18. Zum Beispiel, bis geklärt ist, ob es stimmt oder ob Sie widersprechen können, oder weil Sie es für einen Anspruch brauchen. Es bleibt aus allem heraus, was wir veröffentlichen, und wir schreiben Ihnen, bevor das endet.',
      optOutOfSale: 'Nicht verkaufen und nicht weitergeben',
      optOutOfSaleHint:
        'Kalifornien, § 1798.120. Sie müssen keinen Grund nennen und nicht beweisen, wer Sie sind.',
      rectification: 'Die Berichtigung',
      rectificationHint: 'Artikel 16. Schreiben Sie unten, was falsch ist.',
      access: 'Auskunft darüber, was da ist',
      accessHint: 'Artikel 15. Sie müssen keinen Grund nennen.',
    },
    correction: {
      label: 'Was ist falsch, und was ist richtig?',
      hint: 'Nur wenn Sie eine Berichtigung verlangen.',
      missing: 'Schreiben Sie, was falsch und was richtig ist',
    },
    relation: {
      label: 'Wessen Daten sind es?',
      missing: 'Wählen Sie, wessen Daten es sind',
      self: 'Meine',
      child: 'Die meines Kindes',
      agent: 'Die einer Person, für die ich handle',
      deceased: 'Die einer verstorbenen Person aus meiner Familie',
    },
    authority: {
      label: 'Was berechtigt Sie, für sie zu handeln?',
      hint: 'In wenigen Worten, zum Beispiel „Ich bin ihre Mutter“, „eine Vollmacht vom 3. Mai“ oder „Ich habe ihn beerbt“. Nur bei einem Zweifel bitten wir darum, etwas zu sehen.',
      missing: 'Schreiben Sie in mindestens 10 Zeichen, was Sie berechtigt, für sie zu handeln',
    },
    regime: {
      label: 'Wo leben Sie?',
      hint: 'Davon hängt ab, welches Gesetz gilt, was Sie danach verlangen können und wann wir antworten müssen. Lassen Sie es offen, gilt das strengste.',
      gdpr: 'In der Europäischen Union, in Island, Liechtenstein oder Norwegen',
      uk: 'Im Vereinigten Königreich',
      ccpa: 'In Kalifornien',
      other: 'Anderswo',
    },
    identifiers: {
      label: 'Wonach sollen wir suchen?',
      hint: 'Eine Angabe pro Zeile, so wie sie dort stehen kann: E-Mail-Adresse, Telefonnummer, Nutzername, Straße. Nur für die Suche; verschlüsselt, nie veröffentlicht.',
    },
    statement: {
      label: 'Sollten wir noch etwas wissen?',
      hint: 'Zum Beispiel, wenn jemand dadurch in Gefahr ist.',
    },
  },
  copyright: {
    choice: 'Es ist mein Werk, ohne Erlaubnis kopiert',
    choiceHint:
      'Urheberrecht: ein Text, ein Bild oder Programmcode, an dem Sie die Rechte haben oder für den Sie sprechen dürfen.',
    title: 'Eine Kopie Ihres Werks melden',
    law: '17 U.S.C. § 512(c)(3)',
    plain:
      'Das Gesetz zählt auf, was eine solche Mitteilung enthalten muss: Deshalb ist dieses Formular länger als die anderen.',
    work: {
      label: 'Um welches Werk geht es?',
      hint: 'Titel, Urheberin oder Urheber und wo es veröffentlicht wurde. Wenn es viele sind, nennen Sie einige, die für die übrigen stehen.',
      missing: 'Beschreiben Sie das Werk in mindestens 20 Zeichen',
    },
    workUrl: { label: 'Wo ist das Original zu sehen?', hint: 'Eine Adresse im Web.' },
    relation: {
      label: 'Welches Recht haben Sie daran?',
      missing: 'Wählen Sie, welches Recht Sie an dem Werk haben',
      owner: 'Mir gehört das Urheberrecht',
      agent: 'Ich bin befugt, für die Person zu handeln, der es gehört',
    },
    reach: {
      label: 'Wie viel vom Datensatz ist es?',
      hint: 'Ohne Auswahl gilt, was Sie aufgeführt haben, und sonst nichts.',
      listed: 'Nur, was ich aufgeführt habe',
      whole: 'Der ganze Datensatz: Was ich aufgeführt habe, steht für den Rest',
    },
    whole: {
      label: 'Erklärung über den ganzen Datensatz',
      missing: 'Kreuzen Sie an, dass der ganze Datensatz gemeint ist, oder wählen Sie nur das Aufgeführte',
      declared:
        'Ich habe genug vom Datensatz gesehen, um nach bestem Wissen zu sagen, dass alles darin und nicht nur ein Teil das genannte Recht verletzt. Mir ist bewusst, dass dann alles angesehen würde, auch was andere darin geschrieben haben.',
    },
    name: {
      label: 'Ihr vollständiger Name',
      hint: 'Er gilt zugleich als Unterschrift unter dieser Mitteilung, für den Inhaber, wenn Sie für einen handeln. Haben Sie nur einen Namen, schreiben Sie ihn zweimal.',
    },
    postal: {
      label: 'Ihre Postanschrift oder Telefonnummer',
      hint: 'Das Gesetz verlangt eines von beiden. Es wird nie veröffentlicht.',
      missing: 'Geben Sie eine Postanschrift oder eine Telefonnummer an',
    },
    warning:
      'Wer wissentlich falsch angibt, dass die Rechte an einem Werk verletzt sind, kann zum Ersatz von Schaden und Kosten herangezogen werden (17 U.S.C. § 512(f)). Prüfen Sie vor dem Absenden, ob die Verwendung als „fair use“ erlaubt ist.',
  },
  illegal_content: {
    choice: 'Es ist rechtswidrig oder hetzerisch',
    choiceHint: 'Hass, Drohungen, Beleidigungen, ohne Einwilligung verbreitete intime Bilder.',
    title: 'Rechtswidrigen Inhalt melden',
    law: 'Verordnung (EU) 2022/2065 (Gesetz über digitale Dienste), Artikel 16',
    plain:
      'Eine solche Meldung dürfen alle abgeben. Sie müssen nicht wissen, gegen welches Gesetz verstoßen wird; wenn Sie es wissen, nennen Sie es.',
    concern: {
      label: 'Was ist es?',
      missing: 'Wählen Sie, was es ist',
      hate: 'Hass, Drohungen oder Belästigung',
      ncii: 'Ein intimes Bild, ohne Einwilligung verbreitet',
      nciiHint: 'Diesen Antrag sehen nur unsere Schutzbeauftragten.',
      childSafety: 'Sexueller Missbrauch eines Kindes',
      childSafetyHint:
        'Diesen Antrag sehen nur unsere Schutzbeauftragten. Beschreiben Sie das Material nicht und fügen Sie es nicht bei.',
      illegal: 'Etwas anderes, das rechtswidrig ist',
    },
    statement: {
      label: 'Warum halten Sie es für rechtswidrig?',
      hint: 'Einige Sätze. Nennen Sie das Land oder das Gesetz, wenn Sie es wissen.',
      missing: 'Erklären Sie in mindestens 20 Zeichen, warum es rechtswidrig ist',
    },
    alleged: {
      label: 'Gegen welches Gesetz wird verstoßen?',
      hint: 'Land und Paragraf, wenn Sie sie kennen.',
    },
    territory: { label: 'In welchen Ländern ist es rechtswidrig?' },
  },
  opt_out: {
    scope: {
      label: 'Was soll er umfassen?',
      hint: 'Nennen Sie alles davon unter „Wo steht es?“.',
      items: 'Nur die Einträge, die ich aufführe',
      author: 'Alles unter einem Autorennamen, den ich nenne',
      account: 'Alles aus einem Konto, das ich nenne',
      domain: 'Alles von einer Domain, die ich nenne',
      path: 'Alles unterhalb einer Adresse, die ich nenne',
    },
    future: {
      label: 'Was gilt für spätere Fassungen?',
      yes: 'Auch dort weglassen',
      yesHint: 'So halten wir es, wenn Sie nichts angeben.',
      no: 'Nur die Einträge entfernen, die jetzt da sind',
    },
    proof: {
      label: 'Falls wir nachfragen müssen: Wie könnten Sie zeigen, dass es Ihres ist?',
      hint: 'Jetzt ist nichts zu tun. Ein Ausweis ist nie nötig.',
      email: 'Ich antworte von einer E-Mail-Adresse unter der Domain',
      wellKnown: 'Ich lege eine kleine Datei auf die Website',
      dns: 'Ich trage für die Domain einen DNS-Eintrag ein',
      page: 'Ich schreibe es auf die Seite oder in das Konto',
    },
    account: {
      label: 'Welche Seite oder welches Konto ist das?',
      hint: 'Die ganze Webadresse, wenn es keine der oben genannten ist.',
    },
    choice: 'Mit meinem Werk soll keine KI trainiert werden',
    choiceHint: 'Widerspruch: Ihre Texte, Ihre Website, Ihr Konto.',
    title: 'Dem KI-Training widersprechen',
    law: 'Richtlinie (EU) 2019/790, Artikel 4 Absatz 3',
    plain:
      'Sie können sich die Nutzung Ihres Werks für Text und Data Mining vorbehalten. Wenn wir Ihrem Antrag folgen, gilt das auch für jede spätere Fassung des Datensatzes: Was aus derselben Quelle kommt, wird wieder weggelassen.',
    relation: {
      label: 'Inwiefern ist es Ihres?',
      missing: 'Wählen Sie, inwiefern es Ihres ist',
      author: 'Ich habe es geschaffen',
      holder: 'Ich habe die Rechte daran',
      site: 'Ich betreibe die Website oder das Konto, von dem es stammt',
    },
    statement: {
      label: 'Woran können wir sehen, dass es Ihres ist?',
      hint: 'Eine öffentliche Seite, auf der es steht, genügt, oder unten eine E-Mail-Adresse unter der Domain der Website.',
    },
  },
  licence: {
    choice: 'Die Lizenz meines Datensatzes wird verletzt',
    choiceHint:
      'Sie haben ihn unter Bedingungen veröffentlicht, die nicht eingehalten werden, oder nur mit Zugangskontrolle.',
    title: 'Verletzung einer Lizenz melden',
    plain:
      'Wurden Daten gegen ihre Bedingungen übernommen, können sie entfernt oder eingeschränkt werden oder die Nennung erhalten, die ihnen zusteht.',
    relation: {
      label: 'Was haben Sie damit zu tun?',
      missing: 'Wählen Sie, was Sie damit zu tun haben',
      publisher: 'Ich habe den Datensatz veröffentlicht, aus dem es stammt',
      controlled: 'Ich habe es nur mit Zugangskontrolle veröffentlicht',
      controlledHint: 'Zugang erhielt jede Person einzeln, aufgrund einer Vereinbarung.',
      holder: 'Ich habe Rechte daran',
    },
    reach: {
      label: 'Wie viel vom Datensatz ist es?',
      hint: 'Ohne Auswahl gilt, was Sie aufgeführt haben, und sonst nichts.',
      listed: 'Nur, was ich aufgeführt habe',
      whole: 'Der ganze Datensatz: Was ich aufgeführt habe, steht für den Rest',
    },
    whole: {
      label: 'Erklärung über den ganzen Datensatz',
      missing: 'Kreuzen Sie an, dass der ganze Datensatz gemeint ist, oder wählen Sie nur das Aufgeführte',
      declared:
        'Ich habe genug vom Datensatz gesehen, um nach bestem Wissen zu sagen, dass die genannten Bedingungen für alles darin und nicht nur für einen Teil gelten. Mir ist bewusst, dass dann alles angesehen würde, auch was andere darin geschrieben haben.',
    },
    licence: {
      label: 'Welche Lizenz oder welche Bedingungen?',
      hint: 'Name und Version, oder die Adresse, unter der sie stehen.',
      missing: 'Nennen Sie die Lizenz oder die Bedingungen',
    },
    statement: {
      label: 'Wie werden sie verletzt?',
      hint: 'Zum Beispiel: ohne Namensnennung, gewerblich genutzt, ohne Vereinbarung weitergegeben.',
      missing: 'Schreiben Sie in mindestens 20 Zeichen, wie die Bedingungen verletzt werden',
    },
    remedy: {
      label: 'Was soll geschehen?',
      missing: 'Wählen Sie, was geschehen soll',
      remove: 'Es soll entfernt werden',
      restrict: 'Es soll nur erhalten, wer den Bedingungen zugestimmt hat',
      attribute: 'Namen und Lizenz sollen genannt werden',
      other: 'Etwas anderes, das ich beschrieben habe',
    },
  },
  publicity: {
    choice: 'Mein Name, Gesicht oder meine Stimme wird verwendet',
    choiceHint:
      'Persönlichkeitsrecht: etwas, woran man eine Person erkennt, ohne Erlaubnis verwendet. Sie selbst, oder jemand, für den Sie handeln.',
    title: 'Verwendung eines Namens, Bildes oder einer Stimme melden',
    plain:
      'Vielerorts darf niemand Ihren Namen, Ihr Bild oder Ihre Stimme ohne Erlaubnis verwenden. Sind es einfach personenbezogene Daten, ist „Es geht um mich“ der kürzere Weg.',
    relation: {
      label: 'Um wen geht es?',
      missing: 'Wählen Sie, um wen es geht',
      self: 'Um mich',
      agent: 'Um jemanden, für den ich handle',
      heir: 'Um eine verstorbene Person, die ich beerbt habe',
    },
    authority: {
      label: 'Was berechtigt Sie, für sie zu handeln?',
      hint: 'In wenigen Worten, zum Beispiel „ein Vertrag vom 3. Mai“ oder „Ich bin ihre Tochter und Erbin“. Nur bei einem Zweifel bitten wir darum, etwas zu sehen.',
      missing: 'Schreiben Sie in mindestens 10 Zeichen, was Sie berechtigt, für sie zu handeln',
    },
    likeness: {
      label: 'Was wird verwendet?',
      missing: 'Wählen Sie, was verwendet wird',
      name: 'Ein Name',
      image: 'Ein Gesicht oder ein Bild',
      voice: 'Eine Stimme',
      other: 'Etwas anderes, woran man die Person erkennt',
    },
    statement: {
      label: 'Wie wird es verwendet?',
      missing: 'Schreiben Sie in mindestens 20 Zeichen, wie es verwendet wird',
    },
    permission: {
      label: 'War es jemals erlaubt?',
      missing: 'Wählen Sie, ob es jemals erlaubt war',
      none: 'Nein, nie',
      otherUse: 'Für etwas anderes, nicht hierfür',
      ended: 'Ja, aber die Erlaubnis ist beendet',
    },
    territory: {
      label: 'Auf welches Recht berufen Sie sich?',
      hint: 'Ein Land oder ein US-Bundesstaat genügt.',
    },
  },
  court_order: {
    choice: 'Ein Gericht hat es angeordnet',
    choiceHint: 'Sie sind Partei, vertreten eine Partei oder schreiben für das Gericht oder eine Behörde.',
    title: 'Gerichtliche Anordnung einreichen',
    plain:
      'Schreiben Sie uns, was angeordnet wurde und von wem. Wir bitten Sie vielleicht um eine Abschrift.',
    court: {
      label: 'Welches Gericht?',
      hint: 'Name, Ort und Land.',
      missing: 'Nennen Sie das Gericht',
    },
    caseNumber: { label: 'Aktenzeichen', missing: 'Geben Sie das Aktenzeichen an' },
    parties: { label: 'Wer sind die Parteien?', missing: 'Nennen Sie die Parteien' },
    ordered: {
      label: 'Was ist angeordnet?',
      hint: 'Der Wortlaut der Anordnung, ihr Datum und bis wann sie gilt.',
      missing: 'Schreiben Sie in mindestens 20 Zeichen, was angeordnet ist',
    },
    concerns: {
      label: 'Worum geht es darin?',
      missing: 'Wählen Sie, worum es darin geht',
      copyright: 'Urheberrecht',
      pii: 'Personenbezogene Daten',
      illegal: 'Rechtswidrige Inhalte, zum Beispiel eine Verleumdung',
      other: 'Etwas anderes',
    },
    confidential: {
      label: 'Verbietet die Anordnung, anderen davon zu erzählen?',
      missing: 'Wählen Sie, ob die Anordnung verbietet, anderen davon zu erzählen',
      no: 'Nein',
      yes: 'Ja',
      yesHint:
        'Dann lesen nur die davon, die darüber entscheiden. Wer den Datensatz pflegt, erfährt nichts, und das öffentliche Register führt sie nicht auf.',
    },
    relation: {
      label: 'In welcher Rolle schreiben Sie?',
      missing: 'Wählen Sie, in welcher Rolle Sie schreiben',
      party: 'Als Partei',
      counsel: 'In Vertretung einer Partei',
      authority: 'Für das Gericht oder eine Behörde',
    },
  },
  counter_notice: {
    choice: 'Etwas von mir wurde irrtümlich entfernt',
    choiceHint: 'Gegendarstellung zu einer Entfernung wegen Urheberrechts.',
    title: 'Gegendarstellung einreichen',
    law: '17 U.S.C. § 512(g)(3)',
    plain:
      'Wurde etwas, das Sie veröffentlicht haben, nach einer urheberrechtlichen Mitteilung entfernt und war das ein Irrtum, können Sie verlangen, dass es zurückkommt. Das Gesetz zählt auf, was eine Gegendarstellung enthält. Auch eine anwaltliche Vertretung oder eine andere Person darf sie für Sie abgeben.',
    reference: {
      label: 'Nummer der Entfernung',
      hint: 'Sie steht im Schreiben oder auf der Seite zur Entfernung, etwa 7QK4-M2XD.',
      missing: 'Geben Sie die Nummer an, etwa 7QK4-M2XD',
    },
    relation: {
      label: 'Was haben Sie damit zu tun?',
      missing: 'Wählen Sie, was Sie damit zu tun haben',
      owner: 'Ich habe veröffentlicht, was entfernt wurde',
      agent: 'Ich handle für die Person, die es veröffentlicht hat',
    },
    statement: {
      label: 'Warum war es ein Irrtum?',
      hint: 'Zum Beispiel: Es ist Ihr eigenes Werk, Sie haben eine Lizenz, es ist etwas anderes, als in der Mitteilung steht.',
      missing: 'Erklären Sie in mindestens 20 Zeichen, warum es ein Irrtum war',
    },
    address: {
      label: 'Ihre Postanschrift',
      hint: 'Das Gesetz verlangt beides. Beides erhält, wer die Entfernung verlangt hat; veröffentlicht wird es nie.',
      missing: 'Geben Sie Ihre Postanschrift an',
    },
    phone: {
      label: 'Ihre Telefonnummer',
      hint: 'Mit der Vorwahl des Landes, etwa +49.',
      missing: 'Geben Sie Ihre Telefonnummer an',
    },
    warning:
      'Ihren Namen, Ihre Anschrift, Ihre Telefonnummer und diese Gegendarstellung erhält, wer die Entfernung verlangt hat: Sie können verklagt werden. Geschieht das nicht, kommt nach 10 bis 14 Werktagen zurück, was entfernt wurde. Wer wissentlich falsch angibt, dass es irrtümlich entfernt wurde, kann zum Ersatz von Schaden und Kosten herangezogen werden (17 U.S.C. § 512(f)).',
  },
  retraction: {
    choice: 'Ich möchte zurücknehmen, was ich verlangt habe',
    choiceHint: 'Einen ganzen Antrag oder einen Teil davon.',
    title: 'Einen Antrag zurücknehmen',
    plain:
      'Was nur wegen Ihres Antrags entfernt wurde, kommt zurück, soweit Sie ihn zurücknehmen. Ist noch nichts entschieden, geht es mit „Zurückziehen“ auf der Seite Ihres Antrags schneller.',
    reference: {
      label: 'Nummer des Antrags',
      hint: 'Sie steht in unseren Schreiben und auf der Seite Ihres Antrags, etwa 7QK4-M2XD.',
      missing: 'Geben Sie die Nummer an, etwa 7QK4-M2XD',
    },
    extent: {
      label: 'Wie viel davon?',
      missing: 'Wählen Sie, wie viel davon Sie zurücknehmen',
      whole: 'Alles',
      wholeHint: 'Sie müssen oben nichts aufführen.',
      part: 'Nur, was ich oben aufführe',
      partHint: 'Der Rest des Antrags bleibt, wie er ist.',
      except: 'Alles außer dem, was ich oben aufführe',
      exceptHint: 'Was Sie aufführen, bleibt entfernt.',
    },
    statement: { label: 'Sollten wir noch etwas wissen?' },
    email: {
      hint: 'Dieselbe Adresse, von der aus der Antrag gestellt wurde: Daran erkennen wir, dass es Ihrer ist.',
    },
  },
  complaint: {
    choice: 'Etwas, das ich geschrieben habe, wurde entfernt',
    choiceHint: 'Und ich bin nicht einverstanden, was immer der Grund war.',
    title: 'Sich über eine Entfernung beschweren',
    law: 'Verordnung (EU) 2022/2065, Art. 20',
    plain:
      'Wurde etwas entfernt oder verdeckt, das Sie geschrieben haben, können Menschen noch einmal hinsehen, die an der Entscheidung nicht beteiligt waren. Erst sieht jemand nach, ob es von Ihnen ist. Nach einer urheberrechtlichen Mitteilung ist eine Gegendarstellung der schnellere Weg.',
    relation: {
      label: 'Was haben Sie damit zu tun?',
      missing: 'Wählen Sie, was Sie damit zu tun haben',
      author: 'Ich habe geschrieben, was entfernt wurde',
      agent: 'Ich handle für die Person, die es geschrieben hat',
    },
    authority: {
      label: 'Was berechtigt Sie, für sie zu handeln?',
      hint: 'In wenigen Worten, zum Beispiel „Ich vertrete sie anwaltlich“, „eine Vollmacht vom 3. Mai“ oder „Ich habe ihn beerbt“. Nur bei einem Zweifel bitten wir darum, etwas zu sehen.',
      missing: 'Schreiben Sie in mindestens 10 Zeichen, was Sie berechtigt, für sie zu handeln',
    },
    statement: {
      label: 'Warum hätte es nicht entfernt werden sollen?',
      hint: 'Wer noch einmal hinsieht, liest das.',
      missing: 'Erklären Sie in mindestens 20 Zeichen, warum es nicht hätte entfernt werden sollen',
    },
    shown: {
      label: 'Woran sehen wir, dass es von Ihnen ist?',
      hint: 'Zum Beispiel: Ihre Adresse steht darin, oder es steht auf Ihrer eigenen Seite. Keine Ausweise.',
    },
  },
  other: {
    choice: 'Etwas anderes',
    choiceHint: 'Was oben nicht passt.',
    title: 'Etwas anderes beantragen',
    plain: 'Schreiben Sie es uns mit eigenen Worten. Ein Mensch liest es.',
    statement: {
      label: 'Was verlangen Sie, und warum?',
      missing: 'Schreiben Sie uns in mindestens 20 Zeichen, was Sie verlangen',
    },
  },
}
