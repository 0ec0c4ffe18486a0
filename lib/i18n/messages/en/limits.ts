/** How many cases of each category somebody is served: the table of numbers. */
export const limits = {
  legend: 'Limits of single categories',
  category: 'Category',
  cap: 'Cases a day',
  break: 'Pause after',
  capOf: '{category}: cases a day',
  breakOf: '{category}: pause after',
} as const
