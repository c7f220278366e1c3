/**
 * Runs in the page before anything else, and lets its storage be full when it is told to: every write then fails as a browser lets it fail.
 * The tools' own limit is not heeded by every Chromium.
 */
export function storageThatFills(): void {
  const { add, put } = IDBObjectStore.prototype;
  const ifThereIsRoom = (write: typeof put): typeof put =>
    function (this: IDBObjectStore, ...given) {
      if (document.documentElement.dataset['storage'] === 'full') throw new DOMException('There is no room.', 'QuotaExceededError');
      return write.apply(this, given);
    };
  Object.assign(IDBObjectStore.prototype, { add: ifThereIsRoom(add), put: ifThereIsRoom(put) });
}
