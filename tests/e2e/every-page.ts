import type { Page } from '@playwright/test'
import type { PersonaKey } from '@/lib/demo/personas'

/** A state of a page that everybody must be able to read and use. */
export type Visited = {
  path: string
  who?: PersonaKey
  /** What leads on from there to the page that is meant. */
  then?: { what: string; go: (page: Page) => Promise<unknown>; /** By words of English. */ spoken?: true }
  heading: string | RegExp
}

const follow = (what: string, href: string, at = 0) => ({
  what,
  go: async (page: Page) => {
    await page.locator(`main a[href*="${href}"]:not([href$="/bulk"])`).nth(at).click()
    await page.waitForURL((url) => url.href.includes(href))
  },
})
const press = (name: string | RegExp) => ({
  what: `, ${name}`,
  spoken: true as const,
  go: (page: Page) => page.locator('main').getByRole('button', { name }).click(),
})
const aCase = follow(', a case', '/triage/harbour-forum/', 1)
/** A case, and then the form of a lead who decides directly. */
const direct = {
  what: ', a case, decided directly',
  spoken: true as const,
  go: async (page: Page) => {
    await aCase.go(page)
    await page.getByRole('link', { name: /where it comes from/ }).click()
    await page.waitForURL(/direct=1/)
    await page.getByRole('group', { name: 'What it is about' }).waitFor()
  },
}

/** Every page, in each state worth a look. */
export const pages: readonly Visited[] = [
  { path: '/', heading: /.+/ },
  { path: '/datasets', heading: 'Datasets' },
  { path: '/datasets/harbour-forum', heading: 'Harbour Forum' },
  { path: '/datasets/harbour-forum', who: 'maintainer', heading: 'Harbour Forum' },
  { path: '/datasets/harbour-forum/revisions/1', heading: 'Revision 1' },
  { path: '/datasets/harbour-forum/revisions/2', heading: 'Revision 2' },
  { path: `/datasets/harbour-forum/items/${'c0ffee'.padEnd(64, '0')}`, heading: 'This row' },
  { path: '/datasets/harbour-forum/revisions/1?file=nowhere.jsonl&row=0', heading: 'Revision 1' },
  { path: '/datasets/harbour-forum/revisions/1/quarantine', heading: 'Quarantine' },
  { path: '/datasets/harbour-forum/policy', heading: /Policy of/ },
  { path: '/datasets/harbour-forum/releases/1.0.0', heading: 'Harbour Forum 1.0.0' },
  {
    path: '/datasets/harbour-forum/releases/1.0.0',
    then: press('Check this release in this browser'),
    heading: 'Harbour Forum 1.0.0',
  },
  { path: '/datasets/harbour-forum/releases/2.0.0/diff', heading: 'What changed from 1.0.0 to 2.0.0' },
  { path: '/datasets/harbour-forum/releases/1.0.0/diff', heading: 'Page not found' },
  { path: '/datasets/harbour-forum/releases/2.0.0', who: 'maintainer', heading: 'Harbour Forum 2.0.0' },
  {
    path: '/datasets/harbour-forum/releases/1.0.0/withdraw',
    who: 'maintainer',
    then: press('Withdraw it'),
    heading: 'Withdraw 1.0.0',
  },
  { path: '/datasets/harbour-forum/releases/1.0.0/withdraw', who: 'lead', heading: 'Withdraw 1.0.0' },
  { path: '/datasets/harbour-forum/settings', who: 'maintainer', heading: 'Settings' },
  { path: '/datasets/harbour-forum/settings', who: 'reviewer', heading: 'Settings' },
  { path: '/datasets/harbour-forum/queues', who: 'lead', heading: 'Queues' },
  {
    path: '/datasets/harbour-forum/queues',
    who: 'lead',
    then: press('Retire Hate and illegal content'),
    heading: 'Queues',
  },
  { path: '/datasets/harbour-forum/queues', who: 'reviewer', heading: 'Queues' },
  { path: '/datasets/harbour-forum/golden', who: 'lead', heading: 'Checks' },
  {
    path: '/datasets/harbour-forum/queues/new',
    who: 'lead',
    then: press('Count what it would take'),
    heading: 'A new queue',
  },
  { path: '/takedowns', heading: 'What happened?' },
  { path: '/takedowns?what=me', heading: 'What should happen?' },
  { path: '/takedowns?what=removed&then=maintain', heading: 'Contest a decision about your dataset' },
  { path: '/takedowns/new?kind=privacy', heading: /.+/ },
  { path: '/takedowns/new?kind=copyright', heading: /.+/ },
  { path: '/takedowns/new?kind=illegal_content', heading: /.+/ },
  { path: '/takedowns/new?kind=opt_out', heading: /.+/ },
  { path: '/takedowns/new?kind=other', heading: /.+/ },
  { path: '/takedowns/new?kind=counter_notice', heading: 'Send a counter-notice' },
  { path: '/takedowns/new?kind=retraction', heading: 'Take back a request' },
  { path: '/takedowns/new?kind=complaint', heading: 'Complain of a removal' },
  { path: '/takedowns?what=removed', heading: 'Why was it taken out?' },
  { path: '/takedowns/new?kind=licence', heading: 'Report a breach of a licence' },
  { path: '/takedowns/new?kind=publicity', heading: 'Report the use of a likeness' },
  { path: '/takedowns/new?kind=court_order', heading: 'Send a court order' },
  { path: '/takedowns/new/from-notice', heading: 'Use a letter you have' },
  { path: '/takedowns/new?kind=copyright', then: press('Check your answers'), heading: /.+/ },
  { path: '/lookup', heading: 'Is my data in here?' },
  { path: '/lookup', then: press('Look'), heading: 'Is my data in here?' },
  { path: '/lookup/sent', heading: 'Check your mail' },
  { path: '/requests/bulk', who: 'lead', heading: 'Decide many requests' },
  { path: '/requests/bulk', who: 'reviewer', heading: 'Decide many requests' },
  { path: '/takedowns/urgent', heading: 'We take this out of sight at once' },
  {
    path: '/takedowns/urgent?about=child',
    then: press('Hide it now'),
    heading: 'Where is it?',
  },
  { path: '/takedowns/urgent?about=intimate', then: press('Hide it now'), heading: 'Where is it?' },
  { path: '/takedowns/urgent/help?country=DE', heading: 'Help in your country' },
  { path: '/takedowns/sent', heading: 'Check your mail' },
  { path: '/register', heading: 'Register of requests' },
  { path: '/register?kind=copyright&host=www.example.org', heading: 'Register of requests' },
  { path: '/register/00000000-0000-4000-8000-000000000000', heading: 'Page not found' },
  { path: '/transparency', heading: 'Transparency report' },
  {
    path: '/transparency?dataset=harbour-forum',
    heading: 'Transparency report of Harbour Forum',
  },
  { path: '/reports', who: 'lead', heading: 'Reports' },
  { path: '/reports', who: 'admin', heading: 'Reports' },
  { path: '/reports', who: 'reviewer', heading: 'Reports' },
  { path: '/log', heading: 'The log' },
  { path: '/log/key', heading: 'The key of the log' },
  { path: '/log/entries/0', then: press('Prove it in this browser'), heading: 'Entry 0' },
  { path: '/log/entries/00', heading: 'Page not found' },
  { path: '/join', then: press('Send the offer'), heading: 'Help to review' },
  { path: '/copies', heading: 'You keep a copy of a dataset?' },
  {
    path: '/copies?dataset=harbour-forum',
    then: press('Register'),
    heading: 'You keep a copy of a dataset?',
  },
  { path: '/copies/left', heading: 'You have left' },
  { path: '/datasets/harbour-forum/copies', who: 'maintainer', heading: 'Copies' },
  {
    path: '/datasets/harbour-forum/copies',
    who: 'maintainer',
    then: press('Add it'),
    heading: 'Copies',
  },
  { path: '/datasets/harbour-forum/copies', who: 'lead', heading: 'Copies' },
  { path: '/sign-in', heading: 'Sign in' },
  { path: '/sign-in?error=NoAccount', then: press('Sign in'), heading: 'Sign in' },
  { path: '/no-such-page', heading: 'Page not found' },
  { path: '/datasets/no-such-dataset', heading: 'Page not found' },
  { path: '/queue', who: 'lead', heading: 'Before your first case' },
  { path: '/queue/summary', who: 'reviewer', heading: 'Today' },
  { path: '/queue/settings', who: 'officer', heading: 'What I see' },
  { path: '/metrics', who: 'lead', heading: 'Metrics of Harbour Forum' },
  { path: '/triage', who: 'reviewer', heading: 'Triage' },
  { path: '/triage?category=hate&sort=-severity', who: 'lead', heading: 'Triage' },
  { path: '/triage?status=decided', who: 'lead', heading: 'Triage' },
  { path: '/triage/views?from=category%3Dpii', who: 'lead', heading: 'Views' },
  { path: '/triage/columns', who: 'reviewer', heading: 'Columns' },
  { path: '/triage?category=secrets', who: 'reviewer', heading: 'Triage' },
  { path: '/triage', who: 'admin', heading: 'Triage' },
  { path: '/triage?category=pii', who: 'reviewer', then: aCase, heading: /Personal data/ },
  { path: '/triage?category=hate', who: 'reviewer', then: aCase, heading: /Hate/ },
  { path: '/triage?category=copyright', who: 'lead', then: aCase, heading: /Copyright/ },
  { path: '/triage?status=decided', who: 'lead', then: aCase, heading: /.+/ },
  { path: '/triage?category=licence', who: 'lead', then: direct, heading: /Licence/ },
  { path: '/triage?category=pii', who: 'maintainer', then: aCase, heading: /Personal data/ },
  { path: '/triage/harbour-forum/bulk?category=pii', who: 'lead', heading: 'Bulk decisions' },
  { path: '/triage/harbour-forum/bulk', who: 'reviewer', heading: 'Bulk decisions' },
  { path: '/triage/harbour-forum/bands', who: 'lead', heading: 'Bands of scores' },
  { path: '/datasets/harbour-forum/detectors', who: 'maintainer', heading: 'Detectors' },
  { path: '/triage/harbour-forum/nothing', who: 'reviewer', heading: 'Page not found' },
  { path: '/account', who: 'reviewer', heading: 'Your account' },
  { path: '/account/keys', who: 'reviewer', heading: 'Keys' },
  { path: '/requests', who: 'lead', heading: 'Takedown requests' },
  { path: '/requests', who: 'reviewer', heading: 'Takedown requests' },
  { path: '/requests?waits=us', who: 'lead', heading: 'Takedown requests' },
  {
    path: '/requests?state=all',
    who: 'lead',
    then: follow(', a request', '/requests/'),
    heading: /^Request /,
  },
  { path: '/datasets/harbour-forum/import', who: 'maintainer', heading: 'Import a revision' },
  { path: '/datasets/harbour-forum/import', who: 'reviewer', heading: 'Import a revision' },
  { path: '/datasets/harbour-forum/publish', who: 'maintainer', heading: 'Publish a release' },
  { path: '/datasets/harbour-forum/policy/edit', who: 'lead', heading: 'New policy version' },
  { path: '/datasets/harbour-forum/exclusions', who: 'lead', heading: 'Standing exclusions' },
  {
    path: '/datasets/harbour-forum/exclusions',
    who: 'maintainer',
    then: press('Keep it out'),
    heading: 'Standing exclusions',
  },
  { path: '/datasets/harbour-forum/exclusions', who: 'reviewer', heading: 'Standing exclusions' },
  { path: '/datasets/new', who: 'admin', heading: 'Register a dataset' },
  { path: '/datasets/new', who: 'admin', then: press('Register'), heading: 'Register a dataset' },
  { path: '/team', who: 'admin', heading: 'Team' },
  { path: '/team', who: 'lead', heading: 'Team' },
  { path: '/team/senders', who: 'admin', then: press('Make a token'), heading: 'Trusted senders' },
  { path: '/team/senders', who: 'lead', heading: 'Page not found' },
  { path: '/team/viewing', who: 'admin', heading: 'How texts are shown' },
  { path: '/team/viewing', who: 'lead', heading: 'Page not found' },
  { path: '/team/reports', who: 'admin', heading: 'What reports hide' },
  { path: '/team/reports', who: 'admin', then: press('Save'), heading: 'What reports hide' },
  { path: '/team/reports', who: 'lead', heading: 'Page not found' },
  { path: '/audit', who: 'lead', heading: 'Audit' },
  { path: '/audit', who: 'reviewer', heading: 'Audit' },
  { path: '/audit/draws', who: 'auditor', heading: 'Audit draws' },
  { path: '/audit/draws', who: 'reviewer', heading: 'Audit draws' },
  {
    path: '/audit/draws',
    who: 'auditor',
    then: follow(', a draw', '/audit/draws/'),
    heading: /^Draw of /,
  },
  { path: '/erasures', who: 'officer', heading: 'Erasures' },
  { path: '/erasures', who: 'admin', heading: 'Page not found' },
  { path: '/mailbox', who: 'admin', heading: 'Mailbox' },
  { path: '/mailbox', who: 'admin', then: follow(', a letter', '/mailbox/'), heading: /request/ },
]
