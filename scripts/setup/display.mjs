/**
 * The same command under a display of its own, where there is none.
 * @param {string} command
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function onDisplay(command, args) {
	if (process.platform !== 'linux' || process.env.DISPLAY) return [command, args];
	return ['xvfb-run', ['-a', '--server-args=-screen 0 1600x1000x24', command, ...args]];
}
