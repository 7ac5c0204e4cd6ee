import { doctor } from "./cli/doctor.ts";
import { serve } from "./cli/serve.ts";
import { simulator } from "./cli/simulator.ts";

const [word = "", ...rest] = process.argv.slice(2);
const commands = new Map([
  ["doctor", doctor],
  ["simulator", simulator],
]);
const command = commands.get(word);
process.exitCode = command === undefined ? await serve(process.argv.slice(2)) : await command(rest);
