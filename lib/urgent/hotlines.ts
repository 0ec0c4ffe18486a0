import type { Urgent } from './labels'

/**
 * Who else can help, by country: names and addresses, nothing else. Looked up on 21 November 2026 in public copies of the pages named
 * in `from`; the list of 18 countries was itself checked against each body's own page and INHOPE's directory of members on 9 October
 * 2026. No address was opened by this product, and none is ever fetched by it: they change, so look through them once a year, and
 * put in nothing that no official page or the directory says. A country that is not here is led to that directory.
 */
export type Hotline = {
  name: string
  url: string
  for: readonly Urgent[]
  /** What it was found in. */
  from: 'inhope' | 'own' | 'police'
}

export const CHECKED = '2026-11-21'

/** For everybody, wherever they are. */
export const GENERAL: readonly (Hotline & { id: 'take_it_down' | 'stop_ncii' | 'inhope' })[] = [
  {
    ...{ id: 'take_it_down', name: 'Take It Down (NCMEC)', url: 'https://takeitdown.ncmec.org/' },
    ...{ for: ['child', 'intimate'], from: 'own' },
  },
  { id: 'stop_ncii', name: 'StopNCII.org', url: 'https://stopncii.org/', for: ['intimate'], from: 'own' },
  {
    ...{ id: 'inhope', name: 'INHOPE', url: 'https://www.inhope.org/EN/our-members' },
    ...{ for: ['child'], from: 'own' },
  },
]

export type Country = {
  /** ISO 3166-1 alpha-2; its name comes from the language of the page. */
  code: string
  /** Emergency numbers, as they are dialled. */
  emergency: string
  hotlines: readonly Hotline[]
}

const child = (name: string, url: string, from: Hotline['from'] = 'inhope'): Hotline => ({
  ...{ name, url, for: ['child'], from },
})

/** 112 is the number in every country of the EU. */
export const COUNTRIES: readonly Country[] = [
  {
    code: 'AT',
    emergency: '112',
    hotlines: [child('Stopline', 'https://www.stopline.at/')],
  },
  {
    code: 'AU',
    emergency: '000',
    hotlines: [
      child('ACCCE', 'https://www.accce.gov.au/report', 'police'),
      child('eSafety Commissioner', 'https://www.esafety.gov.au/report'),
    ],
  },
  {
    code: 'BR',
    emergency: '190',
    hotlines: [child('SaferNet Brasil', 'https://new.safernet.org.br/denuncie')],
  },
  {
    code: 'CA',
    emergency: '911',
    hotlines: [child('Cybertip.ca', 'https://www.cybertip.ca/en/report/', 'police')],
  },
  {
    code: 'DE',
    emergency: '112, 110',
    hotlines: [
      child('jugendschutz.net', 'https://www.jugendschutz.net/verstoss-melden'),
      child('eco, FSM: Internet-Beschwerdestelle', 'https://www.internet-beschwerdestelle.de/en/'),
    ],
  },
  {
    code: 'ES',
    emergency: '112',
    hotlines: [child('INCIBE', 'https://www.incibe.es/menores/hotline')],
  },
  {
    code: 'FR',
    emergency: '112, 17, 119',
    hotlines: [
      child('Point de Contact', 'https://www.pointdecontact.net/'),
      child('PHAROS', 'https://www.internet-signalement.gouv.fr/', 'police'),
    ],
  },
  {
    code: 'GB',
    emergency: '999',
    hotlines: [
      child('Internet Watch Foundation (IWF)', 'https://report.iwf.org.uk/en'),
      child('CEOP', 'https://www.ceop.police.uk/Safety-Centre/', 'police'),
    ],
  },
  {
    code: 'HU',
    emergency: '112',
    hotlines: [child('Internet Hotline', 'http://english.internethotline.hu/', 'own')],
  },
  {
    code: 'IE',
    emergency: '112, 999',
    hotlines: [child('Hotline.ie', 'https://hotline.ie/report/')],
  },
  {
    code: 'IN',
    emergency: '112',
    hotlines: [child('National Cyber Crime Reporting Portal', 'https://cybercrime.gov.in/', 'police')],
  },
  {
    code: 'IT',
    emergency: '112, 113',
    hotlines: [
      child(
        'Polizia Postale',
        'https://www.commissariatodips.it/segnalazioni/segnala-online/index.html',
        'police',
      ),
    ],
  },
  {
    code: 'JP',
    emergency: '110',
    hotlines: [child('Internet Hotline Center Japan', 'https://www.internethotline.jp/')],
  },
  {
    code: 'LU',
    emergency: '112',
    hotlines: [child('BEE SECURE Stopline', 'https://stopline.bee-secure.lu/')],
  },
  {
    code: 'MX',
    emergency: '911',
    hotlines: [child('Te Protejo México', 'https://teprotejomexico.org/')],
  },
  {
    code: 'NG',
    emergency: '112',
    hotlines: [child('ACSAI', 'https://acsaing.org/report.html')],
  },
  {
    code: 'NL',
    emergency: '112',
    hotlines: [child('Offlimits Meldpunt', 'https://meldpunt.offlimits.nl/')],
  },
  {
    code: 'NZ',
    emergency: '111',
    hotlines: [
      child(
        'Department of Internal Affairs',
        'https://www.dia.govt.nz/Digital-Safety-Report-Online-Child-Exploitation-material',
        'police',
      ),
      child('Netsafe', 'https://report.netsafe.org.nz/hc/en-au/requests/new'),
    ],
  },
  {
    code: 'PH',
    emergency: '911',
    hotlines: [child('ECPAT Philippines', 'https://ecpat.org.ph/report/')],
  },
  {
    code: 'US',
    emergency: '911',
    hotlines: [child('NCMEC CyberTipline', 'https://report.cybertip.org/')],
  },
  {
    code: 'ZA',
    emergency: '10111',
    hotlines: [child('Film and Publication Board', 'https://apps.fpb.org.za/hotline/')],
  },
]

export const countryOf = (code: unknown): Country | null =>
  COUNTRIES.find((country) => country.code === code) ?? null
