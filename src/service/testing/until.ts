/** Asks again until the answer is there; polls wait for the platform, so this takes few rounds where the machine is idle. */
export async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (let round = 0; round < 500; round += 1) {
    const value = await ask();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("It did not happen within 500 asks");
}
