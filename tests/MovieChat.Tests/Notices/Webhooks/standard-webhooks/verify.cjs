// Reads [{secret, headers, body}] and answers with what the public verifier says of each: "verified", or why not.
const { Webhook } = require('standardwebhooks');

let input = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', part => { input += part; });
process.stdin.on('end', () => {
  const answers = JSON.parse(input).map(({ secret, headers, body }) => {
    try {
      new Webhook(secret).verify(body, headers);
      return 'verified';
    } catch (failed) {
      return failed.message;
    }
  });
  process.stdout.write(JSON.stringify(answers));
});
