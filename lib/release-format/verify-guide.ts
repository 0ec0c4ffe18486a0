import { siteAddress, type PayloadFile } from './bag'
import { listsExclusions } from './disclosure'
import { exclusions, manifest } from './lists'
import { openings } from './openings'
import type { ReleaseFacts } from './release-json'

export const GUIDE_PATH = 'VERIFY.md'

/** How to check the release with coreutils, openssl and DuckDB alone. The tests run every block of it. */
export function guideText(facts: ReleaseFacts, data: readonly PayloadFile[]): string {
  const opens = data.some(({ path }) => path === openings.path)
  return [
    `# Check this release with tools we did not write`,
    `Run the blocks one after the other in this folder, with a POSIX shell. Each ends with an error where something is wrong.`,
    `## The bytes (GNU coreutils 8.31 or newer)`,
    `release.json leads to every other byte: it has the SHA-256 of tagmanifest-sha256.txt, which has those of the files beside it and of manifest-sha256.txt, which has those of everything under data/. Files of the base that you put under data/base/ are checked with them; those you do not hold are passed over.`,
    sh(BYTES),
    `## Who says so (openssl 3)`,
    `\`log.vkey\` is the line that ${siteAddress(facts.about)}/log/vkey answers. Have it from somewhere else than this release, and save it here.`,
    sh(STATEMENT),
    `## That everybody is told the same (openssl, coreutils)`,
    `The checkpoint in release.tlog-proof is signed by the log, and the entry about this release is in its tree (RFC 9162, section 2.1.3.2).`,
    sh(CHECKPOINT),
    sh(INCLUSION),
    ...(opens
      ? [
          `## That the decisions were logged (openssl, coreutils)`,
          `Each line of ${openings.path} is a decision whose reason is told: what it says is hashed into its entry in the log, and the entries into the root that release.json names. A script checks some ten lines a second.`,
          sh(OPENINGS),
        ]
      : []),
    `## The counts (DuckDB)`,
    `Each answer is true.`,
    sql(countsQuery(facts)),
    `## What this does not show`,
    `${opens ? 'Which row a decision is about: auditors can open that. ' : ''}That the lists are what the base and the decisions give: \`winnow verify . --base <files>\` writes them again. That no decision was left out: auditors, who may open every entry of the log, can tell. That there is no newer release: \`winnow verify . --latest\` asks.`,
    '',
  ].join('\n\n')
}

const sh = (script: string) => `\`\`\`sh\nset -eu\n${script.trim()}\n\`\`\``
const sql = (query: string) => `\`\`\`sql\n${query.trim()}\n\`\`\``

const BYTES = `
sha256sum --quiet -c tagmanifest-sha256.txt
sha256sum --quiet -c --ignore-missing manifest-sha256.txt
grep -q "\\"tagmanifest\\":\\"$(sha256sum < tagmanifest-sha256.txt | cut -c 1-64)\\"" release.json
grep -q "\\"manifest\\":\\"$(sha256sum < manifest-sha256.txt | cut -c 1-64)\\"" release.json`

const STATEMENT = `
{ echo MCowBQYDK2VwAyEA | base64 -d; cut -d + -f 3- log.vkey | base64 -d | tail -c 32; } |
  openssl pkey -pubin -inform DER -out log.pem
sed 's/.*"payload":"\\([^"]*\\)".*/\\1/' release.intoto.json | base64 -d > statement.json
grep -o '{"keyid":[^}]*}' release.intoto.json | grep -F "\\"$(cut -d + -f 1-2 log.vkey)\\"" |
  sed 's/.*"sig":"\\([^"]*\\)".*/\\1/' | base64 -d > statement.sig
{ printf 'DSSEv1 28 application/vnd.in-toto+json %d ' "$(wc -c < statement.json)"; cat statement.json; } > statement.pae
openssl pkeyutl -verify -pubin -inkey log.pem -rawin -in statement.pae -sigfile statement.sig
grep -q "{\\"sha256\\":\\"$(sha256sum < release.json | cut -c 1-64)\\"}" statement.json`

const CHECKPOINT = `
awk 'found { print } /^$/ { found = 1 }' release.tlog-proof > checkpoint
awk '/^$/ { exit } { print }' checkpoint > checkpoint.body
rm -f checkpoint.sig
sed 1,/^$/d checkpoint | while read -r _ name signature; do
  echo "$signature" | base64 -d > line
  if [ "$name+$(head -c 4 line | od -An -tx1 | tr -d ' \\n')" = "$(cut -d + -f 1-2 log.vkey)" ]; then
    tail -c +5 line > checkpoint.sig
  fi
done
openssl pkeyutl -verify -pubin -inkey log.pem -rawin -in checkpoint.body -sigfile checkpoint.sig
test "$(head -n 1 checkpoint.body)" = "$(cut -d + -f 1 log.vkey)"`

const INCLUSION = `
hex() { od -An -v -tx1 | tr -d ' \\n'; }
sha256() { tr a-f A-F | basenc --base16 -d | sha256sum | cut -c 1-64; }
sed -n 's/^extra //p' release.tlog-proof | base64 -d > entry.json
grep -q "\\"release\\":\\"$(sha256sum < release.json | cut -c 1-64)\\"" entry.json
at=$(sed -n 's/^index //p' release.tlog-proof)
last=$(($(sed -n 2p checkpoint.body) - 1))
test "$at" -le "$last"
hash=$({ printf 00; hex < entry.json; } | sha256)
for line in $(sed -n '/^index /,/^$/p' release.tlog-proof | sed 1d); do
  other=$(echo "$line" | base64 -d | hex)
  test "$last" -gt 0
  if [ $((at % 2)) = 1 ] || [ "$at" = "$last" ]; then
    hash=$(printf 01%s%s "$other" "$hash" | sha256)
    while [ $((at % 2)) = 0 ] && [ "$at" != 0 ]; do at=$((at / 2)) last=$((last / 2)); done
  else
    hash=$(printf 01%s%s "$hash" "$other" | sha256)
  fi
  at=$((at / 2)) last=$((last / 2))
done
test "$last" = 0
test "$hash" = "$(sed -n 3p checkpoint.body | base64 -d | hex)"`

/** Keys of canonical JSON stand in their order, so that patterns read it. A tree of entries grows from left to right (RFC 9162, section 2.1). */
const OPENINGS = `
raw() { tr a-f A-F | basenc --base16 -d; }
hex() { od -An -v -tx1 | tr -d ' \\n'; }
sha256() { raw | sha256sum | cut -c 1-64; }
hmac() { openssl dgst -sha256 -mac HMAC -macopt "hexkey:$1" -binary | hex; }
url() { raw | basenc -w 0 --base64url | tr -d =; }
text() { printf '%s\\n' "$line" | sed "s/.*\\"$1\\":\\"\\([^\\"]*\\)\\".*/\\1/"; }
number() { printf '%s\\n' "$line" | sed "s/.*\\"$1\\":\\([0-9]*\\).*/\\1/"; }
at=0 edge=
push() {
  level=$1 hash=$2
  at=$((at + (1 << level)))
  while [ "\${edge%%:*}" = "$level" ]; do
    left=\${edge%% *} edge=\${edge#* }
    hash=$(printf 01%s%s "\${left#*:}" "$hash" | sha256)
    level=$((level + 1))
  done
  edge="$level:$hash $edge"
}
skip() {
  to=$1
  shift
  for other; do
    level=0
    while [ $((at % (2 << level))) = 0 ] && [ $((2 << level)) -le $((to - at)) ]; do level=$((level + 1)); done
    push "$level" "$(echo "$other" | base64 -d | hex)"
  done
  test "$at" = "$to"
}
line=$(cat release.json)
dataset=$(text dataset)
log=$(printf '%s\\n' "$line" | sed 's/.*"log":{[^}]*"root":"\\([0-9a-f]*\\)","size":\\([0-9]*\\)}.*/\\1 \\2/')
while read -r line; do
  hashes=$(printf '%s\\n' "$line" | sed 's/.*"hashes":\\[\\([^]]*\\)\\].*/\\1/' | tr -d '"' | tr , ' ')
  case $line in
    *'"what":'*)
      skip "$(number index)" $hashes
      salt=$(printf '%s=' "$(text salt)" | basenc --base64url -d | hex)
      what=$(printf '%s\\n' "$line" | sed 's/.*"what":\\(.*\\)}$/\\1/')
      what=$(printf 'audit-commit/v1\\ndecision_what\\n%s' "$what" | hmac "$salt" | url)
      parts="{\\"supersedes\\":\\"$(text supersedes)\\",\\"target\\":\\"$(text target)\\",\\"what\\":\\"$what\\"}"
      c=$(printf 'audit-parts/v1\\ndecision\\n%s' "$parts" | hex | sha256 | url)
      entry="{\\"at\\":\\"$(text at)\\",\\"c\\":\\"$c\\",\\"dataset\\":\\"$dataset\\",\\"id\\":\\"$(text id)\\",\\"policy\\":\\"$(text policy)\\",\\"t\\":\\"decision\\",\\"v\\":1}"
      push 0 "$({ printf 00; printf %s "$entry" | hex; } | sha256)"
      ;;
    *) skip "$(number size)" $hashes ;;
  esac
done < data/openings.jsonl
hash=
for left in $edge; do
  left=\${left#*:}
  hash=\${hash:+$(printf 01%s%s "$left" "$hash" | sha256)}
  hash=\${hash:-$left}
done
test "$hash $at" = "$log"`

function countsQuery({ disclosure }: ReleaseFacts): string {
  const list = (path: string) =>
    `read_csv('${path}', header = true, all_varchar = true, quote = '"', escape = '"')`
  const places = `SELECT "file", "row" FROM`
  return [
    `SELECT (SELECT count(*) FROM ${list(manifest.path)}) = r.rows.untouched + r.rows.redacted AS kept_rows_agree,`,
    `  (SELECT count(*) FROM (${places} ${list(manifest.path)} GROUP BY ALL)) = r.rows.untouched + r.rows.redacted AS each_row_once,`,
    ...(listsExclusions(disclosure)
      ? [
          `  (SELECT count(*) FROM ${list(exclusions.path)}) = r.rows.removed + r.rows.restricted AS excluded_rows_agree,`,
          `  (SELECT count(*) FROM (${places} ${list(manifest.path)} INTERSECT ${places} ${list(exclusions.path)})) = 0 AS none_is_both,`,
        ]
      : []),
    `  r.rows.in = r.rows.untouched + r.rows.redacted + r.rows.removed + r.rows.restricted AS counts_add_up`,
    `FROM read_json('release.json', columns = {rows: 'STRUCT("in" BIGINT, untouched BIGINT, redacted BIGINT, removed BIGINT, restricted BIGINT)'}) r;`,
  ].join('\n')
}
