/** Resolves at the first SIGTERM or SIGINT. A second one is not caught, and ends the process at once. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, () => resolve());
  });
}
