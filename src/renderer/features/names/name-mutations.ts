import { archive } from '#renderer/lib/archive.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { keys } from '#renderer/lib/query-keys.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { type NameId, newId } from '#shared/domain/ids.ts';
import type { Name, NameFields } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';

/** Adds a name, under an id of its own unless one is given; null when it could not be, which the person is told. */
export async function addName(fields: NameFields, id: NameId = newId<NameId>()): Promise<Name | null> {
	try {
		const name = keep(await archive.calls.names.add({ id, fields }));
		showToast(message('names.added'), undoAction());
		return name;
	} catch (error) {
		showError(error);
		return null;
	}
}

/** Saves some fields over the revision that is shown; rejects when they cannot be saved like this. */
export async function updateName({ id, revision }: Name, fields: Partial<NameFields>): Promise<void> {
	keep(await archive.calls.names.update({ id, revision, fields }));
}

/** The first stays. Rejects when one was changed meanwhile. */
export async function mergeNames(names: readonly Name[]): Promise<void> {
	const chosen = names.map(({ id, revision }) => ({ id, revision }));
	const merged = await archive.calls.names.merge({ names: chosen });
	forget(names.slice(1).map(({ id }) => id));
	keep(merged);
	showToast(message('names.merged', { count: names.length }), undoAction());
}

/** Gives the new name. Rejects when the name was changed meanwhile. */
export async function splitName({ id, revision }: Name, places: number[]): Promise<Name> {
	const split = keep(await archive.calls.names.split({ id, revision, newId: newId<NameId>(), places }));
	showToast(message('names.split-done'), undoAction());
	return split;
}

export async function removeNames(ids: NameId[]): Promise<void> {
	await archive.calls.names.remove({ ids });
	forget(ids);
	showToast(message('names.removed', { count: ids.length }), undoAction());
}

/** Puts what the archive answered where the list and the name's page read it, ahead of the fact that makes it ask again. */
function keep(name: Name): Name {
	if (queryClient.getQueryState(keys.names.get({ id: name.id })))
		queryClient.setQueryData(keys.names.get({ id: name.id }), name);
	queryClient.setQueryData<Name[]>(keys.names.list(), (known) => {
		if (!known) return known;
		const isKnown = known.some(({ id }) => id === name.id);
		return isKnown ? known.map((old) => (old.id === name.id ? name : old)) : [...known, name];
	});
	return name;
}

function forget(ids: readonly NameId[]): void {
	queryClient.setQueryData<Name[]>(keys.names.list(), (known) => known?.filter(({ id }) => !ids.includes(id)));
}
