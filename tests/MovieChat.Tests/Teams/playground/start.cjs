// node start.cjs <folder of node_modules> <port> <the bot's address>: the playground, reached from this machine alone.
const net = require('node:net');
const path = require('node:path');
const [, , installed, port, bot] = process.argv;

// It listens on every address of the machine, and has no setting for that.
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...given) {
  if (typeof given[0] === 'number' && typeof given[1] !== 'string') given.splice(1, 0, '127.0.0.1');
  else if (given[0] !== null && typeof given[0] === 'object' && 'port' in given[0] && !given[0].host) given[0] = { ...given[0], host: '127.0.0.1' };
  return listen.apply(this, given);
};

process.env.TEAMSAPPTESTER_BROWSER = 'none';
process.env.M365_AGENTS_PLAYGROUND_CONFIG_PATH = path.join(__dirname, 'people.yml');
process.env.M365_AGENTS_PLAYGROUND_LOGFILE = path.join(installed, 'logs', `${process.pid}.log`);
const cli = path.join(installed, 'node_modules', '@microsoft', 'm365agentsplayground', 'cli.js');
process.argv = [process.argv[0], cli, 'start', '-e', bot, '-c', 'emulator', '-p', port, '--su', `http://127.0.0.1:${port}/_connector`, '--dt'];
require(cli);
