import { z } from "zod";
import { nearest } from "./nearest.ts";

type Path = readonly PropertyKey[];

/** One sentence a mistake: it names the key and says what to write. Never repeats the value found. */
export function mistakesIn(error: z.ZodError, schema: z.ZodType, written: unknown): string[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, issue.path, schema));
    if (issue.code === "invalid_key") {
      return [`${keyName(issue.path)} is no name for a connection, since it stands in links: write lower-case letters, digits and hyphens.`];
    }
    const missing = valueAt(written, issue.path) === undefined;
    const said = issue.code === "custom" && issue.message !== "" && issue.message !== "Invalid input" ? issue.message : describe(schema, issue.path);
    return [`${keyName(issue.path)} ${missing ? "is missing: it " : ""}${said}.`];
  });
}

function unknownKey(key: string, path: Path, schema: z.ZodType): string {
  const known = knownKeys(schema, path);
  const alike = nearest(key, known);
  const mend = alike === undefined ? `the keys here are ${known.join(", ")}` : `write ${keyName([...path, alike])}, or leave it out`;
  return `${keyName([...path, key])} is no key of this version: ${mend}.`;
}

/** `connections.acme.callingHours[0].from`; the whole file where the path is empty. */
function keyName(path: Path): string {
  const name = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return name === "" ? "The configuration file" : name.replace(/^\./, "");
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, part) => (typeof at === "object" && at !== null ? Reflect.get(at, part) : undefined), value);
}

/** The deepest description along the path: what to write there. */
function describe(schema: z.ZodType, path: Path): string {
  let found = "is not understood";
  for (const step of schemasAlong(schema, path)) found = step.description ?? found;
  return found;
}

function knownKeys(schema: z.ZodType, path: Path): string[] {
  const at = [...schemasAlong(schema, path)].at(-1);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

/** Every schema on the way to the path, wrappers before what they wrap. */
function* schemasAlong(schema: z.ZodType, path: Path): Generator<z.ZodType> {
  let at: unknown = schema;
  let depth = 0;
  while (at instanceof z.ZodType) {
    yield at;
    if (at instanceof z.ZodOptional || at instanceof z.ZodDefault) at = at.unwrap();
    else if (at instanceof z.ZodPipe) at = at.in;
    else if (depth === path.length) return;
    else {
      const part = path[depth++];
      if (at instanceof z.ZodObject) at = at.shape[String(part)];
      else if (at instanceof z.ZodRecord) at = at.valueType;
      else if (at instanceof z.ZodArray) at = at.element;
      else return;
    }
  }
}
