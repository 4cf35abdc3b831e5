import { useNavigate } from '@tanstack/react-router';
import { queryClient } from '#renderer/lib/query-client.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { showError } from '#renderer/ui/toast.ts';
import { selectOnly, useLibrary } from './library-store.ts';
import { addRecord } from './record-mutations.ts';

/** Gives what makes a record and shows its description in the library: that is what it was made for. */
export function useNewRecord(): () => void {
	const navigate = useNavigate();
	return () => {
		const make = async () => {
			const id = await addRecord();
			// Of a list that was read before, as one has it who comes from another page, the new row would be no row to choose.
			await queryClient.fetchQuery({ ...queries.records.list({}), staleTime: 0 });
			selectOnly(id);
			useLibrary.setState({ tab: 'record' });
			await navigate({ to: '/library' });
		};
		make().catch(showError);
	};
}
