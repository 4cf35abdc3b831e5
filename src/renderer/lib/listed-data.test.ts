import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { takeFromList } from './listed-data.ts';

interface Thing {
	id: string;
	title: string;
}

const list = ['things', 'list'];
const one = ['things', 'get', { id: 'a' }];

/** The page of a thing, in an archive that has these. */
function pageOf(things: Thing[]) {
	const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
	client.setQueryData(list, things);
	let archive = things;
	let asked = 0;
	const take = () => takeFromList<Thing>(client, { list, one, id: 'a' });
	const open = () => {
		const observer = new QueryObserver<Thing>(client, {
			queryKey: one,
			queryFn: () => {
				asked += 1;
				return Promise.resolve(archive.find(({ id }) => id === 'a') as Thing);
			},
		});
		const leave = observer.subscribe(() => undefined);
		return { leave, shown: () => observer.getCurrentResult().data?.title };
	};
	return { client, take, open, asked: () => asked, become: (others: Thing[]) => (archive = others) };
}

test('what the list has is shown at once and not asked for', () => {
	const { take, open, asked } = pageOf([{ id: 'a', title: 'Sample' }]);
	expect(take()).toEqual({ id: 'a', title: 'Sample' });
	const { leave, shown } = open();
	expect([shown(), asked()]).toEqual(['Sample', 0]);
	leave();
});

test('it is asked for as another archive is opened, and when it changes', async () => {
	const { client, take, open, become, asked } = pageOf([{ id: 'a', title: 'Sample' }]);
	take();
	const { leave, shown } = open();
	become([{ id: 'a', title: 'Of another archive' }]);
	await client.resetQueries();
	expect([shown(), asked()]).toEqual(['Of another archive', 1]);
	become([{ id: 'a', title: 'Changed' }]);
	await client.invalidateQueries({ queryKey: ['things'] });
	expect([shown(), asked()]).toEqual(['Changed', 2]);
	leave();
});

test('nobody looks while it changes: it is asked for with the next look', async () => {
	const { client, take, open, become } = pageOf([{ id: 'a', title: 'Sample' }]);
	take();
	become([{ id: 'a', title: 'Changed' }]);
	await client.invalidateQueries({ queryKey: ['things'] });
	expect(take()).toBeUndefined();
	const { leave, shown } = open();
	await expect.poll(shown).toBe('Changed');
	leave();
});

test('what a query knows already stays, and what is in no list is not made up', () => {
	const { client, take } = pageOf([{ id: 'a', title: 'Sample' }]);
	client.setQueryData(one, { id: 'a', title: 'As it answered' });
	expect(take()).toEqual({ id: 'a', title: 'Sample' });
	expect(client.getQueryData(one)).toEqual({ id: 'a', title: 'As it answered' });
	client.setQueryData(list, []);
	expect(take()).toBeUndefined();
});
