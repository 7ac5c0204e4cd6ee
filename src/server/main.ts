import { display } from "./cli/display.ts";
import { doctor } from "./cli/doctor.ts";
import { serve } from "./cli/serve.ts";
import { simulator } from "./cli/simulator.ts";
import { token } from "./cli/token.ts";

const [word = "", ...rest] = process.argv.slice(2);
const command = new Map([
  ["display", display],
  ["doctor", doctor],
  ["simulator", simulator],
  ["token", token],
]).get(word);

// Exits by itself: an embedded simulator or a pooled socket must not hold an ended process.
process.exit(command === undefined ? await serve(process.argv.slice(2)) : await command(rest));
