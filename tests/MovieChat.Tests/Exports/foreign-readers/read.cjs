// Reads { csv } or { html } as JSON from standard input. Writes the table's rows, or every element of the page with its attributes and its own text.
const { readFileSync } = require("node:fs");
const Papa = require("papaparse");
const { parse } = require("parse5");

const rows = (csv) => {
  const { data, errors } = Papa.parse(csv, { delimiter: ",", newline: "\r\n", skipEmptyLines: true });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
};

const elements = (node) => {
  const own = (node.childNodes ?? []).filter((child) => child.nodeName === "#text").map((child) => child.value).join("");
  const attributes = Object.fromEntries((node.attrs ?? []).map(({ name, value }) => [name, value]));
  return [...(node.tagName ? [{ name: node.tagName, attributes, text: own }] : []), ...(node.childNodes ?? []).flatMap(elements)];
};

const { csv, html } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(csv === undefined ? elements(parse(html)) : rows(csv)));
