// Loaded before an app (`electron -r …`): writes `painted <milliseconds since 1970>` when its first window has painted
// an element that LECTERN_BENCH_SELECTOR matches, and, so many milliseconds later, ends the app as a person would.
const { app } = require('electron');

const selector = process.env.LECTERN_BENCH_SELECTOR;
const stayMillis = Number(process.env.LECTERN_BENCH_STAY_MILLIS);

// The app must find its own arguments where it looks for them.
process.argv.splice(process.argv.indexOf('-r'), 2);

app.once('browser-window-created', (_event, window) => {
	window.webContents.once('dom-ready', () => {
		void window.webContents.executeJavaScript(`(${whenPainted})(${JSON.stringify(selector)})`).then((atMillis) => {
			process.stdout.write(`painted ${atMillis}\n`);
			setTimeout(() => app.quit(), stayMillis);
		});
	});
});

/** Runs in the page: a message that is posted in a frame arrives when that frame has been handed over for painting. */
function whenPainted(wanted) {
	return new Promise((resolve) => {
		const afterFrame = () =>
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
				port2.postMessage(null);
			});
		if (document.querySelector(wanted)) return afterFrame();
		const observer = new MutationObserver(() => {
			if (!document.querySelector(wanted)) return;
			observer.disconnect();
			afterFrame();
		});
		observer.observe(document, { subtree: true, childList: true, attributes: true });
	});
}
