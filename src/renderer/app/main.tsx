import '../styles/tokens.css';
import '../styles/reset.css';
import '../styles/type.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '#renderer/lib/query-client.ts';
import { refreshOnFacts } from '#renderer/lib/refresh.ts';
import { activeLocale } from '#shared/messages/messages.ts';
import { App } from './App.tsx';

refreshOnFacts(queryClient);
document.documentElement.lang = activeLocale();

const root = document.getElementById('root');
if (root)
	createRoot(root).render(
		<StrictMode>
			<App />
		</StrictMode>,
	);
