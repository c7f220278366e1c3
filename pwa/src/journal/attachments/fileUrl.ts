import type { Size } from '@taffrail/replica';
import { useEffect, useState } from 'preact/hooks';
import { useBook } from '../../app/index.ts';
import { watchFile } from './watchFile.ts';

/** An address to show a file by, while it is shown; null where it cannot be had now. */
export function useFileUrl(hash: string, size: Size): string | null | undefined {
  const { files } = useBook().papers;
  const [shown, setShown] = useState<{ readonly hash: string; readonly url: string | null }>();

  useEffect(() => {
    let url: string | undefined;
    const stop = watchFile(files, hash, size, (file) => {
      url = file && URL.createObjectURL(file);
      setShown({ hash, url: url ?? null });
    });
    return () => {
      stop();
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [files, hash, size]);

  return shown?.hash === hash ? shown.url : undefined;
}
