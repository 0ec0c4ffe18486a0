'use server'

import { formAction } from '@/lib/http/form-action'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import {
  changeView,
  chooseDefaultView,
  deleteView,
  saveColumns,
  saveView,
  updateView,
} from '@/lib/review/saved-views'
import { casesMatchingText, searchInput } from '@/lib/review/search-cases'
import {
  changeViewInput,
  columnsInput,
  defaultViewInput,
  saveViewInput,
  thisViewInput,
  updateViewInput,
} from '@/lib/review/view-input'

const all = () => [paths.triage(), paths.triageViews()]

export const saveViewAction = formAction(saveViewInput, saveView, {
  revalidate: all,
  redirectTo: ({ id, query }) => paths.triageView(id, query),
})
export const changeViewAction = formAction(changeViewInput, changeView, {
  revalidate: all,
  message: ({ name }) => say('views.outcome.changed', { name }),
})
export const updateViewAction = formAction(updateViewInput, updateView, {
  revalidate: all,
  message: ({ name }) => say('views.outcome.updated', { name }),
})
export const deleteViewAction = formAction(thisViewInput, deleteView, {
  revalidate: all,
  message: ({ name }) => say('views.outcome.deleted', { name }),
})
export const chooseDefaultViewAction = formAction(defaultViewInput, chooseDefaultView, {
  revalidate: all,
  message: ({ name }) => (name ? say('views.outcome.opens', { name }) : say('views.outcome.opensAll')),
})
export const saveColumnsAction = formAction(columnsInput, saveColumns, {
  revalidate: () => [paths.triage(), paths.triageColumns()],
  message: () => say('triage.columnsPage.saved'),
})
export const searchAction = formAction(searchInput, casesMatchingText, {
  redirectTo: ({ slug, searchId }) => paths.triage({ dataset: slug, status: 'all', search: searchId }),
})
