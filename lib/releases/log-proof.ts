export const PROOF_PATH = 'release.tlog-proof'
