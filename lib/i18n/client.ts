import { useTranslations } from 'use-intl/react'

/** What an area of the interface says, in the language of the page. The page hands the area over: see `Messages`. */
export const useT = useTranslations
