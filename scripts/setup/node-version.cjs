// In the oldest syntax, so that a Node that is too old reaches the message and not a syntax error.
var wanted = 20;
if (Number(process.versions.node.split('.')[0]) < wanted) {
	process.stderr.write(
		'lectern: this needs Node ' +
			wanted +
			' or newer, and found ' +
			process.version +
			'. Get it from your system or https://nodejs.org\n',
	);
	process.exit(2);
}
