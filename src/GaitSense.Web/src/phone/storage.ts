const littleBytes = 60 * 1024 * 1024;

/** Asks the browser to keep what is here; it may say no. */
export async function askToKeep(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}

/** Whether there is room for a long walk. */
export async function isSpaceShort(): Promise<boolean> {
  const estimate = await navigator.storage?.estimate?.();
  return estimate?.quota !== undefined && estimate.quota - (estimate.usage ?? 0) < littleBytes;
}
