import { openPage } from './open-page.ts';
import { startCopy } from './start-copy.ts';

openPage((page) => {
	Object.defineProperty(globalThis, 'lecternCopy', { value: startCopy(page) });
	void page.runApp();
});
