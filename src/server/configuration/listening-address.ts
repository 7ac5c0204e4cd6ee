import { isIP } from "node:net";

export type AddressChoice = { host: string; port: number };
type Said<T> = { by: string; value: T };

type AddressSources = {
  flags: { host: string | undefined; port: string | undefined };
  env: Readonly<Record<string, string | undefined>>;
  file: { host?: string | undefined; port?: number | undefined };
};

const wholePort = /^\d{1,5}$/;

/** Flags before `HOST`/`PORT` before the file before 127.0.0.1:4173. `hostBy` is what said the host. */
export function chooseAddress({ flags, env, file }: AddressSources): { address: AddressChoice; hostBy: string; mistakes: string[] } {
  const host: Said<string> =
    said("--host", flags.host) ?? said("HOST", env.HOST) ?? said("host", file.host) ?? { by: "host", value: "127.0.0.1" };
  const port: Said<string> =
    said("--port", flags.port) ?? said("PORT", env.PORT) ?? said("port", file.port?.toString()) ?? { by: "port", value: "4173" };

  const mistakes: string[] = [];
  if (!wholePort.test(port.value) || Number(port.value) > 65_535) {
    mistakes.push(`${port.by} must be a whole number from 0 to 65535 (0 takes any free port).`);
  }
  return { address: { host: host.value.replace(/^\[(.*)\]$/, "$1"), port: Number(port.value) }, hostBy: host.by, mistakes };
}

function said(by: string, value: string | undefined): Said<string> | undefined {
  return value === undefined || value === "" ? undefined : { by, value };
}

/** Whether only this machine reaches the address. */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[(.*)\]$/, "$1");
  return bare === "localhost" || bare === "::1" || (isIP(bare) === 4 && bare.startsWith("127."));
}
