// Reads a JSON array of Fountain files from standard input and writes, for each, fountain-js' tokens and its HTML.
const { readFileSync } = require("node:fs");
const { Fountain } = require("fountain-js");

const read = (text) => {
  const { tokens, html } = new Fountain().parse(text, true);
  return {
    tokens: tokens.map(({ type, text, scene_number }) => ({ type, text, sceneNumber: scene_number })),
    html: html.title_page + html.script,
  };
};

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(read)));
