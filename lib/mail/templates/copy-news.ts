import type { Voice } from '@/lib/i18n/say'
import { paragraphs, type Template } from '../message'

type News =
  | { kind: 'release'; name: string; url: string }
  | { kind: 'notice'; name: string; notice: string; url: string }
  | { kind: 'pending'; name: string; rows: number; url: string }

export const copyNews: Template<{ dataset: string; news: readonly News[]; pageUrl: string }> = {
  name: 'copy-news',
  render: ({ dataset, news, pageUrl }, say) => ({
    subject: say('letters.copyNews.subject'),
    text: paragraphs(
      say('letters.copyNews.news', { dataset }),
      ...news.flatMap((one) => [sentence(say, one), one.url]),
      say('letters.copyNews.applied'),
      pageUrl,
    ),
  }),
}

function sentence(say: Voice, news: News): string {
  const { name } = news
  switch (news.kind) {
    case 'release':
      return say('letters.copyNews.release', { name })
    case 'notice': {
      const notice = NOTICES.find((known) => known === news.notice) ?? 'other'
      return say(`letters.copyNews.notice.${notice}`, { name })
    }
    case 'pending':
      return say('letters.copyNews.pending', { name, n: news.rows })
  }
}

const NOTICES = ['withdrawn', 'superseded_for_legal_reasons', 'removed_for_legal_reasons'] as const
