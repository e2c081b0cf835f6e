// Reads one JSON text a line, { kind: "card" | "manifest", value }, and writes one line for each: what is wrong with it, as an array. Run with the folder of node_modules.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(`${process.argv[2]}/`);
globalThis.self ??= globalThis;
const AC = require('adaptivecards/dist/adaptivecards.js');
const { AppManifestUtils } = require('@microsoft/app-manifest');
globalThis.fetch = async address => { throw new Error(`This looks at nothing but its packages, and not at ${address}.`); };

const special = new Set(['type', 'fallback', 'msteams']);

// What an element holds is no property of it to the package.
const held = { AdaptiveCard: 'body', RichTextBlock: 'inlines', Container: 'items', ActionSet: 'actions' };

// Teams' own keys apart, an element may have the properties that the package itself reads of it, and no other.
function namesOf(type) {
  const made = type === 'AdaptiveCard' ? new AC.AdaptiveCard()
    : type === 'TextRun' ? new AC.TextRun()
    : AC.GlobalRegistry.elements.createInstance(type, AC.Versions.v1_5) ?? AC.GlobalRegistry.actions.createInstance(type, AC.Versions.v1_5);
  if (!made) return null;
  const schema = made.getSchema();
  return new Set(Array.from({ length: schema.getCount() }, (_, place) => schema.getItemAt(place).name));
}

function* walk(node, path) {
  if (Array.isArray(node)) {
    for (const [place, item] of node.entries()) yield* walk(item, `${path}[${place}]`);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  const names = typeof node.type === 'string' ? namesOf(node.type) : null;
  if (!names) {
    yield `${path}: no known type but ${node.type}`;
    return;
  }
  for (const key of Object.keys(node)) if (!names.has(key) && !special.has(key) && held[node.type] !== key) yield `${path}.${key}: no property of ${node.type}`;
  if (node.type === 'TextBlock' && typeof node.text !== 'string') yield `${path}: no text`;
  if (node.type === 'Action.Execute' && node.fallback?.type !== 'Action.Submit') yield `${path}: no fallback`;
  if (node.type === 'ActionSet' && node.actions.length > 6) yield `${path}: ${node.actions.length} actions`;
  if (node.type === 'Image' && !node.altText) yield `${path}: no words for the picture`;
  for (const key of ['url', 'iconUrl']) if (typeof node[key] === 'string' && !/^https?:/.test(node[key])) yield `${path}.${key}: ${node[key]}`;
  for (const [key, value] of Object.entries(node)) if (key !== 'data' && key !== 'msteams' && typeof value === 'object') yield* walk(value, `${path}.${key}`);
}

function card(value) {
  const context = new AC.SerializationContext(AC.Versions.v1_5);
  const parsed = new AC.AdaptiveCard();
  parsed.hostConfig = new AC.HostConfig({ actions: { maxActions: 6 } }); // Teams' own
  parsed.parse(value, context);
  const events = Array.from({ length: context.eventCount }, (_, place) => context.getEventAt(place));
  return [
    ...[...events, ...parsed.validateProperties().validationEvents].map(event => `${AC.ValidationEvent[event.event]}: ${event.message}`),
    ...walk(value, '$'),
    ...(value.version === '1.5' ? [] : [`version ${value.version}`]),
    ...(value.body?.length > 0 ? [] : ['no body']),
  ];
}

for await (const line of createInterface({ input: process.stdin })) {
  const { kind, value } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(kind === 'card' ? card(value) : await AppManifestUtils.validateAgainstSchema(value))}\n`);
}
