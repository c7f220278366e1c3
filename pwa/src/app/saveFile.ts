const LONG_ENOUGH_MS = 60_000;

/** Hands a file to the browser, which keeps it where its owner keeps such things. */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the click, and does not say when it has.
  setTimeout(() => URL.revokeObjectURL(url), LONG_ENOUGH_MS);
}
