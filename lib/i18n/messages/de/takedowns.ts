/** Every word of the pages where a removal is asked for and followed, as in English: one area, so one file. */
import type { Translation } from '@/lib/i18n/translation'
import type { takedowns as english } from '../en/takedowns'

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

  forms: {
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
  },

  attestations: {
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
  },

  form: {
    urgent: 'Dies wartet nicht auf ein Formular und fragt weniger:',
    step: 'Schritt 1 von 2',
    back: 'Etwas anderes wählen',
    where: 'Wo steht es?',
    dataset: 'In welchem Datensatz?',
    datasetChoose: 'Wählen Sie einen Datensatz',
    about: 'Worum geht es?',
    who: 'Wer sind Sie?',
    declare: 'Was Sie erklären',
    declareOne: 'Nur eines.',
    declareLaw: 'Die Worte sind von uns; was sie sagen, verlangt das Gesetz: {law}.',
    plainly: 'In einfachen Worten: {plain}',
    warning: 'Bevor Sie weitermachen',
    optional: '{question} (freiwillig)',
    checking: 'Wird geprüft …',
    check: 'Angaben prüfen',
    nothingSent: 'Noch wird nichts abgeschickt.',
    targets: 'Was genau?',
    targetsHint:
      'Eine Angabe pro Zeile: ein Link, eine Webadresse, eine Datei mit Zeile (train.jsonl#12), eine Prüfsumme, eine Quellenkennung. Oder der genaue Wortlaut in Anführungszeichen. Sie können auch einen ganzen Brief einfügen.',
    file: 'Eine Liste oder ein Text als Datei',
    fileHave: 'Ich habe eine Liste oder den Text als Datei',
    fileHint:
      'CSV oder JSON mit bis zu 20.000 Einträgen, höchstens 5 MB: eine Spalte url, oder file und row, oder id, digest, text. Oder eine Textdatei, in der nur der gesuchte Wortlaut steht.',
    fileKept:
      '{n, plural, one {# Eintrag Ihrer Datei gehört} other {# Einträge Ihrer Datei gehören}} dazu. Wählen Sie eine andere Datei, um sie zu ersetzen.',
    fileDrop: 'Die Datei weglassen',
    kept: 'Was Sie eingeben, bleibt in diesem Tab, nur auf diesem Gerät, bis Sie es abschicken oder den Tab schließen.',
    restored: 'Was Sie eingegeben hatten, steht wieder da.',
    forget: 'Mit leerem Formular neu beginnen',
    targetsHintPrivacy:
      'Was Sie wissen, in jeder Zeile eines: eine Webadresse, ein Link, der genaue Wortlaut in Anführungszeichen, Datei und Zeile (train.jsonl#12). Wenn Sie nicht wissen, wo es steht, lassen Sie das Feld leer und sagen weiter unten, wonach wir suchen sollen.',
    targetsHintAnswer:
      'Lassen Sie es leer, wenn Sie alles meinen, was entfernt wurde. Sonst in jeder Zeile eines: ein Link, eine Webadresse, Datei und Zeile (train.jsonl#12) oder der genaue Wortlaut in Anführungszeichen.',
    targetsHintSources:
      'Eine Angabe pro Zeile: ein Link, eine Webadresse, eine Domain, ein Pfad, der mit einem Schrägstrich endet, „Autorenname: …“, eine Datei mit Zeile (train.jsonl#12), eine Prüfsumme, eine Quellenkennung. Oder der genaue Wortlaut in Anführungszeichen. Sie können auch einen ganzen Brief einfügen.',
  },
  readers: {
    who: 'Ihren Namen, Ihre Adresse und was Sie schreiben, liest die Leitung des Datensatzes. Die Verwaltung liest es nur, wo der Antwort eine zweite Person zustimmen muss, und in Briefen an Sie, die noch nicht verschickt sind.',
    maintainers:
      'Die Betreuung des Datensatzes, die ihn veröffentlicht, sieht, worum es in dem Antrag geht, aber weder Ihren Namen noch Ihre Adresse.',
    maintainersOfPlaces:
      'Die Betreuung des Datensatzes, die ihn veröffentlicht, sieht, um welche Einträge, Links und Websites es geht, aber weder Ihren Namen noch Ihre Adresse und nicht die Namen, Textstellen und Nummern, nach denen wir suchen sollen.',
  },

  seen: {
    title: 'Wer das sehen wird',
    public: 'Öffentlich: dass es einen Antrag zu diesem Datensatz gibt, und die Stunde jedes Schritts.',
    register:
      'Später kann eine geschwärzte Mitteilung veröffentlicht werden: die Art, die Daten, wie viele Einträge auf welchen Servern, das Ergebnis. Nie Ihr Name, Ihre Adresse, Ihre Worte oder was genau Sie genannt haben.',
    counted: 'Anträge zu personenbezogenen Daten werden öffentlich nur gezählt, nie gezeigt.',
    officers:
      'Ist es ein intimes Bild oder der Missbrauch eines Kindes, sehen nur die Schutzbeauftragten etwas davon.',
    opponent:
      'Wer die Entfernung verlangt hat, erhält diese Gegendarstellung mit Ihrem Namen, Ihrer Anschrift und Ihrer Telefonnummer.',
    erased:
      'Alles wird verschlüsselt gespeichert und ein Jahr nach dem Absenden gelöscht, oder später, wenn nichts davon mehr offen ist und der Antwort nicht mehr widersprochen werden kann.',
    keptForATime:
      'Wer etwas einschränken ließ, bleibt gespeichert, solange das gilt: Wir müssen Ihnen schreiben, bevor es endet.',
    kept: 'Wer hinter einem Urheberrechtsantrag steht, bleibt gespeichert, solange seinetwegen etwas ausgelassen wird: Wer darauf antwortet, muss Sie erreichen können.',
  },
  check: {
    step: 'Schritt 2 von 2',
    title: 'Prüfen Sie Ihre Angaben',
    request: 'Antrag',
    dataset: 'Datensatz',
    where: 'Wo es steht',
    declare: 'Sie erklären',
    everything: 'Alles, worum es im früheren Antrag ging',
    empty: 'Leer gelassen',
    rights:
      'Sie verlangen {n, plural, one {eines} other {# Dinge}}. Jedes wird ein eigener Antrag mit eigener Frist, eigenen Briefen und eigener privater Seite; ein Klick in unserem Schreiben bestätigt alle.',
    whatFollows:
      'Wenn Sie den Antrag abschicken, senden wir einen Link an <address></address>. Der Antrag zählt ab dem Absenden und wird gelesen, sobald Sie auf der verlinkten Seite den Knopf gedrückt haben.',
    send: 'Antrag abschicken',
    change: 'Zurück und ändern',
    scope: {
      chosen: {
        author: 'Sie haben alles von einem Autor gewählt',
        account: 'Sie haben alles von einem Konto gewählt',
        domain: 'Sie haben alles von einer Domain gewählt',
        path: 'Sie haben alles unterhalb einer Adresse gewählt',
      },
      narrower:
        '{n, plural, one {Eine Ihrer Angaben ist} other {# Ihrer Angaben sind}} weniger als das. So bleibt nur {n, plural, one {diese eine} other {dieses Genannte}} draußen und nichts weiter von dort.',
      more: '… und {n, number} weitere',
      go: 'Stattdessen all das meinen',
      how: {
        author:
          'Um einen Autor zu meinen, ändern Sie Ihre Antworten und schreiben Sie „author:“ und den Namen in eine eigene Zeile.',
        account:
          'Um ein Konto zu meinen, ändern Sie Ihre Antworten und schreiben Sie „account:“ und dessen Namen in eine eigene Zeile, oder die Adresse seiner Seite.',
        domain:
          'Um eine Domain zu meinen, ändern Sie Ihre Antworten und schreiben Sie sie allein in eine Zeile, etwa example.org.',
        path: 'Um alles unterhalb einer Adresse zu meinen, ändern Sie Ihre Antworten und schreiben Sie sie mit einem Schrägstrich am Ende.',
      },
    },
    meant: {
      privacy: 'Sie machen auch ein Recht an personenbezogenen Daten geltend',
      privacyText:
        'Dafür gibt es ein eigenes Formular: Nach dem Gesetz erhalten Sie innerhalb eines Monats eine Antwort, und es fragt Sie weniger. Was Sie geschrieben haben, bleibt erhalten.',
      privacyElse:
        'Auch wenn Sie es so abschicken, geht nichts verloren: Wir legen daneben einen eigenen Antrag mit eigener Frist an.',
      privacyGo: 'Einen Antrag zu personenbezogenen Daten daraus machen',
      opt_out: 'Sie behalten sich auch Ihr Werk gegen das Training vor',
      opt_outText:
        'Dafür gibt es ein eigenes Formular; wird dem Widerspruch gefolgt, gilt er auch für spätere Fassungen. Was Sie geschrieben haben, bleibt erhalten. Sie können auch beides abschicken.',
      opt_outGo: 'Einen Widerspruch daraus machen',
    },
  },

  target: {
    one: {
      link: 'Link zu einem Eintrag',
      row: 'Zeile',
      digest: 'Prüfsumme',
      quote: 'Textstelle',
      source_id: 'Quellenkennung',
      url: 'Webadresse',
      domain: 'Domain',
      prefix: 'Pfad mit allem darunter',
      host: 'Host ohne seine Subdomains',
      near: 'Text und was ihm fast gleicht',
      author: 'Autorenname',
    },
    count: {
      link: '{n, plural, one {# Link zu einem Eintrag} other {# Links zu Einträgen}}',
      row: '{n, plural, one {# Zeile} other {# Zeilen}}',
      digest: '{n, plural, one {# Prüfsumme} other {# Prüfsummen}}',
      quote: '{n, plural, one {# Textstelle} other {# Textstellen}}',
      source_id: '{n, plural, one {# Quellenkennung} other {# Quellenkennungen}}',
      url: '{n, plural, one {# Webadresse} other {# Webadressen}}',
      domain: '{n, plural, one {# Domain} other {# Domains}}',
      prefix: '{n, plural, one {# Pfad mit allem darunter} other {# Pfade mit allem darunter}}',
      host: '{n, plural, one {# Host} other {# Hosts}}',
      near: '{n, plural, one {# Text und was ihm fast gleicht} other {# Texte und was ihnen fast gleicht}}',
      author: '{n, plural, one {# Autorenname} other {# Autorennamen}}',
    },
    row: 'Zeile {row}',
    rowOfFile: '{file}, Zeile {row}',
    erased: 'Es wurde gelöscht.',
    notShown: 'Den Wortlaut liest die Leitung des Datensatzes.',
    none: 'Nichts ist aufgeführt: Gemeint ist ein früherer Antrag als Ganzes, oder die Liste wurde gelöscht.',
  },
  reading: {
    understood:
      'Verstanden als {n, plural, one {# Angabe} other {# Angaben}} in {datasets, plural, one {# Datensatz} other {# Datensätzen}} ({list}){missed, plural, =0 {} one {; # Zeile nicht verstanden} other {; # Zeilen nicht verstanden}}.',
    nothing: 'Noch nichts verstanden; {missed, plural, one {# Zeile} other {# Zeilen}} nicht verstanden.',
    otherDatasetAnswer:
      'Einige dieser Links führen zu einem anderen Datensatz. Hier nennen sie nichts: Es geht um einen Datensatz allein.',
    otherDataset:
      'Links in einen anderen Datensatz werden dort ein eigener Antrag, mit eigener Nummer, Frist und Antwort. Sie bestätigen alle auf einmal.',
    fromFile: 'Aus Ihrer Datei',
    toFind: 'Wonach wir suchen sollen',
    fileLine: 'Eintrag {line}, „<text></text>“: {why}',
    more: '… und {n, number} weitere',
    line: 'Zeile {line} Ihrer Eingabe, „<text></text>“: {why}',
    lines: '{n, plural, one {# Zeile} other {# Zeilen}} Ihrer Eingabe: {why}',
    whyNotFound: {
      too_short:
        'Das ist zu kurz: Wir suchen ab 8 Zeichen. Schreiben Sie dazu, was daneben stehen kann, oder geben Sie an, wo es steht.',
      too_long: 'Das ist zu lang: Wir suchen nach höchstens 5.000 Zeichen. Kopieren Sie eine kürzere Stelle.',
    },
    why: {
      file_without_row: 'Das ist nur eine Datei. Nennen Sie auch deren Zeile, etwa train.jsonl#12.',
      unknown_link: 'Dieser Link führt zu nichts, worüber wir einen Eintrag finden können.',
      whole_source:
        'Eine ganze Domain oder einen Autorennamen kann nur ein Widerspruch nennen. Führen Sie die Webadressen auf oder geben Sie den genauen Wortlaut an.',
      too_short: 'Das ist zu kurz, um danach zu suchen. Kopieren Sie eine längere Stelle.',
      too_long: 'Das ist zu lang. Kopieren Sie eine kürzere Stelle.',
      too_many: 'Das ist mehr, als ein Antrag aufnehmen kann. Schicken Sie den Rest in einem zweiten Antrag.',
      placeholder: 'Das ist noch der Text einer Vorlage. Setzen Sie Ihre eigene Angabe ein.',
      not_read: 'Darüber können wir keinen Eintrag finden. Setzen Sie genauen Wortlaut in Anführungszeichen.',
      letter:
        'Das liest sich wie ein Brief. Setzen Sie den genauen Wortlaut aus dem Datensatz in Anführungszeichen.',
    },
  },

  sent: {
    title: 'Sehen Sie in Ihren E-Mails nach',
    text: 'Wir haben Ihren Antrag erhalten und einen Link an die angegebene Adresse geschickt. Öffnen Sie ihn innerhalb von {n, plural, one {# Stunde} other {# Stunden}} und drücken Sie dort den Knopf. Bis dahin liest niemand den Antrag; wenn Sie nichts tun, wird er gelöscht.',
    again: 'schicken Sie den Antrag noch einmal',
  },
  confirm: {
    title: 'Bestätigen Sie Ihren Antrag',
    lead: 'Drücken Sie den Knopf, um zu bestätigen, dass der Antrag und diese Adresse Ihre sind. Danach beginnen Menschen, daran zu arbeiten.',
    confirming: 'Wird bestätigt …',
    action: 'Antrag bestätigen',
    used: {
      title: 'Dieser Antrag ist schon bestätigt',
      lead: 'Der Link gilt einmal. Wo der Antrag steht, zeigt der persönliche Link in der E-Mail „We have received your request“.',
      action: 'Zur Startseite',
    },
    over: {
      title: 'Die Frist zum Bestätigen ist abgelaufen',
      lead: 'Was Sie geschickt haben, und Ihre Adresse wurden gelöscht. Bitte stellen Sie den Antrag noch einmal.',
      action: 'Noch einmal stellen',
    },
  },

  track: {
    complaint: {
      actioned:
        'Menschen, die an den ersten Entscheidungen nicht beteiligt waren, haben noch einmal hingesehen: Was Sie geschrieben haben, steht wieder in der nächsten Ausgabe, soweit nichts anderes es heraushält.',
      partially_actioned:
        'Menschen, die an den ersten Entscheidungen nicht beteiligt waren, haben noch einmal hingesehen: Ein Teil dessen, was Sie geschrieben haben, steht wieder in der nächsten Ausgabe, oder mehr davon als bisher.',
      no_action:
        'Menschen, die an den ersten Entscheidungen nicht beteiligt waren, haben noch einmal hingesehen: Es bleibt, wie es war, oder nichts davon wurde hier durch eine Entscheidung entfernt.',
    },
    title: 'Ihr Antrag',
    heading: 'Ihr Antrag {reference}',
    named: 'Was Sie genannt haben',
    more: '{n, number} weitere anzeigen',
    keep: {
      title: 'Bewahren Sie die Adresse dieser Seite auf',
      text: 'Wer sie hat, sieht diesen Antrag und kann ihn zurückziehen. Sie steht in der E-Mail, die wir Ihnen geschickt haben. Geht sie verloren, <again>lassen Sie sie noch einmal schicken</again>, an dieselbe E-Mail-Adresse.',
      address: 'die Adresse dieser Seite',
    },
    outcome: 'Das Ergebnis',
    contest: {
      title: 'Wenn Sie nicht einverstanden sind',
      text: 'Über alles, worin wir Ihnen nicht gefolgt sind, wird noch einmal entschieden, von Menschen, die an der ersten Entscheidung nicht beteiligt waren. Das können Sie einmal verlangen. Deren Antwort erhalten Sie mit Gründen per E-Mail.',
      grounds: 'Was wurde übersehen?',
      groundsHint:
        'Das lesen diejenigen, die entscheiden. Es wird verschlüsselt gespeichert und nie veröffentlicht.',
      sending: 'Wird abgeschickt …',
      action: 'Noch einmal prüfen lassen',
      done: 'Ihre Beschwerde ist angekommen. Menschen, die an der Entscheidung nicht beteiligt waren, sehen noch einmal hin.',
    },
    who: {
      title: 'Wer was sieht',
      restricted:
        'Diesen Antrag sehen nur die Schutzbeauftragten dieser Instanz. Das öffentliche Protokoll zeigt, dass etwas geschehen ist, nicht was.',
      public:
        'Öffentlich: Das Protokoll zeigt, dass es einen Antrag zu diesem Datensatz gibt, und die Stunde jedes Schritts.',
      reviewers:
        'Die Prüfenden des Datensatzes sehen die Einträge und dass ein Antrag nach ihnen fragt. Nicht, von wem er stammt.',
      erased:
        'Ihr Name, Ihre Adresse und Ihre Worte werden verschlüsselt gespeichert und ein Jahr nach dem Absenden gelöscht, oder später, wenn vom Antrag nichts mehr offen ist und der Antwort nicht mehr widersprochen werden kann.',
      kept: 'Sie bleiben gespeichert, solange wegen dieses Antrags etwas ausgelassen wird: Wer darauf antwortet, muss Sie erreichen können.',
    },
    withdraw: {
      title: 'Den Antrag zurückziehen',
      text: 'Niemand arbeitet mehr daran, und er kann nicht wieder aufgenommen werden. Was bisher entschieden wurde, bleibt.',
      sure: 'Ja, ich ziehe meinen Antrag zurück',
      withdrawing: 'Wird zurückgezogen …',
      action: 'Zurückziehen',
    },
  },
  steps: {
    title: 'Stand des Antrags',
    label: 'Was mit diesem Antrag geschehen ist',
    submitted: 'Sie haben ihn abgeschickt',
    submittedText: 'Von hier an zählt die Frist für eine Antwort.',
    confirmed: 'Sie haben Ihre Adresse bestätigt',
    matched: 'Es wurden Einträge gefunden',
    matchedText: 'Über jeden davon entscheiden Menschen.',
    matchedBroadText:
      'Über jeden davon entscheiden Menschen. Von dem, was Sie genannt haben, gibt es mehr, als sie auf einmal ansehen: Der Rest folgt nach diesen.',
    matchedMore: 'Es wurden weitere Einträge gefunden',
    lookedFor: 'Was Sie genannt haben, wurde gesucht',
    lookedForText:
      'Eine schutzbeauftragte Person antwortet. Bis dahin erfährt niemand, ob etwas gefunden wurde.',
    matchedNothing: 'Nichts davon steht heute im Datensatz',
    matchedNothingText: 'Ein Mensch sieht es sich an und antwortet.',
    noMatch: 'Was Sie genannt haben, wurde nicht gefunden',
    noMatchText:
      'In der neuesten Fassung steht nichts davon in diesem Wortlaut oder an dieser Stelle, deshalb wurde nichts geändert. Sie können einen neuen Antrag mit dem genauen Wortlaut, einer Webadresse oder der Datei und Zeile stellen.',
    outcome: 'Es wurde entschieden',
    appealed: 'Sie haben Einspruch gegen das Ergebnis erhoben',
    appealedText: 'Jetzt entscheiden andere. Von hier an zählt die Frist für eine Antwort.',
    appealDecided: 'Es wurde noch einmal entschieden',
    appealDecidedText: 'Von Menschen, die an der ersten Entscheidung nicht beteiligt waren.',
    fulfilled: 'Es ist erledigt: veröffentlicht in Ausgabe {releases}',
    returned: 'Fassung {revision} brachte {n, plural, one {# Zeile} other {# Zeilen}} davon zurück',
    returnedText: 'Die stehende Regel hat erfasst, was zurückkam: es bleibt aus jeder Ausgabe heraus.',
    withdrawn: 'Sie haben ihn zurückgezogen',
    withdrawnText: 'Niemand arbeitet mehr daran.',
    liftAnnounced: 'Ihnen wurde mitgeteilt, dass die Einschränkung enden wird',
    liftCalledOff: 'Ihnen wurde mitgeteilt, dass die Einschränkung bleibt',
    lifted: 'Die Einschränkung hat geendet',
    answer: 'Sie erhalten das Ergebnis mit Gründen',
    by: 'bis {date}',
    find: 'Wir suchen, was Sie genannt haben',
    findText: 'Das macht ein Programm, meist innerhalb weniger Minuten.',
    review: 'Prüfende entscheiden',
    reviewRestricted: 'Eine Schutzbeauftragte oder ein Schutzbeauftragter entscheidet',
  },

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
  redress: {
    page: 'Wenn Sie nicht einverstanden sind, sagen Sie es auf der Seite Ihres Antrags: Dann sehen Menschen noch einmal hin, die an der Entscheidung nicht beteiligt waren.',
    below:
      'Wenn Sie nicht einverstanden sind, sagen Sie es unten: Dann sehen Menschen noch einmal hin, die an der Entscheidung nicht beteiligt waren.',
    again: {
      privacy:
        'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, warum: Dann sieht ein Mensch noch einmal hin.',
      copyright:
        'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
      illegal_content:
        'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
      opt_out:
        'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und zeigen Sie, dass es Ihres ist: Dann sieht ein Mensch noch einmal hin.',
      licence:
        'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
      publicity:
        'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
      court_order:
        'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
      counter_notice:
        'Wenn Sie nicht einverstanden sind, reichen Sie eine neue Gegendarstellung ein und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
      retraction:
        'Wenn Sie nicht einverstanden sind, nehmen Sie ihn noch einmal zurück und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
      complaint: 'Andere haben noch einmal hingesehen; ein drittes Mal wird es nicht geprüft.',
      other:
        'Wenn Sie nicht einverstanden sind, stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde: Dann sieht ein Mensch noch einmal hin.',
    },
    privacy: {
      gdpr: 'Sie können sich auch bei der Datenschutzaufsicht an Ihrem Wohnort beschweren (DSGVO Art. 77) und vor Gericht gehen (Art. 79).',
      uk: 'Sie können sich auch beim Information Commissioner’s Office beschweren (UK GDPR Art. 77) und vor Gericht gehen (Art. 79).',
      ccpa: 'Sie können sich auch bei der California Privacy Protection Agency beschweren (Cal. Civ. Code § 1798.199.45) oder beim Attorney General von Kalifornien.',
      other:
        'Sie können sich auch an die Datenschutzaufsicht an Ihrem Wohnort wenden, wenn es eine gibt, und an ein Gericht.',
    },
    beyond: {
      copyright: 'Der Weg zu den Gerichten steht Ihnen weiterhin offen.',
      licence: 'Der Weg zu den Gerichten steht Ihnen weiterhin offen.',
      publicity: 'Der Weg zu den Gerichten steht Ihnen weiterhin offen.',
      court_order: 'Der Weg zu den Gerichten steht Ihnen weiterhin offen.',
      counter_notice: 'Der Weg zu den Gerichten steht Ihnen weiterhin offen.',
      illegal_content:
        'Sie können sich auch an eine zertifizierte Streitbeilegungsstelle (Verordnung (EU) 2022/2065, Art. 21) und an ein Gericht wenden.',
      complaint:
        'Sie können sich auch an eine zertifizierte Streitbeilegungsstelle (Verordnung (EU) 2022/2065, Art. 21) und an ein Gericht wenden.',
    },
  },
  result: {
    notFound: 'Das wurde in der neuesten Fassung nicht gefunden.',
    keptOut: 'Von dort kommt noch nichts, und es wird auch nichts kommen.',
    keptOutWhy:
      'Von dort kommt noch nichts, und es wird auch nichts kommen: {reason} (Version {policy} der Richtlinie).',
    declined: 'Von dort kommt noch nichts. Spätere Fassungen dürfen es enthalten.',
    declinedWhy:
      'Von dort kommt noch nichts. Spätere Fassungen dürfen es enthalten: {reason} (Version {policy} der Richtlinie).',
    notMeant: {
      other_thing:
        '{n, plural, one {Ein Eintrag passt dazu, und ein Mensch hat entschieden, dass er} other {# Einträge passen dazu, und ein Mensch hat entschieden, dass sie}} nicht {n, plural, one {das ist} other {das sind}}, wonach Sie gefragt haben: {n, plural, one {Es ist ein anderer Text} other {Es sind andere Texte}}, als Sie beschreiben. {n, plural, one {Er bleibt} other {Sie bleiben}}.',
      other_person:
        '{n, plural, one {Ein Eintrag passt dazu, und ein Mensch hat entschieden, dass er} other {# Einträge passen dazu, und ein Mensch hat entschieden, dass sie}} nicht {n, plural, one {das ist} other {das sind}}, wonach Sie gefragt haben: {n, plural, one {Er stammt von jemand anderem oder handelt davon} other {Sie stammen von jemand anderem oder handeln davon}}. {n, plural, one {Er bleibt} other {Sie bleiben}}.',
      of_many:
        '{n, plural, one {Ein Eintrag passt dazu, und ein Mensch hat entschieden, dass er} other {# Einträge passen dazu, und ein Mensch hat entschieden, dass sie}} nicht {n, plural, one {das ist} other {das sind}}, wonach Sie gefragt haben: Viele haben dieselben Worte geschrieben; sie gehören niemandem allein. {n, plural, one {Er bleibt} other {Sie bleiben}}.',
      alike:
        '{n, plural, one {Ein Eintrag passt dazu, und ein Mensch hat entschieden, dass er} other {# Einträge passen dazu, und ein Mensch hat entschieden, dass sie}} nicht {n, plural, one {das ist} other {das sind}}, wonach Sie gefragt haben: {n, plural, one {Er ähnelt} other {Sie ähneln}} nur dem, was Sie genannt haben. {n, plural, one {Er bleibt} other {Sie bleiben}}.',
    },
    words: 'Die Entscheidenden fügen hinzu: „{words}“',
    sample: 'Dazu gibt es mehr Einträge: {n, plural, one {# davon wurde} other {# davon wurden}} angesehen.',
    alike:
      'Mehr Zeilen gleichen ihm, als einzeln angesehen wurden. Nennen Sie die übrigen in einem neuen Antrag genauer.',
    rest: 'Dazu gibt es mehr Einträge, als angesehen wurden. Alle, die angesehen wurden, bleiben, und ebenso die übrigen. Wo es mit einem der übrigen anders ist, nennen Sie ihn in einem neuen Antrag.',
    broad:
      'Dazu gibt es mehr Einträge, als wir einzeln ansehen können: Angesehen {n, plural, one {wurde einer} other {wurden #}}. Nennen Sie die übrigen in einem neuen Antrag genauer.',
    noRoom:
      'Das wurde nicht angesehen: Was im Antrag davor steht, ist so viel, wie ein Antrag fassen kann. Nennen Sie es in einem neuen Antrag.',
    decided: {
      remove:
        '{n, plural, one {Der Eintrag wird} other {# Einträge werden}} weggelassen: {reason} (Version {policy} der Richtlinie).',
      redact:
        'In {n, plural, one {dem Eintrag} other {# Einträgen}} werden die Stellen geschwärzt: {reason} (Version {policy} der Richtlinie).',
      restrict:
        '{n, plural, one {Der Eintrag steht} other {# Einträge stehen}} künftig nur in der Ausgabe für eingetragene Empfänger: {reason} (Version {policy} der Richtlinie).',
      label:
        '{n, plural, one {Der Eintrag bleibt} other {# Einträge bleiben}}, mit einer Kennzeichnung für alle, die den Datensatz nutzen: {reason} (Version {policy} der Richtlinie).',
      keep: '{n, plural, one {Der Eintrag bleibt} other {# Einträge bleiben}}: {reason} (Version {policy} der Richtlinie).',
    },
  },

  input: {
    kind: 'Wählen Sie, worum es Ihnen geht',
    sure: 'Setzen Sie das Häkchen, wenn Sie den Antrag zurückziehen möchten',
    reference: 'Schreiben Sie die Nummer Ihres Antrags, wie 7K3M-Q2ZD',
    grounds: 'Sagen Sie, was übersehen wurde',
    groundsShort: 'Sagen Sie in mindestens einem Satz, was übersehen wurde',
    long: 'Schreiben Sie höchstens {max} Zeichen',
    keptOut: 'Wählen Sie, ob sie herausgehalten werden.',
    reason: 'Wählen Sie einen Grund.',
    dataset: 'Wählen Sie einen Datensatz',
    targets: 'Geben Sie an, wo es steht',
    targetsLong:
      'Das ist mehr, als ein Antrag aufnehmen kann. Schicken Sie den Rest in einem zweiten Antrag.',
    file: {
      too_large: 'Diese Datei ist größer als 5 MB',
      too_many: 'Diese Datei hat mehr als 20.000 Einträge. Schicken Sie den Rest mit einem zweiten Antrag',
      not_text: 'Diese Datei ist kein Text. Speichern Sie sie als CSV oder JSON',
      not_a_list: 'Diese Datei ist keine Liste. Speichern Sie sie als CSV oder JSON',
      empty: 'In dieser Datei steht nichts, was sagt, wo etwas ist',
    },
    targetsNone:
      'Nennen Sie mindestens einen Link, eine Zeile, eine Prüfsumme oder eine Webadresse, oder den genauen Wortlaut in Anführungszeichen',
    email: 'Geben Sie eine E-Mail-Adresse wie name@example.org an',
    noRestriction:
      'Das Recht Kaliforniens kennt keine Einschränkung. Sie können verlangen, dass es weder verkauft noch weitergegeben wird, oder dass es gelöscht wird',
    noOptOutOfSale:
      'Das gibt es nur im Recht Kaliforniens. Wo Sie leben, bewirkt „Ich widerspreche der Verwendung“ dasselbe und mehr',
    identifiersShort: 'Schreiben Sie mindestens 8 Zeichen in eine Zeile, oder geben Sie oben an, wo es steht',
    emailLong: 'Diese Adresse ist zu lang',
    answer: 'Beantworten Sie diese Frage',
    declaredOtherwise: 'Der Wortlaut dieser Erklärung hat sich geändert. Lesen Sie ihn noch einmal',
  },
  errors: {
    datasets:
      'Die Links führen in mehr als {max, number} Datensätze. Senden Sie den Rest als zweiten Antrag.',
    dataset: 'Wählen Sie einen Datensatz.',
    targets: 'Wir konnten nicht erkennen, wo es steht.',
    file: 'Wir konnten Ihre Datei nicht lesen.',
    alreadyDone: 'Das ist schon geschehen.',
    expired: 'Die Frist, diesen Antrag zu bestätigen, ist abgelaufen. Bitte stellen Sie ihn noch einmal.',
    unconfirmed: 'Dieser Antrag ist noch nicht bestätigt.',
    closed: 'Dieser Antrag ist abgeschlossen.',
    onHold: 'Dieser Antrag ist angehalten. Bis er freigegeben wird, geht nichts weiter.',
    notNow: 'Das ist beim jetzigen Stand des Antrags nicht möglich.',
    contested: 'Sie haben gegen dieses Ergebnis schon Einspruch erhoben, und darüber wurde entschieden.',
    nothingToContest:
      'Es gibt keine Entscheidung mehr, die noch einmal geprüft werden könnte. Stellen Sie einen neuen Antrag und sagen Sie, was übersehen wurde.',
    nothingToDecide: 'In diesem Antrag gibt es nichts mehr zu entscheiden.',
  },
}
