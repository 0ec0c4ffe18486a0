'use client'

import { createContext, use } from 'react'

const InTabOrder = createContext(true)

/** Takes what stands inside out of the tab order, or puts it there: of a table's rows only one is. */
export const TabOrder = InTabOrder.Provider

/** For links and buttons in cells. */
export const useTabIndex = (): number | undefined => (use(InTabOrder) ? undefined : -1)
