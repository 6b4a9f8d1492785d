// Prints what html-validate says of the pages named on the command line, one complaint a line, as JSON.
import { readFileSync, writeSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const config = JSON.parse(readFileSync(new URL(".htmlvalidate.json", import.meta.url), "utf8"));
const validate = new HtmlValidate(new StaticConfigLoader(config));
for (const file of process.argv.slice(2)) {
  const report = await validate.validateString(readFileSync(file, "utf8"), file);
  for (const { messages } of report.results) {
    for (const { ruleId, message, line, selector } of messages) {
      writeSync(1, `${JSON.stringify({ file, line, ruleId, message, selector })}\n`);
    }
  }
}
