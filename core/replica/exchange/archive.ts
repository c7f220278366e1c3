/** A file with files in it, as far as an import looks into one. Names and sizes are what it claims. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  /** At most as long as the entry claims; undefined where it cannot be read. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: number;
}
