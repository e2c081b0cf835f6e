// Writes src/api/schema.d.ts from the service's own description: node describe.mjs [address of a running service] [--check]
// With --check nothing is written, and it fails when the two differ.
import { readFile, writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';

const arguments_ = process.argv.slice(2);
const address = arguments_.find((argument) => !argument.startsWith('--')) ?? 'http://127.0.0.1:7071';
const target = new URL('src/api/schema.d.ts', import.meta.url);
const description = await (await fetch(new URL('/openapi/v1.json', address))).json();

// The shapes are enough: addresses stand where they are called.
const nodes = await openapi({ ...description, paths: {} }, { rootTypes: true, rootTypesNoSchemaPrefix: true });
const written = `// Written by describe.mjs from /openapi/v1.json.\n${astToString(nodes)}`;

if (!arguments_.includes('--check')) {
  await writeFile(target, written);
} else if ((await readFile(target, 'utf8')) !== written) {
  console.error('src/api/schema.d.ts is not what the service describes: run node describe.mjs.');
  process.exitCode = 1;
}
