import 'server-only'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { adoptFile, draftPath, type Blob } from '@/lib/blobs/store'

/** Text gathered before it is written: a line a time would be a system call a time. */
const GATHERED = 1024 * 1024

/** A file on its way into the blob store, written line by line. */
export class DraftFile {
  private gathered: string[] = []
  private size = 0

  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
  ) {}

  static async open(head: string): Promise<DraftFile> {
    const path = await draftPath()
    const draft = new DraftFile(path, await open(path, 'wx', 0o600))
    await draft.write(head)
    return draft
  }

  async write(text: string): Promise<void> {
    this.gathered.push(text)
    this.size += text.length
    if (this.size >= GATHERED) await this.flush()
  }

  /** Moves it into the store under the SHA-256 of its bytes. */
  async adopt(): Promise<Blob> {
    await this.flush()
    await this.file.close()
    return adoptFile(this.path)
  }

  async discard(): Promise<void> {
    await this.file.close()
    await rm(this.path, { force: true })
  }

  private async flush(): Promise<void> {
    const text = this.gathered.join('')
    this.gathered = []
    this.size = 0
    await this.file.writeFile(text)
  }
}
