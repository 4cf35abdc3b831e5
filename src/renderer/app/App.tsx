import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria-components';
import { queryClient } from '#renderer/lib/query-client.ts';
import { ToastRegion } from '#renderer/ui/ToastRegion.tsx';
import { activeLocale } from '#shared/messages/messages.ts';
import { router } from './routes.tsx';

export function App() {
	return (
		<I18nProvider locale={activeLocale()}>
			<QueryClientProvider client={queryClient}>
				<RouterProvider router={router} />
				<ToastRegion />
			</QueryClientProvider>
		</I18nProvider>
	);
}
