import { QuestionPage } from '@/components/shell/question-page'
import { LinkButton } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { type Asked, ROUTER, type Told } from '@/lib/takedowns/router'
import { Choices } from './choices'
import { LinkAgain } from './link-again'

/** The second question on the way to the right form. */
export async function NextQuestion({
  what,
  dataset,
  target,
}: {
  what: Asked
  dataset?: string
  target?: string
}) {
  const t = await getT('intake.router')
  return (
    <QuestionPage
      back={{ href: paths.takedowns({ dataset, target }), label: t('again') }}
      step={t('step', { n: '2' })}
      title={t(`then.${what}.title`)}
    >
      <Choices
        choices={answersOf(what).map((then) => ({
          href: paths.takedowns({ what, then, dataset, target }),
          label: t(`then.${what}.answers.${then}` as `then.me.answers.erase`),
        }))}
      />
    </QuestionPage>
  )
}

const answersOf = (what: Asked): string[] => Object.keys(ROUTER[what])

/** What to do where no form is the answer. */
export async function ToldPage({ what, dataset }: { what: Told; dataset?: string }) {
  const t = await getT('intake.router')
  return (
    <QuestionPage
      back={{ href: paths.takedowns({ dataset }), label: t('again') }}
      title={t(`told.${what}.title`)}
      lead={t(`told.${what}.text`)}
    >
      {what === 'maintain' ? (
        <p className="flex flex-wrap items-center gap-4">
          <LinkButton href={paths.signIn()} size="lg">
            {t('signIn')}
          </LinkButton>
          <Link href={paths.takedownNew('counter_notice', dataset)} className="link text-base">
            {t('counter')}
          </Link>
        </p>
      ) : (
        <LinkAgain />
      )}
    </QuestionPage>
  )
}
