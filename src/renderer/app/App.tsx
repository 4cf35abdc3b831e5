import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria-components';
import { useLanguageOfProfile, useShownLanguage } from '#renderer/lib/language.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { Announcer } from '#renderer/ui/Announcer.tsx';
import { ToastRegion } from '#renderer/ui/ToastRegion.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { ArchiveGate } from './ArchiveGate.tsx';
import { router } from './routes.tsx';

export function App() {
	return (
		<QueryClientProvider client={queryClient}>
			<Speaking />
		</QueryClientProvider>
	);
}

/** Another language is another page: everything that was drawn in the old one goes. */
function Speaking() {
	useLanguageOfProfile(showError);
	const locale = useShownLanguage((shown) => shown.locale);
	return (
		<I18nProvider key={locale} locale={locale}>
			<ArchiveGate>
				<RouterProvider router={router} />
			</ArchiveGate>
			<ToastRegion />
			<Announcer />
		</I18nProvider>
	);
}
