import type { Translation } from '@/lib/i18n/translation'
import type { datasets as english } from '../en/datasets'

export const datasets: Translation<typeof english> = {
  trail: 'Datensätze',
  new: {
    title: 'Datensatz registrieren',
    lead: 'Was er ist und woran sich eine Zeile wiedererkennen lässt. Geben Sie danach jemandem die Rolle „Betreuung“; sie liest Fassungen ein und veröffentlicht Ausgaben.',
    denied: 'Sie können keine Datensätze registrieren',
    name: 'Name',
    slug: {
      label: 'Kurzname für Adressen',
      hint: 'Kleinbuchstaben ohne Umlaute, Ziffern und Bindestriche, etwa hafen-forum. Er lässt sich nicht mehr ändern.',
    },
    licence: {
      label: 'Lizenz',
      hint: 'Ein SPDX-Name wie CC-BY-4.0; gibt es keinen, in eigenen Worten.',
    },
    homepage: { label: 'Webseite', hint: 'Freiwillig.' },
    description: {
      label: 'Beschreibung',
      hint: 'Freiwillig. Ein Absatz: was er enthält und woher es kommt.',
    },
    textFields: {
      label: 'Textfelder',
      hint: 'Namen, durch Kommas getrennt: die Felder, die eine Zeile ausmachen. Bleibt das leer, werden sie nach der ersten Datei gewählt. Mit dem ersten Import stehen sie fest.',
    },
    urlFields: {
      label: 'Adressfelder, die zum Inhalt gehören',
      hint: 'Freiwillig; für Datensätze aus Links und Bildunterschriften.',
    },
    idHint: 'Freiwillig.',
    authorHint:
      'Freiwillig. Der Index hält dann fest, wer eine Zeile verfasst hat, sodass Personen unter ihrem Namen widersprechen können. Mit dem ersten Import steht das Feld fest.',
    languageHint:
      'Freiwillig. Ohne dieses Feld wird die Sprache einer gemeldeten Zeile aus ihrem Text bestimmt.',
    submit: 'Registrieren',
    submitting: 'Wird registriert …',
  },
  field: {
    id: 'Feld mit der Quellenkennung',
    author: 'Feld mit dem Autorennamen',
    language: 'Feld mit der Sprache',
  },
  settings: {
    title: 'Einstellungen',
    denied: 'Sie können diesen Datensatz nicht ändern',
    unhandled:
      'Niemand leitet diesen Datensatz: Niemand wird an Anträge dazu erinnert, und ihre Fristen laufen. Diese Rolle vergibt die Verwaltung.',
    profiles: {
      title: 'Für wen Ausgaben erstellt werden',
      lead: 'Für die ganze Welt immer. Ein Profil daneben ist ein Ort mit eigenem Recht: Eine Entscheidung kann nur an manchen dieser Orte gelten, und eine Ausgabe für einen Ort enthält die Entscheidungen, die dort oder überall gelten. Jede Änderung steht im Protokoll.',
      label: 'Profile neben der ganzen Welt',
      hint: 'Kurze Wörter mit Kommas dazwischen, etwa eu, us. Ausgaben, die es für ein weggelassenes Profil schon gibt, bleiben.',
      submit: 'Profile speichern',
      unchanged: 'Es wurde nichts geändert.',
      added: 'Für {added} können ab jetzt Ausgaben erstellt werden.',
      ended: 'Für {ended} werden keine mehr erstellt.',
      changed:
        'Für {added} können ab jetzt Ausgaben erstellt werden. Für {ended} werden keine mehr erstellt.',
    },
    fields: {
      title: 'Woher Zeilen kommen',
      lead: 'Der erste Import legt diese Felder fest. Wer Widerspruch einlegt, benennt die eigenen Beiträge über die Quellenkennung, die Adresse oder den Autorennamen.',
      idHint: 'Bleibt das leer, wird es nach der ersten Datei gewählt.',
      authorHint:
        'Bleibt das leer, wird nicht festgehalten, wer eine Zeile verfasst hat, und niemand kann unter seinem Namen widersprechen.',
      languageHint: 'Bleibt das leer, wird die Sprache einer gemeldeten Zeile aus ihrem Text bestimmt.',
      submit: 'Felder speichern',
      saved: 'Gespeichert. Der erste Import liest diese Felder.',
    },
    fixed: {
      id: 'Kennung',
      noId: 'keine',
      author: 'Autorenname',
      noAuthor: 'wird nicht festgehalten',
      language: 'Sprache',
      noLanguage: 'aus dem Text bestimmt',
      note: 'Der erste Import hat die Felder festgelegt: Was der Index einer Fassung nicht enthält, lässt sich in ihm nicht suchen.',
    },
  },
  disclosure: {
    full: 'Ausgaben führen jede ausgeschlossene Zeile mit der Maßnahme auf und, wo es niemandem schadet, mit dem Grund.',
    rows: 'Ausgaben führen auf, welche Zeilen ausgeschlossen oder geschwärzt sind, ohne Gründe.',
    'kept-only': 'Ausgaben führen nur auf, was sie behalten.',
  },
  quarantineDetail: { columns: '{n} von {all}', bytes: '{n} Bytes' },
  quarantine: {
    bad_json: 'kein gültiges JSON',
    not_object: 'JSON, aber kein Objekt',
    duplicate_field: 'ein Inhaltsfeld kommt doppelt vor',
    missing_text: 'kein Text',
    not_text: 'ein Inhaltsfeld enthält eine Liste oder ein Objekt',
    wrong_column_count: 'eine andere Anzahl von Spalten als in der Kopfzeile',
    bad_quotes: 'ein nicht geschlossenes Anführungszeichen',
    invalid_utf8: 'Bytes, die kein UTF-8 sind',
    too_large: 'größer, als eine Zeile sein darf',
    budget: 'mehr als die {budget} Zeichen, die durchsucht werden: {scanned} von {length} sind durchsucht',
  },
  input: {
    mostFields: 'Ein Datensatz hat höchstens 20 Inhaltsfelder einer Art.',
    slug: 'Verwenden Sie bis zu 64 Kleinbuchstaben ohne Umlaute, Ziffern und Bindestriche, etwa hafen-forum.',
    profile: 'Ein Profil ist ein kurzes Wort in Kleinbuchstaben, etwa eu.',
    mostProfiles: 'Höchstens 20 Profile.',
    name: 'Geben Sie einen Namen an.',
    longName: 'Ein Name hat höchstens 200 Zeichen.',
    licence: 'Geben Sie eine Lizenz an, etwa CC-BY-4.0.',
    longLicence: 'Eine Lizenz hat höchstens 300 Zeichen.',
    homepage: 'Geben Sie eine Webadresse an, etwa https://example.org/.',
    longDescription: 'Eine Beschreibung hat höchstens 4 000 Zeichen.',
    longField: 'Ein Feldname hat höchstens 200 Zeichen.',
  },
  errors: {
    taken: 'Den Datensatz „{slug}“ gibt es schon.',
    fixed: 'Der erste Import hat die Felder dieses Datensatzes festgelegt.',
    profilesMeanwhile:
      'Während Sie die Seite offen hatten, hat jemand anderes das geändert. Jetzt gilt: {profiles}. Von Ihren Änderungen ist nichts gespeichert: Sehen Sie sich den jetzigen Stand an und ändern Sie ihn erneut.',
    noProfile: 'keine',
    fieldsMeanwhile:
      'Während Sie die Seite offen hatten, hat jemand anderes das geändert. Der jetzige Stand ist – Kennung: {id}; Autorenname: {author}; Sprache: {language}. Von Ihren Änderungen ist nichts gespeichert: Sehen Sie sich den jetzigen Stand an und ändern Sie ihn erneut.',
    idChosen: 'wählt der Import',
    staged: 'Ausgabe {version} für {profile} wird gerade erstellt. Warten Sie, bis sie veröffentlicht ist.',
  },
}
