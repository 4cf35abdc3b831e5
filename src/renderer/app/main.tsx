import '../styles/tokens.css';
import '../styles/reset.css';
import '../styles/type.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '#renderer/lib/query-client.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { refreshOnFacts } from '#renderer/lib/refresh.ts';
import { activeLocale } from '#shared/messages/messages.ts';
import { App } from './App.tsx';

refreshOnFacts(queryClient);
// Asked before anything is drawn, so that the archive answers meanwhile: the library is what one starts with.
void queryClient.prefetchQuery(queries.records.list({}));
document.documentElement.lang = activeLocale();

const root = document.getElementById('root');
if (root)
	createRoot(root).render(
		<StrictMode>
			<App />
		</StrictMode>,
	);
