// JSON Schemas against data with the npm packages ajv and yaml (YAML 1.2, as most editors read it).
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

// Packages stand outside the repository, where tests/run put them.
const require = createRequire(path.join(process.env.NODE_PATH, "here"));
const { Ajv2020 } = require("ajv/dist/2020.js");
const { parse } = require("yaml");

const [schemas, content, cases] = process.argv.slice(2);
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true });
const validators = new Map();
for (const file of fs.readdirSync(schemas).sort()) {
  if (file.endsWith(".schema.json")) {
    const schema = JSON.parse(fs.readFileSync(path.join(schemas, file), "utf8"));
    validators.set(file.slice(0, -".schema.json".length), ajv.compile(schema));
  }
}

function* files(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* files(full);
    else yield full;
  }
}

function* sources() {
  for (const file of [...files(content)].sort()) {
    const steps = path.relative(content, file).split(path.sep);
    const { ext, name } = path.parse(file);
    const text = () => fs.readFileSync(file, "utf8").replace(/^\uFEFF/, "");
    if (ext === ".yml" && ((steps[0] === "data" && steps.length === 2) || steps.join("/") === "site.yml")) {
      yield [file, name, text()];
    } else if (ext === ".md") {
      const front = /^---\n([\s\S]*?\n)?---\n/.exec(text());
      if (!front) continue;
      const index = ["index", "readme"].includes(name.toLowerCase());
      const edition = steps[0] === "regulations" && steps.length === 3 && !index;
      const instruction = steps[0] === "instructions" && steps.length === 2 && !index;
      yield [file, edition ? "edition" : instruction ? "instruction" : "page", front[1] ?? ""];
    }
  }
}

let passed = 0;
let failed = 0;
for (const [file, name, text] of sources()) {
  const validate = validators.get(name);
  if (validate(JSON.parse(JSON.stringify(parse(text))))) {
    passed += 1;
  } else {
    failed += 1;
    for (const fault of validate.errors) console.log(`${file}: ${fault.instancePath}: ${fault.message}`);
  }
}
for (const { schema, data, valid } of JSON.parse(fs.readFileSync(cases, "utf8"))) {
  if (validators.get(schema)(data) === valid) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`case: ${schema} ${JSON.stringify(data)}: expected ${valid}`);
  }
}
console.log(`schemas, ajv: ${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
