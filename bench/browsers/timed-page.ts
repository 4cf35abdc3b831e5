/** What was seen of one opening of a page. */
export interface OpenedPage {
	/** Milliseconds after the navigation began, until the page was drawn and until the first result was. */
	drawnMillis: number;
	foundMillis: number;
	/** PSS of all processes of the browser, and of the largest of them, in MB. */
	memory: { all: number; largest: number };
}

/**
 * Run in the page: resolves when a result of the search is drawn, with the time of that and of the first drawing. What is
 * asked is in the page's address.
 */
export const waitForResult = `new Promise((resolve) => {
	let drawn = 0;
	const look = () => {
		if (drawn === 0 && document.querySelector('header')) drawn = performance.now();
		if (document.querySelector('[role=option]')) return resolve(JSON.stringify([drawn, performance.now()]));
		if (performance.now() > 60000) return resolve(JSON.stringify([drawn, NaN]));
		requestAnimationFrame(look);
	};
	look();
})`;

/** What the title of a page with `tellWhenSeen` in it begins with once it has seen both; behind it their times as JSON. */
export const seenTitle = 'seen ';

/** A script for a page of the bench: says in its title what `waitForResult` gives, also where others set the title later. */
export const tellWhenSeen = `${waitForResult}.then((times) => setInterval(() => {
	document.title = ${JSON.stringify(seenTitle)} + times;
}, 50));`;
