import type { Translation } from '@/lib/i18n/translation'
import type { review as english } from '../en/review'

export const review: Translation<typeof english> = {
  input: {
    passages: 'Höchstens {most} Stellen.',
    passage: '„{text}“ ist keine Stelle: Schreiben Sie Feld:Anfang:Ende.',
    judged: 'Was zu einer Stelle gesagt wurde, ließ sich nicht lesen.',
    long: 'Höchstens {most} Zeichen.',
    statement:
      'Eine Kennzeichnung kann nicht wie die Erklärung einer Person beginnen: Die gibt nur sie selbst ab.',
    nul: 'Lassen Sie das NUL-Zeichen weg.',
    action: 'Wählen Sie, was mit dem Eintrag geschieht.',
    reason: 'Wählen Sie einen Grund.',
    digest: 'Eine Prüfsumme hat 64 hexadezimale Ziffern in Kleinschreibung.',
    skip: 'Wählen Sie, warum Sie ihn anderen überlassen.',
    escalate: 'Wählen Sie, warum eine Leitung es ansehen soll.',
    category: 'Wählen Sie, was es ist.',
    item: 'Nennen Sie einen Fall oder die Prüfsumme einer Zeile, eines von beiden.',
    grounds: 'Schreiben Sie, warum die Entscheidung noch einmal geprüft werden soll.',
    groundsShort:
      'Schreiben Sie in mindestens einem Satz, warum die Entscheidung noch einmal geprüft werden soll.',
    number: 'Schreiben Sie eine ganze Zahl von {least} bis {most}.',
    language: '„{word}“ ist keine Sprache: Schreiben Sie zum Beispiel Deutsch oder de.',
  },
  note: {
    empty: 'Schreiben Sie etwas.',
    nobodyAsked:
      'Zu diesem Fall hat niemand einen Antrag gestellt, also gibt es niemanden, dem etwas mitzuteilen wäre.',
  },
  status: {
    reviewed: 'Sie haben diesen Fall schon geprüft. Er wartet auf eine weitere Stimme.',
    barred:
      'Dies ist ein Einspruch gegen eine Entscheidung, an der Sie beteiligt waren: Darüber entscheiden andere.',
    flagged:
      'Sie haben diesen Eintrag selbst gemeldet oder angefochten, was über ihn entschieden wurde: Ihn prüfen andere, in dieser Runde und in jeder späteren.',
    full: 'Dieser Fall hat vorerst alle Prüfenden, die er braucht. Er wartet auf ihre Stimmen oder auf eine Leitung.',
    open: 'Dieser Fall ist offen: Ein Einspruch richtet sich gegen eine Entscheidung.',
    decided: 'Dieser Fall ist bereits entschieden.',
    decidedBy:
      'Diesen Fall hat {by} bereits entschieden ({at}): {action, select, keep {behalten} remove {entfernen} redact {schwärzen} restrict {einschränken} label {kennzeichnen} other {{action}}}.',
    decidedMeanwhile: 'Dieser Fall wurde inzwischen entschieden.',
    newFinding:
      'Während Sie lasen, wurde in diesem Eintrag etwas Neues gefunden. Sehen Sie ihn noch einmal an, bevor Sie entscheiden.',
    reopened:
      'Seit Sie diesen Fall geöffnet haben, wurde er entschieden und wieder eröffnet. Sehen Sie ihn noch einmal an, bevor Sie entscheiden.',
    cast: 'Zum Rückgängigmachen ist es zu spät: Es ist inzwischen festgehalten. Eine Leitung kann ändern, was daraus wurde.',
    closed: 'Dieses Konto wurde geschlossen.',
    appealed:
      'Gegen diese Entscheidung wurde schon einmal Einspruch erhoben, und über den Einspruch ist entschieden.',
    noFile: 'Die Datei dieser Zeile gehört nicht zur Fassung.',
    reveals:
      'Sie haben in den letzten 24 Stunden {most} Fälle aufgedeckt; mehr darf niemand. Kommen Sie später wieder.',
  },
  report: {
    ownCategory:
      'Dieser Fall gehört schon zur Kategorie „{category}“. Sagen Sie mit Ihrer Stimme, was Sie davon halten, oder erheben Sie Einspruch gegen die Entscheidung.',
    decided:
      'In der Kategorie „{category}“ wurde über diesen Eintrag schon entschieden. Öffnen Sie jenen Fall und erheben Sie Einspruch.',
    tooMany:
      'Sie haben heute {most} Einträge gemeldet; mehr darf niemand. Sagen Sie es einer Leitung, wenn es noch mehr sind: Vieles von einer Art lässt sich auf anderem Weg finden.',
  },
  inSight: {
    nothing: 'Davon ist nichts mehr zu sehen: Es wurde inzwischen verborgen oder entschieden.',
  },
  bar: {
    recused:
      'Sie haben sich für diesen Datensatz für befangen erklärt; darum entscheiden andere darüber. Sind Sie es nicht mehr, nehmen Sie das unter Warteschlange, Was ich sehe, zurück.',
    maintains:
      'Sie betreuen diesen Datensatz, und seine Einstellungen überlassen die Stimmen über seine Fälle anderen. Lassen Sie ihnen diesen Fall; ändern lässt sich das in den Einstellungen seiner Warteschlangen.',
    leads:
      'Die Warteschlange dieses Falls ist für Leitungen: Eine von ihnen stimmt darüber ab. Nehmen Sie einen anderen.',
    unasked:
      'Ob Sie {category} sehen möchten, hat Sie noch niemand gefragt. Sagen Sie es unter Warteschlange, Was ich sehe; dann können Sie solche Fälle aufdecken und darüber abstimmen.',
    declined:
      'Sie haben angegeben, dass Sie {category} nicht sehen möchten, deshalb stimmen andere über solche Fälle ab. Unter Warteschlange, Was ich sehe, können Sie das ändern.',
    enough:
      'Sie haben so viel aus dem Bereich {category} gesehen, wie jemand an einem Tag sehen sollte. Dieser Fall ist für andere, oder für morgen.',
    pause:
      'Sie wollten nach so vielen belastenden Fällen eine Pause. Stimmen Sie über diesen ab, wenn sie vorbei ist, oder ändern Sie das unter Warteschlange, Was ich sehe.',
    rest: 'Sie haben so viel aus dem Bereich {category} ohne Pause gesehen, dass es Zeit für eine ist. Stimmen Sie über diesen Fall ab, wenn sie vorbei ist, oder ändern Sie das unter Warteschlange, Was ich sehe.',
  },
  ground: {
    newVersion:
      'Während Sie lasen, trat Version {number} der Richtlinie in Kraft. Sehen Sie sich ihre Gründe an und entscheiden Sie erneut.',
    unknown: 'Version {number} der Richtlinie kennt den Grund „{code}“ nicht.',
    queue:
      'In der Warteschlange dieses Falls können Prüfende nicht „{action}“ wählen, nur: {offered}. Fragen Sie eine Leitung, wenn das nicht passt.',
    category: '„{code}“ ist kein Grund zur Kategorie „{category}“.',
    action: '„{code}“ erlaubt „{action}“ nicht; erlaubt ist: {allowed}.',
  },
  passage: {
    noText: 'Der Text dieses Eintrags ist nicht mehr vorhanden, also lässt sich darin nichts schwärzen.',
    none: 'Markieren Sie mindestens eine Stelle, die geschwärzt werden soll.',
    tooMany: '„{words}“ kommt zu oft vor. Geben Sie eine längere Stelle ein.',
    notThere: '„{words}“ steht nicht in diesem Eintrag. Geben Sie es genau so ein, wie es dort steht.',
    noField: 'Der Eintrag hat kein Feld „{field}“.',
    whole: 'Eine Stelle braucht ganze Zahlen.',
    empty: 'Eine Stelle darf nicht leer sein.',
    outside: 'Die Stelle {start}–{end} liegt außerhalb von „{field}“, das {length} Zeichen hat.',
    noType: '„{type}“ ist hier keine Art von Stelle.',
    notFound: 'Eine beurteilte Stelle gehört nicht zu dem, was gefunden wurde.',
    changed:
      'Was in diesem Eintrag gefunden wurde, hat sich geändert. Sehen Sie ihn sich noch einmal an, bevor Sie entscheiden.',
    unseen: 'Decken Sie den Text auf, bevor Sie sagen, wo etwas in ihm steht.',
  },
  found: {
    import: '{by}, von außen',
    report: 'eine Person, die es gemeldet hat',
    takedown: 'eine Person, die einen Antrag gestellt hat',
  },
  source: {
    asWhole: 'Eine Quelle lässt sich als Ganzes nur entfernen oder einschränken.',
    notFrom: 'Der Eintrag kommt nicht von dort. Sehen Sie ihn noch einmal an, bevor Sie entscheiden.',
    out: 'Das ist bereits ausgeschlossen.',
    ended: 'Dieser Ausschluss wurde bereits beendet.',
    otherReason: '„{code}“ ist ein Grund für etwas anderes.',
    notAllowed: 'Die Richtlinie erlaubt das für „{code}“ nicht.',
    restricted: 'Dieser Grund ist für Fälle, die Schutzbeauftragte entscheiden.',
    noProfile:
      'In diesem Datensatz gibt es kein Profil „{territory}“. Seine Betreuung kann es in den Einstellungen ergänzen.',
    write: {
      source_id: 'Schreiben Sie die Kennung so, wie sie im Datensatz steht.',
      url: 'Schreiben Sie eine Webadresse wie https://example.org/page.',
      prefix:
        'Schreiben Sie eine Webadresse mit Pfad wie https://example.org/~ana/. Für eine ganze Website wählen Sie die Domain.',
      domain: 'Schreiben Sie eine Domain wie example.org.',
      host: 'Schreiben Sie einen Host wie blog.example.org.',
      author: 'Schreiben Sie den Namen so, wie er im Datensatz steht.',
      digest: 'Eine Prüfsumme hat 64 hexadezimale Ziffern.',
    },
  },
  history: {
    voted: '{by} hat für „{action}“ gestimmt ({reason}).',
    uncovered: '{by} hat den Text aufgedeckt.',
    contested: '{by} hat der Entscheidung widersprochen. Andere entscheiden neu.',
    contestedByRequester:
      'Wer darum gebeten hatte, hat der Entscheidung widersprochen. Andere entscheiden neu.',
    reopened: 'Der Fall wurde wieder geöffnet, für eine neue Entscheidung.',
    detector: 'Der Detektor {by} hat „{type}“ gefunden, Wert {score}.',
    report: 'Eine Person hat es gemeldet: „{type}“.',
    takedown: 'Ein Antrag auf Entfernung hat es genannt: „{type}“.',
    import: '{by} hat es von außen gemeldet: „{type}“.',
    decided:
      '{by} hat {what, select, occurrence {eine Zeile} source {alles aus seiner Quelle} other {den Eintrag}}{how, select, override { als Leitung} batch { in einer Sammelentscheidung} reversal { durch Zurücknahme einer Sammelentscheidung} adjudication { als Leitung auf Anfrage der Prüfenden} other {}} {action}{only, select, yes {, nur in {places}} other {}} ({reason}){instead, select, yes {, anstelle der vorigen Entscheidung} other {}}.',
  },
  priority: {
    severity: 'Schweregrad {severity} × 20 × Wert {score}',
    detector: 'Schweregrad {severity} × 20 × Wert {score} × Gewicht {weight} des Detektors',
    person: 'Schweregrad {severity} × 20 × Wert {score} × Gewicht {weight} der Person, die es gemeldet hat',
    further:
      '{count, plural, one {# weitere Meldung} other {# weitere Meldungen}}, jede 4 × ihr Gewicht, höchstens 16',
    asked: 'eine Person hat einen Antrag gestellt',
    age: 'ein Punkt für jeden Tag seit dem Öffnen',
    clock:
      'fällig {days, plural, one {# Tag} other {# Tage}} nach dem Öffnen, ein Punkt für jeden Tag unter 30',
    reweighed: 'nach dem Gewicht, das die meldende Stelle bei der letzten Meldung hatte',
  },
}
