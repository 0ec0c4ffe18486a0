import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownRequest } from '@/db/schema'
import { type Locale, LOCALES } from '@/lib/i18n/locales'
import { voiceOf } from '@/lib/i18n/say'
import { attestationsOf } from '@/lib/takedowns/attestations'
import { contactOf } from '@/lib/takedowns/contact'
import { answeredIn, askedOf } from '@/lib/takedowns/form-version'
import { questionsOf } from '@/lib/takedowns/kinds'
import type { LockedRequest } from '@/lib/takedowns/request-row'
import { targetsOf } from '@/lib/takedowns/results'
import { describeTarget } from '@/lib/takedowns/words'

/**
 * Every question with what its sender answered, each place where the material was, and what they declared, in the language in which they read
 * it: a copy leaves nothing out (17 U.S.C. § 512(g)(2)(B)), and the claimant has it nowhere else.
 */
export async function copyOf(tx: Tx, request: LockedRequest, language: Locale) {
  const voice = voiceOf(language)
  const { name = '', email = '', answers = {} } = (await contactOf(tx, request.id)) ?? {}
  const given: Readonly<Record<string, string>> = { ...answers, name, email }
  const [stored] = await tx
    .select({ attestation: takedownRequest.attestation })
    .from(takedownRequest)
    .where(eq(takedownRequest.id, request.id))
  const attestation = stored?.attestation ?? ''
  const targets = (await targetsOf(tx, request.id)).map(({ target }) => describeTarget(voice, target))
  const { kind } = request
  const asked = questionsOf(kind).map((question) => ({
    label: askedOf(language, kind, question.name),
    text: answeredIn(language, kind, question.name, given[question.name] ?? ''),
  }))
  const where = {
    label: voice('otherSide.copy.where'),
    text: targets.join('\n') || voice('otherSide.copy.all'),
  }
  const declaration = voiceOf(request.language)
  return {
    fields: [...asked.filter(({ text }) => text !== ''), where],
    declared: attestationsOf(attestation).map(({ wording }) =>
      declaration(`takedowns.attestations.${wording}.text`),
    ),
    declaredIn: request.language === language ? null : LOCALES[request.language].name,
  }
}
