/** Writes a published release to a folder in a process of its own, to be kept from writing: <slug> <version> <folder>. */
import { closeDatabase } from '@/db/client'
import { releaseByVersion } from '@/lib/releases/queries'
import { writeOut } from '@/lib/releases/write-out'

const [slug = '', version = '', folder = ''] = process.argv.slice(2)
const release = await releaseByVersion(slug, version)
if (!release) throw new Error('no such release')
await writeOut(release, folder)
await closeDatabase()
