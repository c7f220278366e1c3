/** Room for books on this device, as its browser promises it. */
export interface DeviceStorage {
  /** The browser has promised not to clear it by itself. */
  readonly persisted: boolean;
  readonly used_bytes: number;
  readonly limit_bytes: number;
}

/** Undefined where the browser does not say. */
export async function readStorage(): Promise<DeviceStorage | undefined> {
  const storage = storageManager();
  if (storage === undefined) return undefined;
  const { usage = 0, quota = 0 } = await storage.estimate();
  return { persisted: await storage.persisted(), used_bytes: usage, limit_bytes: quota };
}

/** Asks for the promise. Some browsers ask the trader, so it is done when there is something worth keeping. */
export async function keepStorage(): Promise<boolean> {
  return (await storageManager()?.persist()) ?? false;
}

/** Missing on pages that came over plain HTTP from another machine. */
const storageManager = (): StorageManager | undefined => (navigator as { storage?: StorageManager }).storage;
