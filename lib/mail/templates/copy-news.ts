import { formatPlural } from '@/lib/format'
import { paragraphs, type Template } from '../message'

type News =
  | { kind: 'release'; name: string; url: string }
  | { kind: 'notice'; name: string; notice: string; url: string }
  | { kind: 'pending'; name: string; rows: number; url: string }

export const copyNews: Template<{ dataset: string; news: readonly News[]; pageUrl: string }> = {
  name: 'copy-news',
  render: ({ dataset, news, pageUrl }) => ({
    subject: 'What has to be done with your copy of a dataset',
    text: paragraphs(
      `There is news of the dataset "${dataset}", of which you keep a copy.`,
      ...news.flatMap((one) => [sentence(one), one.url]),
      'When you have applied it, please say so on your page. You also stop these letters there:',
      pageUrl,
    ),
  }),
}

function sentence(news: News): string {
  switch (news.kind) {
    case 'release':
      return `Release ${news.name} is published. Please apply it to your copy (winnow apply).`
    case 'notice':
      return NOTICES[news.notice] === undefined
        ? `There is a notice about release ${news.name}.`
        : `Release ${news.name} ${NOTICES[news.notice]}`
    case 'pending':
      return `${formatPlural(news.rows, 'row')} of release ${news.name} ${news.rows === 1 ? 'is' : 'are'} decided to go before the next one. The signed list, for you alone (winnow apply --pending):`
  }
}

const NOTICES: Readonly<Record<string, string>> = {
  withdrawn: 'was withdrawn: please do not use it any more.',
  superseded_for_legal_reasons: 'was replaced for legal reasons: please apply the newest release.',
  removed_for_legal_reasons: 'was removed for legal reasons: please delete it, and apply the newest release.',
}
