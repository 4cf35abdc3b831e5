import '../styles/tokens.css';
import '../styles/reset.css';
import '../styles/type.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followSecondInstance, leaveWhenLocked } from '#renderer/features/passphrase/index.ts';
import { watchCopies } from '#renderer/lib/copies.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { refreshOnFacts } from '#renderer/lib/refresh.ts';
import { App } from './App.tsx';
import { askForFirstData } from './first-data.ts';
import { router } from './routes.tsx';

refreshOnFacts(queryClient);
leaveWhenLocked();
watchCopies();
followSecondInstance();
// The router too is ready by then: it would have drawn nothing first, and then the page.
void Promise.all([askForFirstData(), router.load()]).then(draw);

function draw(): void {
	const root = document.getElementById('root');
	if (root)
		createRoot(root).render(
			<StrictMode>
				<App />
			</StrictMode>,
		);
}
