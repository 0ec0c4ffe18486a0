/**
 * Formats of credentials that announce themselves. No npm package offers such rules as data (secretlint keeps its
 * dozen inside functions that report through their own engine, and its 12.x needs Node 22), so these are written
 * from what each vendor documents about its own tokens: a fixed prefix, an alphabet, a length. Prefixes of fewer than
 * three characters are left out: they would have every text looked at.
 */
export type SecretRule = {
  type: string
  /** The token begins with this, at the edge of a word, in this case. */
  prefix: string
  /** What must stand directly before the prefix and belongs to the token, at most 100 characters. */
  lead?: string
  /** What follows, as a regular expression source with bounded quantifiers only. The token ends at the edge of a word. */
  rest: string
  severity?: 2 | 3 | 4
}

const ALNUM = '[A-Za-z0-9]'
const HEX = '[0-9a-f]'
const URL64 = '[A-Za-z0-9_-]'
const UUID = `${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`
/** The body stops at the next dashes: of a thousand opened keys none is read past the next one. */
const PEM_BODY = String.raw`(?:[A-Za-z0-9+/=:,.\s"'\\]|-(?!----)){0,8192}`
const PEM_LABEL = '(?:[A-Z0-9]{1,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----'
const PEM_KEY = `${PEM_LABEL}(?:${PEM_BODY}-----END ${PEM_LABEL})?`

const rules = (
  type: string,
  prefixes: string | readonly string[],
  rest: string,
  severity: 2 | 3 | 4 = 3,
): SecretRule[] => [prefixes].flat().map((prefix) => ({ type, prefix, rest, severity }))

export const SECRET_RULES: readonly SecretRule[] = [
  // Keys to a whole account or machine.
  ...rules('private-key', '-----BEGIN ', PEM_KEY, 4),
  ...rules(
    'private-key',
    [
      'LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVk',
      'LS0tLS1CRUdJTiBQUklWQVRFIEtFW',
      'LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFW',
      'LS0tLS1CRUdJTiBPUEVOU1NIIFBSSVZBVEUgS0VZ',
    ],
    '[A-Za-z0-9+/]{16,8192}={0,2}',
    4,
  ),
  ...rules('age-secret-key', 'AGE-SECRET-KEY-1', '[0-9A-Z]{58}', 4),
  ...rules('putty-private-key', 'PuTTY-User-Key-File-', String.raw`[23]: [a-z0-9-]{1,40}`, 4),

  // Cloud providers.
  ...rules('aws-access-key', ['AKIA', 'ASIA', 'ABIA', 'ACCA'], '[A-Z2-7]{16}', 4),
  ...rules('aws-access-key', ['AKIA', 'ASIA', 'A3T'], '[A-Z0-9]{16,17}', 4),
  ...rules('aws-mws-token', 'amzn.mws.', UUID, 4),
  ...rules('aws-appsync-key', 'da2-', '[a-z0-9]{26}'),
  ...rules('aws-bedrock-key', 'ABSKQmVkcm9ja0FQSUtleS', '[A-Za-z0-9+/]{80,120}={0,2}', 4),
  ...rules('google-api-key', 'AIza', `${URL64}{35}`),
  ...rules('google-oauth-secret', 'GOCSPX-', `${URL64}{28}`),
  ...rules('google-oauth-token', 'ya29.', `${URL64}{20,1024}`),
  ...rules('google-refresh-token', '1//0', `${URL64}{40,128}`),
  ...rules('digitalocean-token', ['dop_v1_', 'doo_v1_', 'dor_v1_'], `${HEX}{64}`, 4),
  ...rules('alibaba-access-key', 'LTAI', `${ALNUM}{17,21}`),
  ...rules('tencent-secret-id', 'AKID', `${ALNUM}{32}`),
  ...rules('heroku-key', 'HRKU-', `${URL64}{36,60}`),
  ...rules('flyio-token', ['fo1_', 'fm1_', 'fm2_'], '[A-Za-z0-9+/=_-]{40,1024}'),
  ...rules('scaleway-key', 'SCW', '[A-Z0-9]{17}'),
  ...rules('databricks-token', 'dapi', `${HEX}{32}(?:-\\d)?`),

  // Code hosting, packages, continuous integration.
  ...rules('github-token', ['ghp_', 'gho_', 'ghu_', 'ghs_'], `${ALNUM}{36}`, 4),
  ...rules('github-token', 'ghr_', `${ALNUM}{36,76}`, 4),
  ...rules('github-token', 'github_pat_', '[A-Za-z0-9_]{82}', 4),
  ...rules(
    'gitlab-token',
    ['glpat-', 'gldt-', 'glrt-', 'glcbt-', 'glsoat-', 'glimt-', 'glagent-', 'gloas-', 'glft-', 'GR1348941'],
    `${URL64}{20,64}(?:\\.${URL64}{2,10}){0,3}`,
    4,
  ),
  ...rules('gitlab-token', 'glptt-', `${HEX}{40}`, 4),
  ...rules('bitbucket-app-password', 'ATBB', `${ALNUM}{32}`),
  ...rules('atlassian-token', ['ATATT3', 'ATCTT3'], '[A-Za-z0-9_=-]{150,250}'),
  ...rules('npm-token', 'npm_', `${ALNUM}{36}`, 4),
  ...rules('pypi-token', 'pypi-AgE', `${URL64}{50,1024}`, 4),
  ...rules('rubygems-key', 'rubygems_', `${HEX}{48}`),
  ...rules('crates-io-token', 'cio', `${ALNUM}{32}`),
  ...rules('nuget-key', 'oy2', '[a-z0-9]{43}'),
  ...rules('docker-token', ['dckr_pat_', 'dckr_oat_'], `${URL64}{27,32}`),
  ...rules('artifactory-key', 'AKCp', `${ALNUM}{69}`),
  ...rules('sonarqube-token', ['sqp_', 'squ_', 'sqa_'], `${HEX}{40}`),
  ...rules('sourcegraph-token', 'sgp_', `(?:(?:${HEX}{16}|local)_)?${HEX}{40}`),
  ...rules('postman-key', 'PMAK-', `${HEX}{24}-${HEX}{34}`),
  ...rules('dependency-track-key', 'odt_', `${ALNUM}{32}`),
  ...rules('terraform-token', 'atlasv1.', `${URL64}{60,70}`),
  ...rules('pulumi-token', 'pul-', `${HEX}{40}`),
  ...rules('prefect-key', 'pnu_', '[a-z0-9]{36}'),
  ...rules('linear-key', 'lin_api_', `${ALNUM}{40}`),
  ...rules('doppler-token', ['dp.pt.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.'], `${ALNUM}{40,44}`, 4),
  ...rules('doppler-token', 'dp.st.', `(?:[a-z0-9_-]{2,35}\\.)?${ALNUM}{40,44}`, 4),
  ...rules('vault-token', ['hvs.', 'hvb.', 'hvr.'], `${URL64}{24,300}`, 4),
  ...rules('onepassword-token', 'ops_eyJ', '[A-Za-z0-9+/=_-]{100,1280}', 4),
  ...rules('snyk-token', 'snyk_', '[a-z]{2,5}\\.[A-Za-z0-9_.-]{40,200}'),

  // Models.
  ...rules('openai-key', 'sk-', `${ALNUM}{20}T3BlbkFJ${ALNUM}{20}`, 4),
  ...rules('openai-key', ['sk-proj-', 'sk-svcacct-', 'sk-admin-'], `${URL64}{40,180}`, 4),
  ...rules('anthropic-key', 'sk-ant-', `(?:api|admin|sid|oat)\\d\\d-${URL64}{80,128}`, 4),
  ...rules('openrouter-key', 'sk-or-v1-', `${HEX}{64}`, 4),
  ...rules('huggingface-token', ['hf_', 'api_org_'], '[A-Za-z]{34}', 4),
  ...rules('groq-key', 'gsk_', `${ALNUM}{52}`),
  ...rules('replicate-token', 'r8_', `${ALNUM}{37}`),
  ...rules('perplexity-key', 'pplx-', `${ALNUM}{48}`),
  ...rules('xai-key', 'xai-', `${ALNUM}{80}`),
  ...rules('tavily-key', 'tvly-', `(?:dev-|prod-)?${ALNUM}{32}`),
  ...rules('firecrawl-key', 'fc-', `${HEX}{32}`),
  ...rules('jina-key', 'jina_', `${URL64}{60}`),
  ...rules('langsmith-key', ['lsv2_pt_', 'lsv2_sk_'], `${HEX}{32}_${HEX}{10}`),

  // Messages, mail, payments, shops.
  ...rules(
    'slack-token',
    ['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xoxe-', 'xoxe.xoxp-'],
    '(?:\\d{1,16}-){1,4}[A-Za-z0-9]{16,200}',
    4,
  ),
  ...rules('slack-token', 'xapp-', '\\d-[A-Z0-9]{5,20}-\\d{5,20}-[a-f0-9]{40,128}', 4),
  ...rules('slack-token', 'xapp-', '\\d{12}-[A-Za-z0-9/]{20,40}', 4),
  ...rules('slack-webhook', 'hooks.slack.com/', `(?:services|workflows|triggers)/[A-Za-z0-9+/]{24,80}`),
  ...rules(
    'discord-webhook',
    ['discord.com/api/webhooks/', 'discordapp.com/api/webhooks/'],
    `\\d{17,20}/${URL64}{60,72}`,
  ),
  ...rules(
    'teams-webhook',
    'outlook.office.com/webhook/',
    `${UUID}@${UUID}/IncomingWebhook/${HEX}{32}/${UUID}`,
  ),
  ...rules('sendgrid-key', 'SG.', `${URL64}{20,24}\\.${URL64}{39,50}`, 4),
  ...rules('mailgun-key', 'key-', `${HEX}{32}`),
  ...rules('brevo-key', 'xkeysib-', `${HEX}{64}-${ALNUM}{16}`),
  ...rules('stripe-key', ['sk_live_', 'rk_live_', 'whsec_'], `${ALNUM}{16,247}`, 4),
  ...rules('stripe-test-key', ['sk_test_', 'rk_test_'], `${ALNUM}{16,247}`, 2),
  ...rules('square-token', ['sq0atp-', 'sq0csp-'], `${URL64}{22,43}`),
  ...rules('square-token', 'EAAA', `${URL64}{60}`),
  ...rules('shopify-token', ['shpat_', 'shpca_', 'shppa_', 'shpss_'], `[0-9a-fA-F]{32}`, 4),
  ...rules('paypal-token', 'access_token$production$', `[0-9a-z]{16}\\$${HEX}{32}`, 4),
  ...rules('facebook-token', 'EAA', '[A-Za-z0-9]{80,400}(?:ZD)?'),
  { type: 'telegram-bot-token', lead: String.raw`\d{8,10}`, prefix: ':AA', rest: `${URL64}{32,33}` },
  { type: 'mailchimp-key', lead: `${HEX}{32}`, prefix: '-us', rest: String.raw`\d{1,2}` },

  // Observability, analytics, maps, data.
  ...rules('newrelic-key', ['NRAK-', 'NRIQ-', 'NRII-', 'NRAA-', 'NRRA-'], `${URL64}{27,42}`),
  ...rules('pixie-key', ['px-api-', 'px-dep-'], UUID),
  ...rules('grafana-token', 'glsa_', `${ALNUM}{32}_${HEX}{8}`),
  ...rules('grafana-token', 'glc_', '[A-Za-z0-9+/]{50,400}={0,2}'),
  ...rules('grafana-token', 'eyJrIjoi', '[A-Za-z0-9+/]{50,400}={0,2}'),
  ...rules('dynatrace-token', 'dt0', '[a-z]\\d{2}\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}'),
  ...rules('sentry-token', ['sntrys_', 'sntryu_'], '[A-Za-z0-9+/=_-]{60,400}'),
  ...rules('posthog-key', 'phx_', `${ALNUM}{40,50}`),
  ...rules('mapbox-token', ['sk.eyJ', 'tk.eyJ'], `${URL64}{20,300}\\.${URL64}{20,40}`),
  ...rules('figma-token', 'figd_', `${URL64}{40}`),
  ...rules('notion-token', ['ntn_', 'secret_'], `${ALNUM}{43,46}`),
  ...rules('adafruit-key', 'aio_', `${ALNUM}{28}`),
  ...rules('supabase-key', ['sbp_', 'sb_secret_'], `${URL64}{30,60}`),
  ...rules('planetscale-token', ['pscale_tkn_', 'pscale_pw_', 'pscale_oauth_'], `${URL64}{32,64}`),
  ...rules('stackhawk-key', 'hawk.', `${ALNUM}{20}\\.${ALNUM}{20}`),
  ...rules('adobe-secret', 'p8e-', `${URL64}{32}`),
  ...rules('salesforce-token', '00D', `${ALNUM}{12,15}![A-Za-z0-9_.]{80,130}`, 4),
  ...rules('dropbox-token', 'sl.', `${URL64}{120,160}`),
  ...rules('dropbox-token', 'sl.u.', `${URL64}{120,1400}`),
  { type: 'azure-devops-token', lead: `${ALNUM}{76}`, prefix: 'AZDO', rest: `${ALNUM}{4}`, severity: 4 },
  { type: 'newrelic-key', lead: '[0-9a-z]{36}', prefix: 'NRAL', rest: '' },
  ...rules('azure-key', 'AccountKey=', '[A-Za-z0-9+/]{64,88}={0,2}', 4),
  ...rules('azure-key', 'SharedAccessKey=', '[A-Za-z0-9+/]{40,88}={0,2}', 4),
  ...rules('azure-key', ';Secret=', '[A-Za-z0-9+/]{40,88}={0,2}', 4),

  ...rules('twitch-stream-key', 'live_', `\\d{6,12}_${ALNUM}{30}`),

  // Formats of no vendor in particular.
  ...rules('jwt', 'eyJ', `${URL64}{10,2000}\\.eyJ${URL64}{10,6000}\\.${URL64}{16,2000}`),
  ...rules('password-hash', ['$2a$', '$2b$', '$2y$'], String.raw`\d\d\$[./A-Za-z0-9]{53}`),
  ...rules(
    'password-hash',
    ['$5$', '$6$'],
    String.raw`(?:rounds=\d{4,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43,86}`,
  ),
  ...rules('password-hash', ['$8$', '$9$'], String.raw`[./A-Za-z0-9]{8,16}\$[./A-Za-z0-9]{43}`),
  ...rules('password-hash', ['$krb5asrep$', '$krb5tgs$'], String.raw`\d{1,2}\$[^\s"']{32,4096}`),
  ...rules('password-hash', ['$1$', '$apr1$'], String.raw`[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}`),
  ...rules(
    'password-hash',
    ['$argon2id$', '$argon2i$', '$argon2d$'],
    String.raw`v=\d{2}\$m=\d{1,8},t=\d{1,4},p=\d{1,3}\$[A-Za-z0-9+/]{8,88}\$[A-Za-z0-9+/]{16,172}`,
  ),
]
