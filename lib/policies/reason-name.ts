/** How a reason is written where it is chosen or named: its label, then its code. */
export const reasonName = ({ code, label }: { code: string; label: string }): string => `${label} (${code})`
